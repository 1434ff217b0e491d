#include "kiosk/chip/likely_zones.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <format>
#include <iterator>
#include <ranges>
#include <span>

namespace motlan {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// Law 26/2023/QH15, article 21: a card is renewed at these ages. One issued within two years before
// such an age is good until the next, and after the last it never ends.
constexpr std::array kRenewals = {14, 25, 40, 60};
constexpr int kEarly = 2;
constexpr std::string_view kNever = "991231";  // domain notes 3.3

using Ages = std::span<const int>;

std::string short_date(sys_days day) { return std::format("{:%y%m%d}", day); }

/// The birthday of that age; either day that may stand for it in a year without 29 February.
std::vector<sys_days> birthdays(const year_month_day& born, int age) {
    const year_month_day day = born + std::chrono::years(age);
    if (day.ok()) return {day};
    const sys_days last = day.year() / day.month() / std::chrono::last;
    return {last, last + std::chrono::days(1)};
}

/// An end at the first of these ages, as the zone writes it.
std::vector<std::string> ends_at(const year_month_day& born, Ages ages) {
    if (ages.empty()) return {std::string(kNever)};
    std::vector<std::string> ends;
    std::ranges::transform(birthdays(born, ages.front()), std::back_inserter(ends), short_date);
    return ends;
}

/// The ends of a card that was issued on that day, the likeliest first.
std::vector<std::string> likely_ends(const year_month_day& born, sys_days issued) {
    const auto next = std::ranges::find_if(
        kRenewals, [&](int age) { return birthdays(born, age).front() > issued; });
    const Ages ahead(next, kRenewals.end());
    const bool is_early =
        !ahead.empty() && birthdays(born, ahead.front() - kEarly).front() <= issued;
    if (!is_early) return ends_at(born, ahead);
    std::vector<std::string> ends = ends_at(born, ahead.subspan(1));
    std::ranges::move(ends_at(born, ahead), std::back_inserter(ends));
    return ends;
}

}  // namespace

std::vector<MrzKey> likely_zones(const Profile& profile) {
    const CivilDate& birth = profile.birth_date.reveal();
    const bool is_issue_known = profile.issued && !profile.issued->reveal().is_year_only();
    if (birth.is_year_only() || !is_issue_known) return {};
    std::vector<MrzKey> zones;
    for (std::string& end : likely_ends(birth.day(), profile.issued->reveal().day())) {
        zones.push_back({.document_number = document_number_of(profile.number.reveal()),
                         .birth = short_date(birth.day()),
                         .expiry = std::move(end)});
    }
    return zones;
}

}  // namespace motlan
