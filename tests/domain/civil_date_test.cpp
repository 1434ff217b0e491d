// Dates as they stand on papers, and the personal number.
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/citizen_number.h"
#include "kiosk/domain/civil_date.h"

namespace motlan {

using namespace std::chrono_literals;

TEST_CASE("a card's date is day, month and year without anything between", "[domain]") {
    CHECK(CivilDate::parse_card("15012000") == CivilDate::make(2000, 1, 15));
    CHECK(CivilDate::parse_card("29022024").has_value());
}

TEST_CASE("a card's date without day and month is a year", "[domain]") {
    const auto date = CivilDate::parse_card("00001950");

    REQUIRE(date.has_value());
    CHECK(date->is_year_only());
    CHECK(date->to_text() == "1950");
    CHECK(date->to_iso() == "1950");
}

TEST_CASE("what is no calendar date is refused", "[domain]") {
    for (const char* text : {"29022023", "31042000", "00012000", "01002000", "15132000", "32012000",
                             "1501200", "150120000", "15-12000", "+5012000", "15 12000", "15012500",
                             "15011849", "00000000", "", "abcdefgh"}) {
        INFO(text);
        CHECK(CivilDate::parse_card(text).error() == Fault::CivilDateMalformed);
    }
}

TEST_CASE("our own dates are year, month and day, or a year", "[domain]") {
    CHECK(CivilDate::parse_iso("2026-11-23") == CivilDate::make(2026, 11, 23));
    CHECK(CivilDate::parse_iso("1950") == CivilDate::only_year(1950));
    for (const char* text : {"2026-11-31", "2026/11/23", "2026-1-23", "26-11-23", "2026-11", "195",
                             "-950", "2026-11-2x", "2026-13-01", " 2026-11-23", ""}) {
        INFO(text);
        CHECK(CivilDate::parse_iso(text).error() == Fault::CivilDateMalformed);
    }
}

TEST_CASE("a date is written as a person reads it and as a document needs it", "[domain]") {
    const CivilDate date = CivilDate::make(2000, 1, 5).value();

    CHECK(date.to_text() == "05/01/2000");
    CHECK(date.to_iso() == "2000-01-05");
    CHECK(CivilDate::parse_iso(date.to_iso()) == date);
}

TEST_CASE("the day in Vietnam begins seven hours before that of the machine's clock", "[domain]") {
    const WallTime evening = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + 16h + 59min;

    CHECK(CivilDate::of(evening).to_iso() == "2026-11-22");
    CHECK(CivilDate::of(evening + 1min).to_iso() == "2026-11-23");
}

TEST_CASE("an age grows on the birthday", "[domain]") {
    const CivilDate birth = CivilDate::make(2008, 2, 29).value();

    CHECK(age_on(birth, CivilDate::make(2026, 2, 28).value()) == 17);
    CHECK(age_on(birth, CivilDate::make(2026, 3, 1).value()) == 18);
    CHECK(age_on(CivilDate::only_year(1950).value(), CivilDate::make(2026, 1, 1).value()) == 76);
}

TEST_CASE("a personal number is twelve digits, whatever they begin with", "[domain]") {
    for (const char* digits : {"040200000017", "000000000000", "999999999999"}) {
        CHECK(CitizenNumber::parse(digits)->digits() == digits);
    }
    for (const char* text : {"04020000001", "0402000000170", "04020000001x", "", "０40200000017",
                             " 40200000017", "+40200000017"}) {
        INFO(text);
        CHECK(CitizenNumber::parse(text).error() == Fault::CitizenNumberMalformed);
    }
}

TEST_CASE("a masked number shows three digits at each end", "[domain]") {
    CHECK(CitizenNumber::parse("040200000017")->masked() == "040 *** *** 017");
}

}  // namespace motlan
