#include "kiosk/app/settings.h"

#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/catalogue.h"
#include "kiosk/core/file.h"
#include "tests/support/checkout.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

constexpr std::size_t kLimit = 1 << 20;

std::string good_config() { return *read_text(checkout() / "config/kiosk.toml", kLimit); }

/// Reads the project's own configuration with one text replaced by another.
Checked<Settings> read_with(const std::string& from, const std::string& to) {
    const testing::Folder folder;
    std::string text = good_config();
    const auto place = text.find(from);
    REQUIRE(place != std::string::npos);
    text.replace(place, from.size(), to);
    REQUIRE(write_file(folder.path() / "kiosk.toml", as_bytes(text)));
    return read_settings(folder.path() / "kiosk.toml", "/state");
}

}  // namespace

TEST_CASE("the configuration of the project itself is sound", "[app]") {
    const auto settings = read_settings(checkout() / "config/kiosk.toml", "/state");

    REQUIRE(settings);
    CHECK(settings->panel.width == 1080);
    CHECK(settings->devices.printer == "/state/slips");
    const auto today = CivilDate::make(2026, 11, 23);
    const auto office = read_office(*settings, *today);
    REQUIRE(office);
    CHECK(office->procedures.size() >= 2);
}

TEST_CASE("each fault of a configuration names its file, line, key and reason", "[app]") {
    struct Case {
        const char* from;
        const char* to;
        const char* key;
        const char* reason;
    };
    const auto wrong = std::to_array<Case>({
        {"width = 1080", "width = 1080\nwitdh = 1", "screen.witdh", "this key is not known"},
        {"width = 1080", "", "screen.width", "this key is missing"},
        {"width = 1080", "width = 12", "screen.width",
         "a whole number from 480 to 8192 is needed here"},
        {"dpi = 300", "dpi = \"300\"", "scanner.dpi",
         "a whole number from 100 to 600 is needed here"},
        {"colour = true", "colour = 1", "scanner.colour", "true or false is needed here"},
        {"place = \"window\"", "place = \"wall\"", "screen.place",
         "one of these is needed here: full window none"},
        {"[scanner]\ndriver = \"simulated\"", "[scanner]\ndriver = \"sane\"", "scanner.device",
         "this driver needs the name of the scanner"},
        {"[card_camera]\ndriver = \"simulated\"", "[card_camera]\ndriver = \"camera\"",
         "card_camera.path", "this driver needs the path of its pictures or its device"},
    });
    for (const Case& each : wrong) {
        INFO(each.to);
        const auto settings = read_with(each.from, each.to);

        REQUIRE_FALSE(settings);
        CHECK(settings.error().file.ends_with("kiosk.toml"));
        CHECK(settings.error().line > 0);
        CHECK(settings.error().key == each.key);
        CHECK(settings.error().reason == each.reason);
    }
}

TEST_CASE("a configuration that is not there or is no TOML is a problem, not a crash", "[app]") {
    const testing::Folder folder;

    CHECK(read_settings(folder.path() / "none.toml", "/state").error().reason ==
          "the file cannot be read");
    const auto torn = read_with("[screen]", "[screen");
    CHECK(torn.error().line > 0);
}
