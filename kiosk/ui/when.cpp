#include "kiosk/ui/when.h"

#include <array>
#include <format>

namespace motlan {
namespace {

std::chrono::local_time<std::chrono::minutes> local(WallTime time) {
    const auto shifted = time.time_since_epoch() + kVietnamOffset;
    return std::chrono::local_time<std::chrono::minutes>(
        std::chrono::floor<std::chrono::minutes>(shifted));
}

Text weekday(WallTime time) {
    constexpr auto kDays = std::to_array(
        {Text::WeekdaySunday, Text::WeekdayMonday, Text::WeekdayTuesday, Text::WeekdayWednesday,
         Text::WeekdayThursday, Text::WeekdayFriday, Text::WeekdaySaturday});
    const std::chrono::weekday day{std::chrono::floor<std::chrono::days>(local(time))};
    return kDays.at(day.c_encoding());
}

}  // namespace

std::string clock_text(WallTime time) { return std::format("{:%H:%M}", local(time)); }
std::string date_text(WallTime time) { return std::format("{:%d/%m/%Y}", local(time)); }

std::string moment_text(WallTime time) { return clock_text(time) + " " + date_text(time); }

std::string day_text(WallTime time, Language language) {
    return phrase(weekday(time), language).shown + ", " + date_text(time);
}

std::string due_text(WallTime time, Language language) {
    return phrase(Text::WhenDue, language,
                  {{"time", clock_text(time)}, {"day", day_text(time, language)}})
        .shown;
}

}  // namespace motlan
