#include "kiosk/domain/civil_date.h"

#include <charconv>
#include <format>

namespace motlan {
namespace {

constexpr int kFirstYear = 1850;
constexpr int kLastYear = 2399;  // the last century digit of the personal number

std::optional<int> digits(std::string_view text) {
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = problem == std::errc{} && end == text.data() + text.size();
    if (!whole || text.empty() || text.front() == '-') return std::nullopt;
    return number;
}

}  // namespace

Result<CivilDate> CivilDate::make(int year, int month, int day) {
    if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) {
        return fail(Fault::CivilDateMalformed);
    }
    const std::chrono::month_day month_day{std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!(std::chrono::year(year) / month_day).ok()) return fail(Fault::CivilDateMalformed);
    return CivilDate(year, month_day);
}

Result<CivilDate> CivilDate::only_year(int year) {
    if (year < kFirstYear || year > kLastYear) return fail(Fault::CivilDateMalformed);
    return CivilDate(year, std::nullopt);
}

Result<CivilDate> CivilDate::parse_card(std::string_view text) {
    if (text.size() != 8) return fail(Fault::CivilDateMalformed);
    const auto day = digits(text.substr(0, 2));
    const auto month = digits(text.substr(2, 2));
    const auto year = digits(text.substr(4));
    if (!day || !month || !year) return fail(Fault::CivilDateMalformed);
    if (*day == 0 && *month == 0) return only_year(*year);
    return make(*year, *month, *day);
}

Result<CivilDate> CivilDate::parse_iso(std::string_view text) {
    if (text.size() == 4) {
        const auto year = digits(text);
        return year ? only_year(*year) : Result<CivilDate>(fail(Fault::CivilDateMalformed));
    }
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return fail(Fault::CivilDateMalformed);
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8));
    if (!day || !month || !year) return fail(Fault::CivilDateMalformed);
    return make(*year, *month, *day);
}

CivilDate CivilDate::of(WallTime time) {
    const std::chrono::year_month_day date(
        std::chrono::floor<std::chrono::days>(time + kVietnamOffset));
    return {static_cast<int>(date.year()), date.month() / date.day()};
}

std::chrono::sys_days CivilDate::day() const {
    using std::chrono::operator""d;
    return std::chrono::year(year_) / month_day_.value_or(std::chrono::January / 1d);
}

std::string CivilDate::to_text() const {
    if (is_year_only()) return std::format("{:04}", year_);
    return std::format("{:%d/%m/%Y}", day());
}

std::string CivilDate::to_iso() const {
    if (is_year_only()) return std::format("{:04}", year_);
    return std::format("{:%F}", day());
}

int age_on(const CivilDate& birth, const CivilDate& today) {
    const std::chrono::year_month_day born(birth.day());
    const std::chrono::year_month_day now(today.day());
    const bool had_birthday =
        std::pair(now.month(), now.day()) >= std::pair(born.month(), born.day());
    return static_cast<int>(now.year()) - static_cast<int>(born.year()) - (had_birthday ? 0 : 1);
}

}  // namespace motlan
