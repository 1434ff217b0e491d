#include "kiosk/chip/mrz.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/chip/tlv.h"

using namespace motlan;

namespace {

// The invented specimen of domain notes 3.3.
const std::string kSpecimen =
    "IDVNM2000000174040200000017<<6"
    "0001155M2501154VNM<<<<<<<<<<<2"
    "NGUYEN<<VAN<THU<<<<<<<<<<<<<<<";

std::string with(std::size_t position, char letter) {
    std::string changed = kSpecimen;
    changed[position] = letter;
    return changed;
}

}  // namespace

TEST_CASE("the zone of the specimen tells number and sex", "[chip]") {
    const auto zone = parse_mrz(kSpecimen);

    REQUIRE(zone);
    CHECK(zone->number.digits() == "040200000017");
    CHECK(zone->sex == Sex::Male);
}

TEST_CASE("sex is not said by other letters", "[chip]") {
    CHECK(parse_mrz(with(37, 'F'))->sex == Sex::Female);
    CHECK(parse_mrz(with(37, '<'))->sex == std::nullopt);
}

TEST_CASE("a wrong digit anywhere that is checked is found", "[chip]") {
    for (const std::size_t position : {5U, 13U, 14U, 15U, 26U, 29U, 30U, 36U, 38U, 44U, 59U}) {
        const char digit = kSpecimen[position];
        INFO(position);
        CHECK(
            parse_mrz(with(position, digit == '9' ? '0' : static_cast<char>(digit + 1))).error() ==
            Fault::ChipMalformed);
    }
}

TEST_CASE("other lengths and letters are no zone", "[chip]") {
    CHECK(parse_mrz("").error() == Fault::ChipMalformed);
    CHECK(parse_mrz(kSpecimen.substr(1)).error() == Fault::ChipMalformed);
    CHECK(parse_mrz(kSpecimen + "<").error() == Fault::ChipMalformed);
    CHECK(parse_mrz(with(60, 'n')).error() == Fault::ChipMalformed);
    CHECK(parse_mrz(with(60, '\0')).error() == Fault::ChipMalformed);
    CHECK(parse_mrz(with(15, '<')).error() == Fault::ChipMalformed);
}

TEST_CASE("the zone's file is one element in another", "[chip]") {
    const Bytes file = element(0x61, element(0x5F1F, as_bytes(kSpecimen)));

    CHECK(parse_zone_file(file)->number.digits() == "040200000017");
    CHECK(parse_zone_file(element(0x61, as_bytes(kSpecimen))).error() == Fault::ChipMalformed);
    CHECK(parse_zone_file(ByteView(file).first(file.size() - 1)).error() == Fault::ChipMalformed);
}

TEST_CASE("the printed second line makes a key with the number", "[chip]") {
    const auto number = CitizenNumber::parse("040200000017").value();
    const std::string line = kSpecimen.substr(30, 30);

    CHECK(key_of(number, line)->to_text() == "200000017400011552501154");
    CHECK(key_of(number, line.substr(1)).error() == Fault::ChipMalformed);
    CHECK(key_of(number, "0001156" + line.substr(7)).error() == Fault::ChipMalformed);
    CHECK(key_of(number, line.substr(0, 14) + "5" + line.substr(15)).error() ==
          Fault::ChipMalformed);
    CHECK(key_of(number, line.substr(0, 29) + "?").error() == Fault::ChipMalformed);
}

TEST_CASE("a key of letters that no zone has opens nothing", "[chip]") {
    CHECK(MrzKey{"200000017", "000115", "250115"}.to_text() == "200000017400011552501154");
    CHECK(MrzKey{"20000001x", "000115", "250115"}.to_text() == fail(Fault::ChipMalformed));
}
