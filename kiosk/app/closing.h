// A technician closes a kiosk for citizens and opens it again, or plans a time in which it rests by
// itself: small files that outlive programs and power. Any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"

namespace motlan {

/// A time in which the kiosk serves nobody: closed and opened again by itself.
struct PlannedRest {
    WallTime from;
    WallTime to;
    bool operator==(const PlannedRest&) const = default;

    [[nodiscard]] bool holds(WallTime now) const { return from <= now && now < to; }
};

/// Nobody means a longer one, or one that is so far off.
inline constexpr std::chrono::days kLongestRest{31};
inline constexpr std::chrono::days kFarthestRest{366};

/// "2026-12-05T22:00", as clocks in Vietnam show it; and that moment, of no other spelling.
[[nodiscard]] std::string minute_text(WallTime time);
[[nodiscard]] std::optional<WallTime> parse_minute(std::string_view text);

/// Whether somebody can mean it: it ends after it begins and after `now`.
[[nodiscard]] bool can_be_planned(const PlannedRest& rest, WallTime now);

/// Whether a technician has closed the kiosk. `state` is $STATE_DIRECTORY.
[[nodiscard]] bool is_closed(const std::filesystem::path& state);

/// What is planned, also when it is over; none when nothing is, or nobody can read it.
[[nodiscard]] std::optional<PlannedRest> planned_rest(const std::filesystem::path& state);

/// Whether the kiosk serves nobody at that moment: closed, or as planned.
[[nodiscard]] bool is_at_rest(const std::filesystem::path& state, WallTime now);

/// Fail with Fault::DiskFull or StorageFailed; then it stays as it was.
[[nodiscard]] Result<void> close_kiosk(const std::filesystem::path& state);
[[nodiscard]] Result<void> open_kiosk(const std::filesystem::path& state);
/// The same; none: nothing is planned any more.
[[nodiscard]] Result<void> plan_rest(const std::filesystem::path& state,
                                     const std::optional<PlannedRest>& rest);

}  // namespace motlan
