#include "kiosk/app/deeds.h"

#include <algorithm>
#include <optional>

#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

std::optional<DeedKind> kind_of(std::string_view event) {
    if (event == name(AuditEvent::StaffSignedIn)) return DeedKind::SignedIn;
    if (event == name(AuditEvent::CallTaken)) return DeedKind::CallTaken;
    if (event == name(AuditEvent::HelpGranted)) return DeedKind::Helped;
    if (event == name(AuditEvent::HelpEnded)) return DeedKind::Helped;
    if (event == name(AuditEvent::PaperExcepted)) return DeedKind::Excepted;
    if (event == name(AuditEvent::DeclarationWitnessed)) return DeedKind::Witnessed;
    return std::nullopt;
}

/// The end of help belongs to its beginning.
bool end_help(std::vector<StaffDeed>& deeds, const StaffDeed& ended) {
    const auto begun = std::ranges::find_if(deeds.rbegin(), deeds.rend(), [](const StaffDeed& d) {
        return d.kind == DeedKind::Helped;
    });
    if (begun == deeds.rend()) return false;
    begun->to = ended.to;
    begun->entered = ended.entered;
    begun->confirmed = ended.confirmed;
    return true;
}

}  // namespace

std::vector<StaffDeed> deeds_of(const AuditBook& book, const StaffNumber& staff,
                                const CivilDate& day) {
    std::vector<StaffDeed> deeds;
    for (const AuditRecord& record : book.records) {
        // Most records are about nobody; only those that may be are read.
        if (!record.text.contains("\"staff\":\"" + staff.value() + "\"")) continue;
        const auto tree = parse_audit_record(record.text);
        const auto kind = tree ? kind_of(tree->text_at("event")) : std::nullopt;
        const auto time = tree ? parse_timestamp(tree->text_at("time")) : std::nullopt;
        if (!kind || !time || CivilDate::of(*time) != day) continue;
        const Tree& fields = *tree->find("fields");
        const bool is_typing = fields.text_at("scope") == name(HelpScope::Type);
        const StaffDeed deed{.kind = *kind,
                             .from = *time,
                             .to = *time,
                             .scope = is_typing ? HelpScope::Type : HelpScope::Guide,
                             .entered = fields.number_at("entered"),
                             .confirmed = fields.number_at("confirmed")};
        const bool is_end = tree->text_at("event") == name(AuditEvent::HelpEnded);
        if (!is_end || !end_help(deeds, deed)) deeds.push_back(deed);
    }
    std::ranges::reverse(deeds);
    return deeds;
}

}  // namespace motlan
