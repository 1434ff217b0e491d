// A clock that a test moves by hand.
#pragma once

#include <atomic>

#include "kiosk/core/clock.h"

namespace motlan::testing {

class HandClock final : public Clock {
public:
    /// Starts at the real moment, so that fresh certificates are valid.
    HandClock() : wall_(SystemClock().wall()) {}

    [[nodiscard]] WallTime wall() const override { return wall_; }
    [[nodiscard]] SteadyTime steady() const override { return steady_; }

    void move(std::chrono::milliseconds by) {
        wall_ = wall_.load() + by;
        steady_ = steady_.load() + by;
    }

    /// Somebody turns the wall clock; no time passes.
    void turn(std::chrono::milliseconds by) { wall_ = wall_.load() + by; }

private:
    std::atomic<WallTime> wall_;
    std::atomic<SteadyTime> steady_{};
};

}  // namespace motlan::testing
