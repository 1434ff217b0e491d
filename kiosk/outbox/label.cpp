#include "kiosk/outbox/label.h"

#include <numeric>

#include "kiosk/core/json.h"

namespace motlan {
namespace {

constexpr std::string_view kType = "motlan-label";

Result<PartMark> parse_part_mark(const Tree& tree) {
    PartMark part{std::string(tree.text_at("sha256")), tree.number_at("size")};
    const bool holds = tree.table() != nullptr && tree.table()->size() == 2 &&
                       is_sha256(part.sha256) && part.size > 0 && part.size <= kPartSizeLimit;
    if (!holds) return fail(Fault::MessageMalformed);
    return part;
}

}  // namespace

std::int64_t size_of(std::span<const PartMark> parts) {
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                           [](std::int64_t sum, const PartMark& part) { return sum + part.size; });
}

PartMark mark_of(ByteView sealed) {
    return {sha256(sealed), static_cast<std::int64_t>(sealed.size())};
}

Tree to_tree(const std::vector<PartMark>& parts) {
    Tree::List list;
    for (const PartMark& part : parts) {
        list.emplace_back(Tree::Table{{"sha256", part.sha256}, {"size", part.size}});
    }
    return Tree(std::move(list));
}

Result<std::vector<PartMark>> parse_part_marks(const Tree& tree) {
    const Tree::List* list = tree.list();
    if (list == nullptr || list->size() < 2 || list->size() > kPartCountLimit) {
        return fail(Fault::MessageMalformed);
    }
    std::vector<PartMark> parts;
    for (const Tree& entry : *list) {
        const auto part = parse_part_mark(entry);
        if (!part) return fail(part.error());
        parts.push_back(*part);
    }
    if (size_of(parts) > kDossierSizeLimit) return fail(Fault::MessageMalformed);
    return parts;
}

std::string to_json(const Label& label) {
    return to_json(Tree(Tree::Table{{"confirmed", label.confirmation == Confirmation::Confirmed},
                                    {"dossier", label.dossier.value()},
                                    {"kiosk", label.kiosk},
                                    {"parts", to_tree(label.parts)},
                                    {"type", kType},
                                    {"version", 1}}));
}

Result<Label> parse_label(std::string_view content) {
    const auto tree = parse_json(content);
    if (!tree) return fail(tree.error());
    const auto dossier = parse_dossier_id(tree->text_at("dossier"));
    const Tree* listed = tree->find("parts");
    auto parts = listed != nullptr ? parse_part_marks(*listed) : fail(Fault::MessageMalformed);
    if (!dossier || !parts) return fail(Fault::MessageMalformed);
    Label label{*dossier, std::string(tree->text_at("kiosk")),
                tree->truth_at("confirmed") ? Confirmation::Confirmed : Confirmation::Unconfirmed,
                *std::move(parts)};
    // Written again it must be the same text: no unknown key, no other kind, no other spelling.
    if (label.kiosk.empty() || to_json(label) != content) return fail(Fault::MessageMalformed);
    return label;
}

}  // namespace motlan
