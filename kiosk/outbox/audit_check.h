// Verifies an audit log (formats.md 12): the whole chain, every checkpoint's signature, every
// checkpoint that a receipt of the province names. Pure: used by kioskctl and the tests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/outbox/audit_table.h"
#include "kiosk/outbox/certificate.h"

namespace motlan {

/// What is wrong with a log.
enum class AuditDamage : std::uint8_t {
    RecordMissing,
    RecordMalformed,
    RecordChanged,
    CheckpointForged,
    CheckpointOfOtherHistory,
    ReceiptForged,
    ReceiptOfOtherHistory,
    StartUnexplained,
};

/// The first place at which a log breaks.
struct AuditBreak {
    std::int64_t record = 0;
    AuditDamage damage = AuditDamage::RecordMissing;
    bool operator==(const AuditBreak&) const = default;
};

/// What was found.
struct AuditVerdict {
    std::optional<AuditBreak> broken;    ///< nothing when the log holds
    std::int64_t records = 0;            ///< how many hold
    std::int64_t signed_until = 0;       ///< the newest record under a checkpoint
    std::int64_t anchored_until = 0;     ///< the newest record that a receipt vouches for
    std::optional<std::int64_t> forked;  ///< since then the province told of another history, here
};

/// The damage in words for a technician.
[[nodiscard]] std::string_view to_text(AuditDamage damage);

/// Whose signatures count: certificates under `ca`, checkpoints of this kiosk.
struct AuditTrust {
    const Certificate& ca;
    std::string kiosk;
};

/// Looks at all of it. What was written after the newest checkpoint is only chained: whoever has
/// the disk can rewrite it. With the device key as well, what was written after the newest anchor.
[[nodiscard]] AuditVerdict check_audit(const AuditBook& book, const AuditTrust& trust);

}  // namespace motlan
