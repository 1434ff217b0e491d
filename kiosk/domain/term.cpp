#include "kiosk/domain/term.h"

#include <algorithm>
#include <format>

namespace motlan {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using Dates = std::set<sys_days>;

constexpr int kLongestTerm = 366;

bool is_weekend(sys_days day) {
    const std::chrono::weekday weekday(day);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

int year_of(sys_days day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

void read_date(Fields& fields, std::string_view key, const std::string& text, Dates& dates) {
    const auto date = CivilDate::parse_iso(text);
    if (!date || date->is_year_only()) {
        fields.refuse(key, "dates are needed here: \"2026-09-02\"");
        return;
    }
    if (!dates.insert(date->day()).second) {
        fields.refuse(key, std::format("{} is listed twice", text));
    }
}

Dates read_dates(Fields& fields, std::string_view key) {
    Dates dates;
    for (const std::string& text : fields.texts(key)) read_date(fields, key, text, dates);
    return dates;
}

void check_year(Fields& fields, int year, const Dates& off, const Dates& worked) {
    const auto is_other = [year](sys_days day) { return year_of(day) != year; };
    if (std::ranges::any_of(off, is_other)) fields.refuse("off", "a date is of another year");
    if (std::ranges::any_of(worked, is_other)) fields.refuse("worked", "a date is of another year");
    if (!std::ranges::all_of(worked, is_weekend)) {
        fields.refuse("worked", "only a Saturday or a Sunday is worked instead");
    }
}

/// The next day that counts; nothing where a year is not announced.
std::optional<sys_days> next_day(sys_days day, bool is_working_day, const Holidays& holidays) {
    for (day += days(1); is_working_day; day += days(1)) {
        const auto works = holidays.is_working(day);
        if (!works) return std::nullopt;
        if (*works) return day;
    }
    return day;
}

}  // namespace

Checked<Holidays> Holidays::parse(const Tree& document, const std::string& file) {
    Holidays known;
    Fields fields(document, file);
    const Tree::List* entries = fields.list("year");
    for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i) {
        Fields inner((*entries)[i], file, std::format("year[{}]", i));
        const int year = static_cast<int>(inner.number("year", 2000, 2399));
        const Dates off = read_dates(inner, "off");
        const Dates worked = read_dates(inner, "worked");
        check_year(inner, year, off, worked);
        if (inner.text("act").empty()) inner.refuse("act", "the text is empty");
        (void)inner.truth("verified");
        if (!known.years_.insert(year).second) inner.refuse("year", "this year is listed twice");
        known.off_.insert(off.begin(), off.end());
        known.worked_.insert(worked.begin(), worked.end());
        if (auto problem = inner.done()) fields.refuse(*std::move(problem));
    }
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return known;
}

std::optional<bool> Holidays::is_working(sys_days day) const {
    if (!years_.contains(year_of(day))) return std::nullopt;
    if (worked_.contains(day)) return true;
    return !is_weekend(day) && !off_.contains(day);
}

std::optional<CivilDate> due_day(const Term& term, WallTime received, const Holidays& holidays) {
    const auto local = received + kVietnamOffset;
    std::optional<sys_days> day = std::chrono::floor<days>(local);
    const auto of_day = local - *day;
    const auto works = holidays.is_working(*day);
    if (!works) return std::nullopt;
    const bool is_late = term.cut_off_hour && of_day >= std::chrono::hours(*term.cut_off_hour);
    // What arrives after the limit or on a day off counts as of the next working day.
    if (is_late || !*works) day = next_day(*day, true, holidays);
    for (int left = term.days; day && left > 0; --left) {
        day = next_day(*day, term.counts_working_days, holidays);
    }
    if (!day) return std::nullopt;
    return CivilDate::of(WallTime(*day) - kVietnamOffset);
}

std::optional<Term> read_term(Fields& above) {
    const Tree* table = above.table("term");
    if (table == nullptr) return std::nullopt;
    Fields fields(*table, above.file(), "term");
    const auto working = fields.maybe_number("working_days", 0, kLongestTerm);
    const auto calendar = fields.maybe_number("days", 1, kLongestTerm);
    const auto hour = fields.maybe_number("cut_off_hour", 1, 23);
    if (working.has_value() == calendar.has_value()) {
        fields.refuse("", "either working_days or days is needed");
    }
    Term term{.days = static_cast<int>(working ? *working : calendar.value_or(0)),
              .counts_working_days = working.has_value(),
              .cut_off_hour = {},
              .basis = read_basis(fields, "basis")};
    if (hour) term.cut_off_hour = static_cast<int>(*hour);
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return term;
}

}  // namespace motlan
