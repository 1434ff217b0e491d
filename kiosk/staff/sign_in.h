// Signing in: a badge that holds and its owner's PIN. Whatever is wrong, the answer is the same, so
// that nobody learns which part to try next. Any thread; reads what is in force anew each time.
#pragma once

#include <filesystem>
#include <string_view>

#include "kiosk/staff/badge.h"
#include "kiosk/staff/pin_book.h"

namespace motlan {

/// Whose badges count here: from the newest bundle that this machine has verified, however old,
/// since a technician must reach a kiosk whose bundle has expired. Fails with Fault::NotEnrolled,
/// BundleForged or BackendUnreachable.
[[nodiscard]] Result<BadgeTrust> badge_trust(const std::filesystem::path& state);

class StaffEntrance {
public:
    /// `state` is $STATE_DIRECTORY; `clock` must outlive it.
    StaffEntrance(std::filesystem::path state, const Clock& clock, BootClock boot = boot_time)
        : state_(std::move(state)), clock_(clock), pins_(state_ / "staff", std::move(boot)) {}

    /// Takes some 100 ms. Fails with Fault::PinWrong for a badge that does not hold, is nobody's
    /// here, or another PIN; with Fault::PinLocked after too many tries; with Fault::StorageFailed,
    /// DiskFull or RecordDamaged when the try cannot be counted.
    [[nodiscard]] Result<StaffMember> sign_in(std::string_view code, const Pin& pin) const;

private:
    std::filesystem::path state_;
    const Clock& clock_;
    PinBook pins_;
};

}  // namespace motlan
