// Administrative units as they are written, and how they are found.
#include <string>
#include <string_view>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/units.h"
#include "tests/domain/examples.h"

namespace motlan {
namespace {

constexpr std::string_view kUnits = R"(home = "40"
[[province]]
code = "01"
name = "Hà Nội"
city = true

[[province]]
code = "40"
name = "Nghệ An"
wards = ["16681 Thành Vinh"]
communes = ["17971 Kim Liên", "17728 Cát Ngạn"]
)";

Checked<Units> read(std::string_view text) {
    return Units::parse(parse_toml(text, "units.toml").value(), "units.toml");
}

/// The problem of the units with one text replaced by another.
std::string told(std::string_view from, std::string_view to) {
    std::string text(kUnits);
    text.replace(text.find(from), from.size(), to);
    const auto known = read(text);
    return known ? "it loads" : to_text(known.error());
}

}  // namespace

TEST_CASE("a unit is found by its code, with its kind and its province", "[domain]") {
    const Units known = read(kUnits).value();

    CHECK(known.find(UnitCode("17971")).full_name() == "xã Kim Liên, tỉnh Nghệ An");
    CHECK(known.find(UnitCode("16681")).unit->kind == UnitKind::Ward);
    CHECK(known.find(RegionCode("01"))->full_name() == "thành phố Hà Nội");
    CHECK(known.find(RegionCode("40"))->units.size() == 3);
    CHECK(known.home() == RegionCode("40"));
}

TEST_CASE("a code that nobody has finds nothing", "[domain]") {
    const Units known = read(kUnits).value();

    CHECK(known.find(RegionCode("40000")) == nullptr);
    CHECK(known.find(UnitCode("40")).unit == nullptr);
    CHECK(known.find(UnitCode("00001")).region == nullptr);
}

TEST_CASE("each fault of the units is named", "[domain]") {
    CHECK(told("home = \"40\"", "home = \"41\"").contains("home: there is no such province"));
    CHECK(told("home = \"40\"\n", "").contains("home: this key is missing"));
    CHECK(told("code = \"40\"", "code = \"4\"") ==
          "units.toml:8: province[1].code: two digits are needed here");
    CHECK(told("code = \"40\"", "code = \"01\"") ==
          "units.toml:7: province[1]: this province is listed twice");
    CHECK(told("Nghệ An", "Hà Nội") == "units.toml:7: province[1]: this province is listed twice");
    CHECK(told("17971 Kim Liên", "17971  Kim Liên").contains("reads not like"));
    CHECK(told("17971 Kim Liên", "1797 Kim Liên").contains("reads not like"));
    CHECK(told("17971 Kim Liên", "17971").contains("reads not like"));
    CHECK(told("17971 Kim Liên", "17971 Kim Lie\u0302n").contains("reads not like"));
    CHECK(told("17728", "16681") == "units.toml:11: province[1].communes: 16681 is listed twice");
    CHECK(told("Cát Ngạn", "Kim Liên") ==
          "units.toml:11: province[1].communes: Kim Liên is listed twice");
    CHECK(told("city = true", "district = 1") ==
          "units.toml:5: province[0].district: this key is not known");
}

TEST_CASE("a file without a province is a problem", "[domain]") {
    CHECK(to_text(read("").error()).contains("there is no province"));
}

}  // namespace motlan
