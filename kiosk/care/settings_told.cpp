#include "kiosk/care/settings_told.h"

#include <system_error>

#include "kiosk/app/settings_schema.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/core/file.h"
#include "kiosk/core/whole_number.h"

namespace motlan {
namespace {

constexpr std::size_t kFileLimit = std::size_t{64} << 10U;

/// A value as the log may hold it: an address may have a password in it, so then its hash.
void add_value(AuditEntry& entry, Word name, std::string_view text, std::string_view path) {
    const auto value = setting_in(text, path);
    if (!value) return;
    if (value->contains('@')) return entry.fields.push_back({name, digest_of(as_bytes(*value))});
    const SettingSpec* spec = find_setting(path);
    const auto number = whole_number(*value);
    if (spec != nullptr && spec->kind == SettingKind::Number && number)
        return entry.fields.push_back({name, *number});
    entry.fields.push_back({name, SettingValue(*value)});
}

/// How the file came to be what it is, and who did it where a note says so.
void add_author(AuditEntry& entry, const Digest& now, const std::optional<ChangeNote>& note) {
    const bool is_made = note && note->text == now.value();
    const bool is_taken_back = note && !is_made && note->former == now.value();
    if (!is_made && !is_taken_back) return entry.fields.push_back({"way", Word("file")});
    const bool is_staff = is_staff_number(note->by);
    if (is_taken_back) entry.fields.push_back({"way", Word("taken_back")});
    if (is_made) entry.fields.push_back({"way", is_staff ? Word("screen") : Word("kioskctl")});
    if (is_staff) entry.fields.push_back({"staff", StaffNumber(note->by)});
    if (is_made && note->second) entry.fields.push_back({"second", *note->second});
}

}  // namespace

std::vector<AuditEntry> setting_entries(std::string_view former, std::string_view text,
                                        const std::optional<ChangeNote>& note) {
    const Digest now = digest_of(as_bytes(text));
    std::vector<AuditEntry> entries;
    for (const std::string& path : changed_settings(former, text)) {
        AuditEntry entry{AuditEvent::SettingChanged, {{"setting", ListedName(path)}}};
        add_value(entry, "before", former, path);
        add_value(entry, "after", text, path);
        add_author(entry, now, note);
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<void> tell_settings(const ToldPlace& place, const TellAudit& tell) {
    const auto text = read_text(place.config, kFileLimit, Links::Refused);
    if (!text) return fail(text.error());
    const std::filesystem::path file = place.state / "settings_told.toml";
    std::error_code problem;
    const bool is_first = !std::filesystem::exists(file, problem);
    const std::string told =
        is_first ? *text : read_text(file, kFileLimit, Links::Refused).value_or("");
    if (!is_first && told == *text) return {};
    for (const AuditEntry& entry : setting_entries(told, *text, read_change_note(place.config)))
        if (const auto done = tell(entry); !done) return done;
    return write_file(file, as_bytes(*text));
}

}  // namespace motlan
