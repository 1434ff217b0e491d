// Headphones plugged in and pulled out of a sound card that exists in a file.
#include "drivers/alsa_jack/alsa_jack.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

/// A card called "twin" whose jack is a file; it is away until something is set.
class Card {
public:
    Card() {
        const std::string text = "ctl_type.twin { lib \"" ALSA_TWIN
                                 "\" }\nctl.twin { type twin file \"" +
                                 jack().string() + "\" }\n";
        REQUIRE(write_file(folder_.path() / "alsa.conf", as_bytes(text)));
        ::setenv("ALSA_CONFIG_PATH", (folder_.path() / "alsa.conf").c_str(), 1);
    }
    void set(std::string_view state) const { REQUIRE(write_file(jack(), as_bytes(state))); }
    void remove() const { std::filesystem::remove(jack()); }

private:
    [[nodiscard]] std::filesystem::path jack() const { return folder_.path() / "jack"; }
    testing::Folder folder_;
};

}  // namespace

TEST_CASE("headphones are felt as they are plugged in and pulled out", "[drivers]") {
    const Card card;
    card.set("0");
    const auto is_plugged = jack_question("twin", "Headphone Jack");

    CHECK_FALSE(is_plugged());
    card.set("1");
    CHECK(is_plugged());
    card.set("0");
    CHECK_FALSE(is_plugged());
}

TEST_CASE("a card that is away has nothing plugged in until it is back", "[drivers]") {
    const Card card;
    const auto is_plugged = jack_question("twin", "Headphone Jack");
    CHECK_FALSE(is_plugged());

    card.set("1");
    CHECK(is_plugged());
    card.remove();
    CHECK_FALSE(is_plugged());
    card.set("1");
    CHECK(is_plugged());
}

TEST_CASE("a switch that the card has not is never on", "[drivers]") {
    const Card card;
    card.set("1");

    CHECK_FALSE(jack_question("twin", "Mic Jack")());
    CHECK_FALSE(jack_question("hw:31", "Headphone Jack")());
    CHECK_FALSE(jack_question("twin", ""));
}
