// Tells the audit log which settings the kiosk serves with whenever they are others than those it
// told last, however that came about: at the screen, by kioskctl, taken back, or by somebody's
// editor. A power cut tells a change twice rather than never.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/care/change_note.h"
#include "kiosk/outbox/audit_record.h"

namespace motlan {

/// One entry for each value that differs, in order; `note` is whoever has changed the file last.
[[nodiscard]] std::vector<AuditEntry> setting_entries(std::string_view former,
                                                      std::string_view text,
                                                      const std::optional<ChangeNote>& note);

/// Where both files stand: kiosk.toml, and the copy of what was told last.
struct ToldPlace {
    std::filesystem::path config;
    std::filesystem::path state;  ///< $STATE_DIRECTORY
};
/// Writes an entry into the audit log.
using TellAudit = std::function<Result<void>(const AuditEntry&)>;

/// Fails with the faults of `tell` and Fault::DiskFull, StorageFailed: then the next start tells
/// it.
[[nodiscard]] Result<void> tell_settings(const ToldPlace& place, const TellAudit& tell);

}  // namespace motlan
