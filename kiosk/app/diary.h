// What this program and its visit write into the audit log, and the checkpoints, which only this
// program can sign: it alone has the device key. Each call opens the outbox anew, so any thread may
// call.
#pragma once

#include <cstdint>

#include "kiosk/app/standing.h"

namespace motlan {

class Diary {
public:
    /// A checkpoint is due after so many records (security design 4.7).
    static constexpr std::int64_t kMostUnsigned = 64;

    /// Both must outlive it.
    Diary(const ProvincePlaces& places, const Clock& clock) : places_(places), clock_(clock) {}

    /// Fails with Fault::NotEnrolled, DiskFull, StorageFailed, RecordDamaged.
    [[nodiscard]] Result<void> note(const AuditEntry& entry) const;

    /// The whole log, as it stands on the disk. Fails with the faults of note().
    [[nodiscard]] Result<AuditBook> book() const;

    /// Signs how far the log has come. Fails with Fault::SealingFailed as well.
    [[nodiscard]] Result<void> checkpoint() const;
    /// The same when so many records are not signed yet.
    [[nodiscard]] Result<void> checkpoint_when_due() const;

private:
    [[nodiscard]] Result<void> sign(std::int64_t least) const;

    const ProvincePlaces& places_;
    const Clock& clock_;
};

}  // namespace motlan
