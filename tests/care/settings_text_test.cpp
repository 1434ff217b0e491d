#include "kiosk/care/settings_text.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/plain_settings.h"
#include "kiosk/core/file.h"
#include "kiosk/core/toml.h"
#include "tests/support/checkout.h"

using namespace motlan;

namespace {

constexpr std::string_view kText =
    "# One machine.\n"
    "center_name = \"Kim Liên\"\n"
    "\n"
    "[screen]\n"
    "width = 1080                # pixels\n"
    "\n"
    "[card_camera]               # looks at the card\n"
    "driver = \"simulated\"        # \"simulated\", \"camera\"\n"
    "# path = \"/dev/v4l/by-id/…\" # needed for \"camera\"\n"
    "\n"
    "[scanner]\n"
    "driver = \"sane\"\n";

}  // namespace

TEST_CASE("a value changes and its remark stays", "[care]") {
    const auto text = with_setting(kText, "screen.width", "1440").value();

    CHECK(changed_lines(kText, text) ==
          std::vector<std::string>{"- [screen] width = 1080                # pixels",
                                   "+ [screen] width = 1440  # pixels"});
}

TEST_CASE("the same key in another table is left alone", "[care]") {
    const auto text = with_setting(kText, "card_camera.driver", "camera").value();

    CHECK(text.contains("driver = \"camera\"  # \"simulated\", \"camera\""));
    CHECK(text.contains("driver = \"sane\""));
}

TEST_CASE("an example in a comment comes into force and goes back", "[care]") {
    const auto with = with_setting(kText, "card_camera.path", "/dev/video0").value();
    const auto without = with_setting(with, "card_camera.path", "").value();

    CHECK(parse_toml(with, "").value().find("card_camera")->text_at("path") == "/dev/video0");
    CHECK(without.contains("# path = \"/dev/video0\""));
    CHECK(parse_toml(without, "").value().find("card_camera")->find("path") == nullptr);
}

TEST_CASE("quotes and backslashes of a value stay what they are", "[care]") {
    const auto text = with_setting(kText, "center_name", R"(Xã "mới" \ cũ)").value();

    CHECK(parse_toml(text, "").value().text_at("center_name") == R"(Xã "mới" \ cũ)");
}

TEST_CASE("a key that the file does not show is refused", "[care]") {
    for (const std::string_view key : {"screen.colour", "nothing.width", "width", "", "screen."}) {
        INFO(key);
        CHECK(with_setting(kText, key, "1").error().key == key);
    }
}

TEST_CASE("a value cannot bring lines of its own", "[care]") {
    CHECK_FALSE(with_setting(kText, "center_name", "a\"\n[province]\nx = \"b").has_value());
}

TEST_CASE("every key of the shipped file can be set to what it is", "[care]") {
    const auto shipped = read_text(checkout() / "config/kiosk.toml", 1 << 16).value();

    const auto text = with_setting(shipped, "scanner.driver", "simulated").value();

    CHECK(parse_toml(text, "").value() == parse_toml(shipped, "").value());
}

TEST_CASE("values in force are told with their table, examples are not", "[care]") {
    const auto settings = settings_in_force(kText);

    REQUIRE(settings.size() == 4);
    CHECK(settings[0].table.empty());
    CHECK(settings[0].key == "center_name");
    CHECK(settings[0].value == "\"Kim Liên\"");
    CHECK(settings[1].table == "screen");
    CHECK(settings[1].value == "1080");
    CHECK(settings[2].key == "driver");
}

TEST_CASE("the shipped settings are written plainly, and so is what is set in them", "[care]") {
    const auto shipped = read_text(checkout() / "config/kiosk.toml", 1 << 16).value();
    const auto with_path = with_setting(shipped, "card_camera.path", R"(/dev/"a"\ b)").value();
    const auto with_suffix = shipped + "\n[hand]\nsuffix = \"\\r\\n\"  # CR LF\n";

    CHECK(written_plainly(shipped, ""));
    CHECK(written_plainly(with_path, ""));
    CHECK(written_plainly(with_suffix, ""));
    CHECK(written_plainly(kText, ""));
}

TEST_CASE("a setting that is spelt so that nobody sees it is named by its path", "[care]") {
    struct Case {
        const char* text;
        const char* path;
    };
    for (const Case& one : {
             Case{"[chip]\n\"trust\" = \"a\"\n", "chip.trust"},
             Case{"[\"chip\"]\ntrust = \"a\"\n", "\"chip\".trust"},
             Case{"[ chip ]\ntrust = \"a\"\n", " chip .trust"},
             Case{" [chip]\ntrust = \"a\"\n", "trust"},
             Case{"chip.trust = \"a\"\n", "chip.trust"},
             Case{"chip = { trust = \"a\" }\n", "chip"},
             Case{"[printer]\npath = \"\\u002fetc\"\n", "printer.path"},
             Case{"[printer]\nfolder = '/etc/cron.d'\n", "printer.folder"},
             Case{"name = \"\"\"\n[chip]\ntrust = \"a\"\n\"\"\"\n", "name"},
         }) {
        INFO(one.text);
        const auto told = written_plainly(one.text, "kiosk.toml");
        REQUIRE_FALSE(told);
        CHECK(told.error().key == one.path);
        CHECK(told.error().reason == "write each setting as one plain line");
    }
}
