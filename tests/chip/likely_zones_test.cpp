// The end of a card by the ages of the Law on Identity (26/2023/QH15, article 21).
#include "kiosk/chip/likely_zones.h"

#include <catch2/catch_test_macros.hpp>

using namespace motlan;

namespace {

/// The ends that a card may have; dates as in its code.
std::vector<std::string> ends(std::string_view birth, std::string_view issued) {
    Profile profile{.number = Personal(CitizenNumber::parse("040200000017").value()),
                    .birth_date = Personal(CivilDate::parse_card(birth).value())};
    if (!issued.empty()) profile.issued.emplace(CivilDate::parse_card(issued).value());
    std::vector<std::string> found;
    for (const MrzKey& zone : likely_zones(profile)) found.push_back(zone.expiry);
    return found;
}

using Ends = std::vector<std::string>;

}  // namespace

TEST_CASE("the zone of the specimen follows from its code", "[chip]") {
    const Profile profile{.number = Personal(CitizenNumber::parse("040200000017").value()),
                          .birth_date = Personal(CivilDate::make(2000, 1, 15).value()),
                          .issued = Personal(CivilDate::make(2022, 1, 15).value())};

    const auto zones = likely_zones(profile);

    REQUIRE(zones.size() == 1);
    CHECK(zones[0].to_text() == "200000017400011552501154");
}

TEST_CASE("a card ends at the next of the four ages", "[chip]") {
    CHECK(ends("01062015", "01082024") == Ends{"290601"});
    CHECK(ends("15012000", "15012014") == Ends{"250115"});
    CHECK(ends("15012000", "15012025") == Ends{"400115"});
    CHECK(ends("15011975", "14012033") == Ends{"350115"});
}

TEST_CASE("one issued within two years before such an age ends at the age after it", "[chip]") {
    CHECK(ends("15012000", "14012023") == Ends{"250115"});
    CHECK(ends("15012000", "15012023") == Ends{"400115", "250115"});
    CHECK(ends("15012000", "14012025") == Ends{"400115", "250115"});
    CHECK(ends("01062015", "01062027") == Ends{"400601", "290601"});
}

TEST_CASE("after the last age a card never ends", "[chip]") {
    CHECK(ends("12031951", "20062021") == Ends{"991231"});
    CHECK(ends("15011965", "15012023") == Ends{"991231", "250115"});
}

TEST_CASE("a birthday that a year does not have is the day before or after", "[chip]") {
    CHECK(ends("29022000", "10052021") == Ends{"250228", "250301"});
    CHECK(ends("29021988", "03012023") == Ends{"280229"});
    CHECK(ends("29022000", "28022023") == Ends{"400229", "250228", "250301"});
}

TEST_CASE("without the day of birth or of issue nothing is guessed", "[chip]") {
    CHECK(ends("00001951", "20062021").empty());
    CHECK(ends("12031951", "").empty());
    CHECK(ends("12031951", "00002021").empty());
}
