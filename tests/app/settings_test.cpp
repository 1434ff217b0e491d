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

constexpr const char* kNoHandReader =
    "[hand_reader]               # a reader that decodes codes by itself\ndriver = \"none\"";
constexpr const char* kNoChip =
    "[chip]                      # reads the chip of the card\ndriver = \"none\"";

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
        {"# tone_style = \"old\"", "tone_style = \"oldest\"", "tone_style",
         "one of these is needed here: old new"},
        {"dpi = 300", "dpi = \"300\"", "scanner.dpi",
         "a whole number from 100 to 600 is needed here"},
        {"colour = true", "colour = 1", "scanner.colour", "true or false is needed here"},
        {"place = \"window\"", "place = \"wall\"", "screen.place",
         "one of these is needed here: full window none"},
        {"[scanner]\ndriver = \"simulated\"", "[scanner]\ndriver = \"sane\"", "scanner.device",
         "this driver needs the name of the scanner"},
        {"[card_camera]\ndriver = \"simulated\"", "[card_camera]\ndriver = \"camera\"",
         "card_camera.path", "this driver needs the path of its pictures or its device"},
        {"[hand_reader]", "[hand]", "hand_reader", "this table is missing"},
        {kNoHandReader, "[hand_reader]\ndriver = \"usb\"", "hand_reader.driver",
         "one of these is needed here: none serial"},
        {kNoHandReader, "[hand_reader]\ndriver = \"serial\"", "hand_reader.path",
         "this driver needs the path of its device"},
        {kNoHandReader, "[hand_reader]\ndriver = \"serial\"\npath = \"\"", "hand_reader.path",
         "this driver needs the path of its device"},
        {kNoHandReader, "[hand_reader]\ndriver = \"none\"\nbaud = 9601", "hand_reader.baud",
         "one of these is needed here: 1200 2400 9600 19200 38400 57600 115200"},
        {kNoHandReader, "[hand_reader]\ndriver = \"none\"\nbaud = 300", "hand_reader.baud",
         "a whole number from 1200 to 115200 is needed here"},
        {kNoHandReader, "[hand_reader]\ndriver = \"none\"\nsilence_ms = 5",
         "hand_reader.silence_ms", "a whole number from 20 to 1000 is needed here"},
        {kNoHandReader, "[hand_reader]\ndriver = \"none\"\naim_prefix = \"]Q1\"",
         "hand_reader.aim_prefix", "true or false is needed here"},
        {kNoHandReader, "[hand_reader]\ndriver = \"none\"\nspeed = 9600", "hand_reader.speed",
         "this key is not known"},
        {kNoChip, "[chip]\ndriver = \"usb\"", "chip.driver",
         "one of these is needed here: none pcsc"},
        {kNoChip, "[chip]\ndriver = \"none\"\nface = \"yes\"", "chip.face",
         "true or false is needed here"},
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

TEST_CASE("people are told where to go when a kiosk rests, if it says so", "[app]") {
    const auto usual = read_with("# other_counter", "# other_counter");
    const auto told = read_with("# other_counter = \"…\"", "other_counter = \"Vạn An\"");

    REQUIRE(usual);
    REQUIRE(told);
    CHECK(usual->other_counter.empty());
    CHECK(told->other_counter == "Vạn An");
}

TEST_CASE("a center's counters are listed by name, and a list that is none is told", "[app]") {
    const auto told = [](const std::string& names) {
        return read_with("counters = ", "counters = \"" + names + "\" # ");
    };
    std::string many = "1";
    for (int i = 2; i <= 25; ++i) many += ";" + std::to_string(i);

    const auto none = read_with("counters = ", "# counters = ");
    const auto two = told("Quầy 1: Hộ tịch;  Quầy 2: Đất đai ");

    CHECK(none->counters.empty());
    CHECK(read_with("counters = ", "counters = ")->counters.size() == 4);
    REQUIRE(two);
    CHECK(two->counters == std::vector<std::string>{"Quầy 1: Hộ tịch", "Quầy 2: Đất đai"});
    for (const std::string& wrong :
         {many, std::string(61, 'a'), std::string("1;;2"), std::string("1;1"), std::string("1;")}) {
        INFO(wrong);
        const auto settings = told(wrong);
        REQUIRE_FALSE(settings);
        CHECK(settings.error().key == "counters");
    }
}

TEST_CASE("tones stand in the old places unless it is said", "[app]") {
    const auto usual = read_with("# tone_style", "# tone_style");
    const auto changed = read_with("# tone_style = \"old\"", "tone_style = \"new\"");

    REQUIRE(usual);
    REQUIRE(changed);
    CHECK(usual->tone_style == ToneStyle::Old);
    CHECK(changed->tone_style == ToneStyle::New);
    const auto office = read_office(*read_settings(checkout() / "config/kiosk.toml", "/state"),
                                    *CivilDate::make(2026, 11, 23));
    REQUIRE(office);
    CHECK(office->tone_style == ToneStyle::Old);
}

TEST_CASE("a kiosk has no hand reader and no chip reader unless it is said", "[app]") {
    const auto settings = read_settings(checkout() / "config/kiosk.toml", "/state");

    REQUIRE(settings);
    CHECK_FALSE(settings->devices.hand_reader.has_value());
    CHECK_FALSE(settings->devices.chip.has_value());
}

TEST_CASE("a serial reader has the usual frame unless another is said", "[app]") {
    const auto usual =
        read_with(kNoHandReader, "[hand_reader]\ndriver = \"serial\"\npath = \"/dev/ttyACM0\"");
    const auto special = read_with(kNoHandReader,
                                   "[hand_reader]\ndriver = \"serial\"\npath = \"/dev/ttyS0\"\n"
                                   "baud = 115200\nprefix = \"\\u0002\"\nsuffix = \"\\u0003\"\n"
                                   "aim_prefix = true\nsilence_ms = 50");

    REQUIRE(usual);
    CHECK(usual->devices.hand_reader->node == "/dev/ttyACM0");
    CHECK(usual->devices.hand_reader->baud == 9600);
    CHECK(usual->devices.hand_reader->suffix == "\r\n");
    CHECK_FALSE(usual->devices.hand_reader->has_aim_prefix);
    CHECK(usual->devices.hand_reader->silence == std::chrono::milliseconds(100));
    REQUIRE(special);
    CHECK(special->devices.hand_reader->baud == 115200);
    CHECK(special->devices.hand_reader->prefix == "\x02");
    CHECK(special->devices.hand_reader->suffix == "\x03");
    CHECK(special->devices.hand_reader->has_aim_prefix);
    CHECK(special->devices.hand_reader->silence == std::chrono::milliseconds(50));
}

TEST_CASE("a chip reader's certificates lie beside the configuration", "[app]") {
    const auto settings = read_with(
        kNoChip, "[chip]\ndriver = \"pcsc\"\nreader = \"ACR\"\ntrust = \"trust/vn\"\nface = true");

    REQUIRE(settings);
    CHECK(settings->devices.chip->reader == "ACR");
    CHECK(settings->devices.chip->trust.is_absolute());
    CHECK(settings->devices.chip->trust.string().ends_with("/trust/vn"));
    CHECK(settings->devices.chip->reads_face);
}

TEST_CASE("a configuration that is not there or is no TOML is a problem, not a crash", "[app]") {
    const testing::Folder folder;

    CHECK(read_settings(folder.path() / "none.toml", "/state").error().reason ==
          "the file cannot be read");
    const auto torn = read_with("[screen]", "[screen");
    CHECK(torn.error().line > 0);
}
