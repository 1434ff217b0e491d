// Time is passed in, so that tests and journeys can own it.
#pragma once

#include <chrono>

namespace motlan {

using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;
using SteadyTime = std::chrono::steady_clock::time_point;

/// Local time in Vietnam: UTC+7 without daylight saving (Decision 134/2002/QD-TTg, recalled).
inline constexpr std::chrono::hours kVietnamOffset{7};

/// Tells the time. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    /// What the wall clock says (UTC). It may be wrong and may jump.
    [[nodiscard]] virtual WallTime wall() const = 0;
    /// Never jumps; for durations and deadlines.
    [[nodiscard]] virtual SteadyTime steady() const = 0;
    /// True when the wall clock is known to be wrong or to have jumped.
    [[nodiscard]] virtual bool is_uncertain() const { return false; }
};

/// The machine's clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(
            std::chrono::system_clock::now());
    }
    [[nodiscard]] SteadyTime steady() const override { return std::chrono::steady_clock::now(); }
};

}  // namespace motlan
