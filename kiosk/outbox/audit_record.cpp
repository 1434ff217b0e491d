#include "kiosk/outbox/audit_record.h"

#include <algorithm>
#include <utility>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

constexpr auto kEvents = std::to_array<std::string_view>(
    {"program_started",      "program_ended",     "visit_started",    "visit_ended",
     "visit_refused",        "dossier_committed", "dossier_released", "dossier_uploaded",
     "dossier_acknowledged", "dossier_rejected",  "dossier_purged",   "dossier_parked",
     "dossiers_unparked",    "dossier_adopted",   "dossier_exported", "folder_set_aside",
     "bundle_accepted",      "bundle_refused",    "clock_uncertain",  "scrub_finished",
     "history_forked",       "records_dropped",   "staff_signed_in",  "staff_refused",
     "staff_enrolled",       "staff_unlocked",    "staff_removed",    "help_granted",
     "help_ended",           "call_taken",        "paper_excepted",   "declaration_witnessed",
     "help_edited",          "setting_changed"});
static_assert(kEvents.size() == std::to_underlying(AuditEvent::SettingChanged) + 1);

constexpr auto kActors = std::to_array<std::string_view>({"kiosk", "link", "staff", "technician"});
static_assert(kActors.size() == std::to_underlying(AuditActor::Technician) + 1);

struct FieldValue {
    Tree operator()(std::int64_t number) const { return Tree(number); }
    Tree operator()(Fault fault) const { return Tree(code(fault)); }
    Tree operator()(const Word& word) const { return Tree(word.text()); }
    Tree operator()(const DossierId& id) const { return Tree(id.value()); }
    Tree operator()(const Digest& digest) const { return Tree(digest.value()); }
    Tree operator()(const StaffNumber& number) const { return Tree(number.value()); }
    Tree operator()(const ListedName& name) const { return Tree(name.value()); }
    Tree operator()(const SettingValue& value) const { return Tree(value.value()); }
};

std::int64_t milliseconds_of(SteadyTime time) {
    return std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

constexpr std::string_view kSettingChanged = "setting_changed";

/// Text of a technician: one line.
bool is_setting_value(const Tree& value) {
    constexpr std::size_t kLongest = 1000;
    const std::string* text = value.text();
    return text != nullptr && text->size() <= kLongest &&
           std::ranges::none_of(*text, [](unsigned char letter) { return letter < ' '; });
}

// A word of ours, a listed name, a fault's code or a hash: none is long, none holds a blank.
bool is_field(const Tree& value) {
    constexpr std::size_t kLongest = 64;
    if (value.number() != nullptr) return true;
    const std::string* text = value.text();
    return text != nullptr && text->size() <= kLongest &&
           std::ranges::all_of(*text, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' ||
                      letter == '.';
           });
}

bool are_fields(std::string_view event, const Tree::Table& fields) {
    return std::ranges::all_of(fields, [event](const auto& field) {
        const bool is_value = event == kSettingChanged &&
                              (field.first == "before" || field.first == "after") &&
                              is_setting_value(field.second);
        return is_value || is_field(field.second);
    });
}

bool is_record(const Tree& tree) {
    const Tree* fields = tree.find("fields");
    const Tree* uncertain = tree.find("time_uncertain");
    return tree.table() != nullptr && tree.table()->size() == 9 && tree.number_at("count") > 0 &&
           tree.find("steady") != nullptr && tree.find("steady")->number() != nullptr &&
           tree.find("boot") != nullptr && tree.find("boot")->text() != nullptr &&
           std::ranges::contains(kActors, tree.text_at("actor")) &&
           std::ranges::contains(kEvents, tree.text_at("event")) &&
           parse_dossier_id(tree.text_at("session")).has_value() &&
           parse_timestamp(tree.text_at("time")).has_value() && uncertain != nullptr &&
           uncertain->truth() != nullptr && fields != nullptr && fields->table() != nullptr &&
           are_fields(tree.text_at("event"), *fields->table());
}

}  // namespace

AuditRecord next_record(const AuditMark& last, const AuditEntry& entry, const AuditAuthor& author,
                        const Clock& clock) {
    Tree::Table fields;
    for (const AuditField& field : entry.fields) {
        fields.emplace(field.name.text(), std::visit(FieldValue{}, field.value));
    }
    const std::int64_t number = last.count + 1;
    std::string text =
        to_json(Tree(Tree::Table{{"actor", kActors.at(std::to_underlying(author.actor))},
                                 {"boot", author.boot},
                                 {"count", number},
                                 {"event", name(entry.event)},
                                 {"fields", std::move(fields)},
                                 {"session", author.session},
                                 {"steady", milliseconds_of(clock.steady())},
                                 {"time", to_timestamp(clock.wall())},
                                 {"time_uncertain", clock.is_uncertain()}}));
    std::string hash = chained_hash(last.hash, text);
    return {number, std::move(text), std::move(hash)};
}

std::string chained_hash(std::string_view before, std::string_view text) {
    return sha256(as_bytes(std::string(before) + std::string(text)));
}

Result<Tree> parse_audit_record(std::string_view text) {
    auto tree = parse_json(text);
    if (!tree || !is_record(*tree) || to_json(*tree) != text) return fail(Fault::AuditBroken);
    return tree;
}

std::optional<AuditMark> read_mark(const Tree& tree) {
    AuditMark mark{tree.number_at("count"), std::string(tree.text_at("hash"))};
    if (mark.count <= 0 || !is_sha256(mark.hash)) return std::nullopt;
    return mark;
}

Tree to_tree(const AuditMark& mark) {
    return Tree(Tree::Table{{"count", mark.count}, {"hash", mark.hash}});
}

std::string_view name(AuditEvent event) { return kEvents.at(std::to_underlying(event)); }

}  // namespace motlan
