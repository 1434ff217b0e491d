// Communes and wards as answers, and how letters lead to them.
#include <algorithm>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/utf8.h"
#include "kiosk/domain/place.h"
#include "tests/domain/shipped.h"

namespace motlan {
namespace {

const Units& units() {
    static const Units kKnown =
        Units::parse(examples::read_shipped("config/units.toml"), "units.toml").value();
    return kKnown;
}

const Region& nghe_an() { return *units().find(RegionCode("40")); }

std::vector<std::string> names(const std::vector<NamedPlace>& places) {
    std::vector<std::string> all;
    for (const NamedPlace& place : places) all.push_back(place.name);
    return all;
}

std::vector<std::string> found(std::string_view letters) {
    return names(find_units(nghe_an(), letters));
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("while nothing is typed every unit is there, in the order of the alphabet", "[domain]") {
    const Names all = found("");

    CHECK(all.size() == nghe_an().units.size());
    CHECK(std::ranges::is_sorted(
        all, {}, [](const std::string& name) { return fold(name.substr(name.find(' ') + 1)); }));
    CHECK(found(" ").size() == all.size());
}

TEST_CASE("a name is found without marks, blanks or its kind, and by first letters", "[domain]") {
    for (const char* letters : {"kim lien", "kimlien", "Kim Liên", "KIM L", "xã kim liên"}) {
        INFO(letters);
        CHECK(found(letters) == Names{"xã Kim Liên"});
    }
    CHECK(found("kl") == Names{"xã Kim Liên"});
    CHECK(found("phuong thanh vinh") == Names{"phường Thành Vinh"});
    CHECK(found("lien") == Names{"xã Kim Liên"});
}

TEST_CASE("a name that begins so comes before one whose later word does", "[domain]") {
    const Names all = found("vinh");

    REQUIRE(all.size() > 3);
    CHECK(all.front() == "phường Vinh Hưng");
    CHECK(all.back() == "phường Trường Vinh");
}

TEST_CASE("two letters leave at most three pages of six, of every unit", "[domain]") {
    for (const Unit& unit : nghe_an().units) {
        const std::string letters = fold(unit.name).substr(0, 2);
        INFO(unit.name);
        CHECK(found(letters).size() <= 18);
        CHECK(std::ranges::contains(found(letters), unit.full_name()));
    }
}

TEST_CASE("what nobody is called finds nothing, whatever the letters are", "[domain]") {
    CHECK(found("qwzx").empty());
    CHECK(found("Nam Giang").empty());  // a commune of old
    CHECK(found(std::string(100'000, 'k')).empty());
}

TEST_CASE("provinces are found in the same way", "[domain]") {
    CHECK(find_regions(units(), "").size() == 34);
    CHECK(names(find_regions(units(), "hn")) == Names{"thành phố Hà Nội"});
    CHECK(names(find_regions(units(), "thanh pho hue")) == Names{"thành phố Huế"});
}

TEST_CASE("an answer has the code and the written name", "[domain]") {
    const std::string answer = place_answer(units().find(UnitCode("17971")));

    CHECK(answer == "17971 xã Kim Liên, tỉnh Nghệ An");
    CHECK(is_place_answer(answer));
    CHECK(is_listed_place(answer));
    CHECK(place_name(answer) == "xã Kim Liên, tỉnh Nghệ An");
    CHECK(region_of(answer, units()) == &nghe_an());
    CHECK(written_name(answer, nghe_an()).empty());
}

TEST_CASE("where no units are listed the name is written, and read back letter by letter",
          "[domain]") {
    const Region& hanoi = *units().find(RegionCode("01"));
    const std::string answer = place_answer(hanoi, "phường Ba Đình ");

    CHECK(answer == "01 phường Ba Đình , thành phố Hà Nội");
    CHECK(is_place_answer(answer));
    CHECK_FALSE(is_listed_place(answer));
    CHECK(region_of(answer, units()) == &hanoi);
    CHECK(written_name(answer, hanoi) == "phường Ba Đình ");
    CHECK(place_answer(hanoi, "  ").empty());
}

TEST_CASE("another text is no such answer", "[domain]") {
    for (const char* text :
         {"", "17971", "17971 ", "xã Kim Liên, tỉnh Nghệ An", "40 , tỉnh Nghệ An",
          "40  , tỉnh Nghệ An", "40 a, ", "401 a, b", "17971xã, tỉnh"}) {
        INFO(text);
        CHECK_FALSE(is_place_answer(text));
    }
    CHECK(place_name("Vinh") == "Vinh");
    CHECK(region_of("99 a, b", units()) == nullptr);
}

}  // namespace motlan
