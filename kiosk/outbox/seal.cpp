#include "kiosk/outbox/seal.h"

#include <algorithm>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/outbox/envelope.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {
namespace {

Tree::List to_list(std::span<const KeptPage> kept) {
    Tree::List pages;
    for (const KeptPage& each : kept) {
        Tree::List doubts;
        for (const Fault doubt : each.doubts) doubts.emplace_back(std::string(code(doubt)));
        Tree::Table page{{"doubts", std::move(doubts)}, {"page", each.page}};
        if (!each.reason.empty()) page.emplace("reason", each.reason);
        pages.emplace_back(std::move(page));
    }
    return pages;
}

Tree::List to_list(std::span<const HelpRecord> helped) {
    Tree::List times;
    for (const HelpRecord& each : helped) {
        times.emplace_back(Tree::Table{{"confirmed", each.confirmed},
                                       {"entered", each.entered},
                                       {"from", to_timestamp(each.from)},
                                       {"scope", name(each.scope)},
                                       {"staff", each.staff.value()},
                                       {"to", to_timestamp(each.to)}});
    }
    return times;
}

Tree::List to_list(std::span<const TakenPaper> taken) {
    Tree::List papers;
    for (const TakenPaper& each : taken) {
        papers.emplace_back(Tree::Table{{"at", to_timestamp(each.at)},
                                        {"basis", each.basis},
                                        {"item", each.item},
                                        {"outage", Tree::Table{{"at", to_timestamp(each.asked)},
                                                               {"query", each.query},
                                                               {"source", each.source},
                                                               {"verdict", each.verdict}}},
                                        {"reason", each.reason},
                                        {"staff", each.staff.value()}});
    }
    return papers;
}

Tree to_tree(const WitnessStatement& statement) {
    return Tree(Tree::Table{{"at", to_timestamp(statement.at)},
                            {"need", name(statement.need)},
                            {"reader", statement.reader.value()},
                            {"witness", statement.witness.value()}});
}

Tree to_tree(const PlainPart& part) {
    const bool is_form = part.kind == PartKind::Form;
    Tree::Table table{{"component", part.component},
                      {"kind", is_form ? "form" : "paper"},
                      {"media", is_form ? "application/json" : "application/pdf"},
                      {"sha256", sha256(part.content)},
                      {"size", static_cast<std::int64_t>(part.content.size())}};
    if (!part.kept.empty()) table.emplace("kept", to_list(part.kept));
    return Tree(std::move(table));
}

std::string manifest_of(std::span<const PlainPart> parts, const ManifestWords& words,
                        const std::string& kiosk) {
    Tree::List listed;
    for (const PlainPart& part : parts) listed.push_back(to_tree(part));
    Tree::Table manifest{{"boot", words.boot},
                         {"bundle", words.bundle},
                         {"dossier", words.dossier.value()},
                         {"kiosk", kiosk},
                         {"parts", std::move(listed)},
                         {"procedure", words.procedure},
                         {"sealed", to_timestamp(words.sealed)},
                         {"software", words.software},
                         {"time_uncertain", words.is_time_uncertain},
                         {"type", "motlan-manifest"},
                         {"version", 1}};
    if (!words.helped.empty()) manifest.emplace("helped", to_list(words.helped));
    if (!words.taken.empty()) manifest.emplace("exceptions", to_list(words.taken));
    if (words.witnessed) manifest.emplace("witnessed", to_tree(*words.witnessed));
    return to_json(Tree(std::move(manifest)));
}

Result<std::vector<SealedBytes>> seal_all(const std::vector<ByteView>& plain, const Seal& seal) {
    const auto envelope = Envelope::to(seal.recipients);
    if (!envelope) return fail(envelope.error());
    std::vector<SealedBytes> sealed;
    for (const ByteView content : plain) {
        auto part = envelope->seal(content);
        if (!part) return fail(part.error());
        sealed.push_back(*std::move(part));
    }
    return sealed;
}

bool are_within_contract(std::span<const PlainPart> parts) {
    // The envelope adds about 700 bytes per recipient and one padding step at most.
    constexpr std::size_t kOverhead = 2 * kPaddingStep;
    std::size_t sum = kOverhead;
    for (const PlainPart& part : parts) {
        const std::size_t size = part.content.size() + kOverhead;
        if (size > static_cast<std::size_t>(kPartSizeLimit)) return false;
        sum += size;
    }
    return !parts.empty() && parts.front().kind == PartKind::Form &&
           parts.size() < kPartCountLimit && sum <= static_cast<std::size_t>(kDossierSizeLimit);
}

// The province refuses a manifest that leaves one of them out (formats.md 5): better no promise.
bool are_complete(const ManifestWords& words) {
    return !words.procedure.empty() && !words.software.empty() && !words.boot.empty();
}

Result<Bytes> sign_label(Label label, Confirmation confirmation, const Seal& seal, WallTime at) {
    label.confirmation = confirmation;
    return sign_document(as_bytes(to_json(label)), seal.device, at);
}

Result<SealedDossier> label_all(std::vector<SealedBytes> parts, const ManifestWords& words,
                                const Seal& seal) {
    Label label{.dossier = words.dossier, .kiosk = seal.kiosk};
    std::ranges::transform(parts, std::back_inserter(label.parts), mark_of);
    auto confirmed = sign_label(label, Confirmation::Confirmed, seal, words.sealed);
    auto unconfirmed = sign_label(label, Confirmation::Unconfirmed, seal, words.sealed);
    if (!confirmed || !unconfirmed) return fail(Fault::SealingFailed);
    DossierMark mark{words.dossier, seal.kiosk, sha256(*confirmed), std::move(label.parts)};
    return SealedDossier{std::move(mark), *std::move(confirmed), *std::move(unconfirmed),
                         std::move(parts)};
}

}  // namespace

Result<SealedDossier> seal(std::span<const PlainPart> parts, const ManifestWords& words,
                           const Seal& seal) {
    const auto holds = [&](const Certificate& recipient) {
        return check_certificate(recipient, seal.ca, Role::Recipient, words.sealed).has_value();
    };
    if (!are_complete(words) || !are_within_contract(parts) ||
        !std::ranges::all_of(seal.recipients, holds)) {
        return fail(Fault::SealingFailed);
    }
    const std::string manifest = manifest_of(parts, words, seal.kiosk);
    const auto signed_manifest = sign_document(as_bytes(manifest), seal.device, words.sealed);
    if (!signed_manifest) return fail(signed_manifest.error());
    std::vector<ByteView> plain{*signed_manifest};
    for (const PlainPart& part : parts) plain.emplace_back(part.content);
    return seal_all(plain, seal).and_then([&](std::vector<SealedBytes> sealed) {
        return label_all(std::move(sealed), words, seal);
    });
}

std::string boot_id() {
    auto text = read_text("/proc/sys/kernel/random/boot_id", 64).value_or("");
    std::erase(text, '\n');
    return text;
}

}  // namespace motlan
