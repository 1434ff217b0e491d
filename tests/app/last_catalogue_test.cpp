// A broken catalogue leaves the last good one in service.
#include "kiosk/app/last_catalogue.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/checkout.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

constexpr std::size_t kLimit = 1 << 20;

CivilDate today() { return CivilDate::make(2026, 11, 23).value(); }

/// A kiosk whose catalogue is one procedure that a test may break.
class Kiosk {
public:
    Kiosk() {
        settings_ = read_settings(checkout() / "config/kiosk.toml", "/state").value();
        settings_.procedures = folder_.path() / "procedures";
        std::filesystem::create_directories(settings_.procedures);
        std::filesystem::create_directories(state());
        text_ = read_text(checkout() / "config/procedures/2.000635.toml", kLimit).value();
        write(text_);
    }

    void write(const std::string& text) {
        REQUIRE(write_file(settings_.procedures / "one.toml", as_bytes(text)));
    }
    void write_minutes(const std::string& minutes) {
        std::string text = text_;
        const std::size_t at = text.find("\nminutes = ") + 1;
        write(text.replace(at, text.find('\n', at) - at, "minutes = " + minutes));
    }

    /// Starts and comes as far as the first picture.
    [[nodiscard]] Checked<SoundOffice> start() const {
        auto sound = crash();
        if (sound) keep_sound_office(*sound, state());
        return sound;
    }
    /// Starts and ends before the first picture.
    [[nodiscard]] Checked<SoundOffice> crash() const {
        return read_sound_office(settings_, state(), today());
    }
    [[nodiscard]] std::filesystem::path state() const { return folder_.path() / "state"; }
    [[nodiscard]] int minutes() const { return minutes(start()); }
    [[nodiscard]] static int minutes(const Checked<SoundOffice>& sound) {
        return sound->office.procedures.front().minutes;
    }

private:
    testing::Folder folder_;
    Settings settings_;
    std::string text_;
};

}  // namespace

TEST_CASE("a kiosk that never had a sound catalogue says what is wrong with it", "[app]") {
    Kiosk kiosk;
    kiosk.write("code = 1");

    REQUIRE_FALSE(kiosk.start());
    CHECK(kiosk.start().error().key == "code");
}

TEST_CASE("a catalogue that breaks leaves the last good one in service", "[app]") {
    Kiosk kiosk;
    kiosk.write_minutes("7");
    REQUIRE(kiosk.start());
    kiosk.write("code = 1");

    const auto office = kiosk.start();

    REQUIRE(office);
    CHECK(office->office.procedures.front().minutes == 7);
    REQUIRE(office->refused);
    CHECK(office->refused->key == "code");
}

TEST_CASE("a catalogue that is mended is in service again and becomes the last good one", "[app]") {
    Kiosk kiosk;
    kiosk.write_minutes("7");
    REQUIRE(kiosk.start());
    kiosk.write("code = 1");
    REQUIRE(kiosk.minutes() == 7);
    kiosk.write_minutes("9");

    CHECK(kiosk.minutes() == 9);
    CHECK_FALSE(kiosk.start()->refused);
    kiosk.write("code = 1");
    CHECK(kiosk.minutes() == 9);
}

TEST_CASE("a catalogue with which two starts came to nothing gives way to the last good one",
          "[app]") {
    Kiosk kiosk;
    kiosk.write_minutes("7");
    REQUIRE(kiosk.start());
    kiosk.write_minutes("9");

    CHECK(Kiosk::minutes(kiosk.crash()) == 9);
    CHECK(Kiosk::minutes(kiosk.crash()) == 9);
    const auto third = kiosk.crash();
    CHECK(Kiosk::minutes(third) == 7);
    REQUIRE(third->refused);
    CHECK(third->refused->reason.contains("twice"));
    CHECK(kiosk.minutes() == 7);
    kiosk.write_minutes("8");
    CHECK(kiosk.minutes() == 8);
}

TEST_CASE("a catalogue that started once is tried as often as it likes", "[app]") {
    Kiosk kiosk;
    kiosk.write_minutes("7");
    REQUIRE(kiosk.start());
    kiosk.write_minutes("9");
    REQUIRE(kiosk.crash());
    REQUIRE(kiosk.start());

    for (int n = 0; n < 4; ++n) CHECK(Kiosk::minutes(kiosk.crash()) == 9);
}

TEST_CASE("a catalogue that does not load is told by its line each time", "[app]") {
    Kiosk kiosk;
    REQUIRE(kiosk.start());
    kiosk.write("code = 1");

    for (int n = 0; n < 4; ++n) CHECK(kiosk.start()->refused->key == "code");
}
