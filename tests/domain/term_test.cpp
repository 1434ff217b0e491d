// When a result is due: working days, holidays, days made up for, the afternoon limit.
#include <chrono>
#include <string>
#include <string_view>
#include <catch2/catch_test_macros.hpp>

#include "tests/domain/examples.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

// As announced for an invented year: 1 and 2 September off, Monday 31 August off in exchange for
// Saturday 22 August.
constexpr std::string_view kYear = R"([[year]]
year = 2026
act = "Thông báo mẫu"
verified = false
off = ["2026-01-01", "2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24"]
worked = ["2026-08-22"]
)";

Checked<Holidays> read(std::string_view text) {
    return Holidays::parse(parse_toml(text, "h.toml").value(), "h.toml");
}

/// That day and hour in Vietnam.
WallTime at(const char* day, std::chrono::minutes time) {
    return WallTime(CivilDate::parse_iso(day)->day()) + time - kVietnamOffset;
}

std::string due(const Term& term, WallTime received) {
    const auto day = due_day(term, received, read(kYear).value());
    return day ? day->to_iso() : "not announced";
}

Term working(int days) { return {.days = days, .counts_working_days = true}; }

}  // namespace

TEST_CASE("the day of arrival does not count and neither do weekends", "[domain]") {
    CHECK(due(working(3), at("2026-11-09", 9h)) == "2026-11-12");
    CHECK(due(working(3), at("2026-11-11", 9h)) == "2026-11-16");
    CHECK(due(working(1), at("2026-11-13", 9h)) == "2026-11-16");
}

TEST_CASE("holidays and days off in exchange do not count", "[domain]") {
    CHECK(due(working(1), at("2026-08-28", 9h)) == "2026-09-03");
    CHECK(due(working(2), at("2026-11-23", 9h)) == "2026-11-26");
}

TEST_CASE("a Saturday that makes up for a day off counts", "[domain]") {
    CHECK(due(working(1), at("2026-08-21", 9h)) == "2026-08-22");
}

TEST_CASE("what arrives on a day off counts as of the next working day", "[domain]") {
    CHECK(due(working(1), at("2026-11-14", 9h)) == "2026-11-17");
    CHECK(due(working(0), at("2026-11-14", 9h)) == "2026-11-16");
}

TEST_CASE("same-day results come the next working day after the afternoon limit", "[domain]") {
    const Term term{.days = 0, .counts_working_days = true, .cut_off_hour = 15};

    CHECK(due(term, at("2026-11-12", 14h + 59min)) == "2026-11-12");
    CHECK(due(term, at("2026-11-12", 15h)) == "2026-11-13");
    CHECK(due(term, at("2026-11-13", 16h)) == "2026-11-16");
}

TEST_CASE("the day is that of Vietnam, not that of the machine", "[domain]") {
    CHECK(due(working(1), at("2026-11-10", 30min)) == "2026-11-11");
    CHECK(due(working(1), at("2026-11-10", 23h + 59min)) == "2026-11-11");
}

TEST_CASE("calendar days count every day", "[domain]") {
    const Term term{.days = 10, .counts_working_days = false};

    CHECK(due(term, at("2026-11-06", 9h)) == "2026-11-16");
}

TEST_CASE("a term that runs into a year not announced has no day", "[domain]") {
    CHECK(due(working(5), at("2026-12-29", 9h)) == "not announced");
    CHECK(due(working(1), at("2025-12-29", 9h)) == "not announced");
}

TEST_CASE("each fault of the holidays is told with its place", "[domain]") {
    const auto reason = [](std::string_view from, std::string_view to) {
        std::string text(kYear);
        text.replace(text.find(from), from.size(), to);
        const auto known = read(text);
        return known ? "it loads" : to_text(known.error());
    };

    CHECK(reason("2026-01-01", "2026-02-30") ==
          "h.toml:5: year[0].off: dates are needed here: \"2026-09-02\"");
    CHECK(reason("2026-01-01", "2025-01-01") == "h.toml:5: year[0].off: a date is of another year");
    CHECK(reason("2026-08-31", "2026-09-01") ==
          "h.toml:5: year[0].off: 2026-09-01 is listed twice");
    CHECK(reason("2026-08-22", "2026-08-21") ==
          "h.toml:6: year[0].worked: only a Saturday or a Sunday is worked instead");
    CHECK(reason("act = \"Thông báo mẫu\"\n", "") == "h.toml:1: year[0].act: this key is missing");
    CHECK(reason("[[year]]", std::string(kYear) + "[[year]]") ==
          "h.toml:8: year[1].year: this year is listed twice");
}

TEST_CASE("a procedure says its term in one unit", "[domain]") {
    const auto reason = [](const std::string& term) {
        const auto read_one =
            examples::read(std::string(examples::kHead) + "term = { " + term +
                           "basis = { document = \"Luật\", verified = true } }\n" +
                           examples::item("name", "person.full_name"));
        return read_one ? "it loads" : to_text(read_one.error());
    };

    CHECK(reason("working_days = 3, ") == "it loads");
    CHECK(reason("days = 10, ") == "it loads");
    CHECK(reason("working_days = 0, cut_off_hour = 15, ") == "it loads");
    CHECK(reason("") == "p.toml:10: term: either working_days or days is needed");
    CHECK(reason("working_days = 3, days = 3, ") ==
          "p.toml:10: term: either working_days or days is needed");
    CHECK(reason("working_days = 3, cut_off_hour = 24, ") ==
          "p.toml:10: term.cut_off_hour: a whole number from 1 to 23 is needed here");
}

}  // namespace motlan
