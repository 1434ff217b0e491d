// A wall clock that never falls below what signed documents have proved (security design 4.8):
// a flat battery or a hand at the clock brings no old certificate and no old day back. Nor does a
// clock that leaps ahead end a certificate or a bundle that is good today.
#pragma once

#include <filesystem>
#include <mutex>

#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"

namespace motlan {

/// Thread-safe. Several processes may read one floor; only kiosk-link proves.
class FloorClock final : public Clock {
public:
    /// `base` must outlive it. `file` is "$STATE_DIRECTORY/clock_floor"; a file that is not there
    /// or cannot be read is no floor.
    FloorClock(const Clock& base, std::filesystem::path file);

    /// The base's time within what can be believed: where it has jumped against the steady clock,
    /// the earlier of both; and the floor where that is later, or lies a year and more behind.
    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] SteadyTime steady() const override { return base_.steady(); }

    /// True while the base stands before the floor or far beyond it, so that wall() is only the
    /// least it can be; and once it has jumped by more than five minutes against the steady clock.
    [[nodiscard]] bool is_uncertain() const override;

    /// A verified document was signed at that moment: the time is at least this from now on, also
    /// after a restart. Fails with Fault::DiskFull or StorageFailed; then it holds until a restart.
    Result<void> prove(WallTime signed_at);

private:
    [[nodiscard]] bool is_plausible(WallTime time) const;
    [[nodiscard]] bool has_jumped(WallTime now) const;
    [[nodiscard]] WallTime expected() const;

    const Clock& base_;
    const WallTime begun_;
    const SteadyTime begun_steady_;
    std::filesystem::path file_;
    mutable std::mutex mutex_;  // guards the floor
    WallTime floor_{};
    const bool has_begun_well_;  // else a jump is somebody who mends the clock
};

}  // namespace motlan
