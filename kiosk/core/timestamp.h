// Moments as text: RFC 3339 in UTC with milliseconds, "2026-11-23T01:51:07.123Z".
// The only spelling in our documents (formats.md).
#pragma once

#include <charconv>
#include <format>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/clock.h"

namespace motlan {

/// The moment as text.
[[nodiscard]] inline std::string to_timestamp(WallTime time) {
    return std::format("{:%FT%T}Z", time);
}

/// Reads exactly that spelling of a real moment; nothing else.
[[nodiscard]] inline std::optional<WallTime> parse_timestamp(std::string_view text) {
    constexpr std::string_view kShape = "0000-00-00T00:00:00.000Z";
    if (text.size() != kShape.size()) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (kShape[i] == '0' ? !is_digit : text[i] != kShape[i]) return std::nullopt;
    }
    const auto number = [text](std::size_t at, std::size_t size) {
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + size, value);
        return value;
    };
    using namespace std::chrono;
    const year_month_day date{year{number(0, 4)}, month{static_cast<unsigned>(number(5, 2))},
                              day{static_cast<unsigned>(number(8, 2))}};
    const int hour = number(11, 2), minute = number(14, 2), second = number(17, 2);
    if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return WallTime(sys_days(date)) + hours(hour) + minutes(minute) + seconds(second) +
           milliseconds(number(20, 3));
}

}  // namespace motlan
