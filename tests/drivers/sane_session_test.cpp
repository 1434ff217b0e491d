// What a scanner's backend may do to us, played within the test: too much, nothing, without end;
// and two sheets at once.
#include "drivers/sane/sane_session.h"

#include <sane/sane.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "drivers/sane/sane_reading.h"
#include "tests/drivers/played_sane.h"

using namespace motlan;
using motlan::testing::PlayedSane;

namespace {

constexpr std::size_t kEndless = std::numeric_limits<std::size_t>::max();

/// One page of a session of its own.
Result<EncodedPicture> scanned(PaperSource source = PaperSource::Glass) {
    auto session = SaneSession::open("played").value();
    auto page = session.scan({.settings = {}, .source = source}, {});
    session.finish();
    return page;
}

bool is_on(const PlayedSane& sane, const std::string& name) {
    const auto found =
        std::ranges::find(sane.switches, name, [](const auto& one) { return one.name; });
    return found != sane.switches.end() && found->is_on;
}

}  // namespace

TEST_CASE("a scanner that never ends is stopped at the most that a page may have", "[drivers]") {
    PlayedSane sane;
    sane.bytes = kEndless;
    sane.look.lines = GENERATE(-1, 0, std::numeric_limits<int>::max());

    CHECK(scanned().error() == Fault::PictureTooLarge);
    CHECK(sane.sent < std::size_t{1} << 30U);
}

TEST_CASE("what a scanner sends beyond the page that it promised is dropped", "[drivers]") {
    PlayedSane sane;
    sane.look.lines = 30;
    sane.bytes = 100 * 30 + 70'000;

    const auto page = scanned();

    REQUIRE(page);
    CHECK(page->height == 30);
    CHECK(page->bytes == Bytes(3000, 'x'));
    CHECK(sane.sent == sane.bytes);
    CHECK(sane.reads_beyond_end == 0);
}

TEST_CASE("a scanner that does not know its lines, or says none, gives those that come",
          "[drivers]") {
    PlayedSane sane;
    sane.look.lines = GENERATE(-1, 0);
    sane.bytes = 100 * 30 + 50;

    const auto page = scanned();

    REQUIRE(page);
    CHECK(page->height == 30);
    CHECK(sane.reads_beyond_end == 0);
}

TEST_CASE("who does not know its lines is measured by those that were asked, and never beyond them",
          "[drivers]") {
    PlayedSane sane;
    const auto [lines, asked, share] = GENERATE(table<std::size_t, std::size_t, int>({
        {30, 60, 50},
        {60, 60, 100},
        {90, 60, 100},
        {30, 0, 0},
    }));
    sane.look.lines = GENERATE(-1, 0);
    sane.bytes = 100 * lines;
    std::vector<int> told;

    REQUIRE(read_frame(
        &sane, sane.look, {.asked_lines = asked},
        {.progress = [&](int percent) { told.push_back(percent); }, .is_cancelled = {}}));

    CHECK(told == std::vector{share});
}

TEST_CASE("a page without a single line is short", "[drivers]") {
    PlayedSane sane;
    sane.look.lines = GENERATE(-1, 0, 30);

    CHECK(scanned().error() == Fault::ScannerShortPage);
}

TEST_CASE("both sides are a mode of some feeders, a switch of others, and nothing of most",
          "[drivers]") {
    PlayedSane sane;
    sane.look.lines = 1;
    sane.bytes = 100;
    const bool has_mode = GENERATE(false, true);
    const bool has_switch = GENERATE(false, true);
    if (has_mode)
        sane.choices = {{.name = "adf-mode", .offered = {"Simplex", "Duplex"}, .chosen = ""}};
    if (has_switch) sane.switches = {{.name = "duplex"}};
    auto session = SaneSession::open("played").value();

    REQUIRE(session.scan({.settings = {}, .source = PaperSource::FeederBothSides}, {}));
    CHECK(session.sees_both_sides() == (has_mode || has_switch));
    if (has_mode) CHECK(sane.choices.at(0).chosen == "Duplex");
    session.finish();

    REQUIRE(session.scan({.settings = {}, .source = PaperSource::Feeder}, {}));
    CHECK_FALSE(session.sees_both_sides());
    if (has_mode) CHECK(sane.choices.at(0).chosen == "Simplex");
    CHECK_FALSE(is_on(sane, "duplex"));
    session.finish();
}

TEST_CASE("a lamp that warms up is told at the start and in the middle", "[drivers]") {
    PlayedSane sane;
    constexpr int kWarmingUp = 12;  // SANE 1.2 has it, its header in Debian 13 has no name for it
    const bool is_at_start = GENERATE(false, true);
    (is_at_start ? sane.start : sane.end) = kWarmingUp;

    CHECK(scanned().error() == Fault::ScannerWarmingUp);
}

TEST_CASE("two sheets at once are told from a jam by the sensor that sees them", "[drivers]") {
    PlayedSane sane;
    const bool is_double = GENERATE(false, true);
    const bool is_at_start = GENERATE(false, true);
    sane.switches = {{.name = "double-feed", .is_sensor = true, .is_on = is_double}};
    (is_at_start ? sane.start : sane.end) = SANE_STATUS_JAMMED;

    CHECK(scanned(PaperSource::Feeder).error() ==
          (is_double ? Fault::ScannerDoubleFeed : Fault::ScannerJam));
}

TEST_CASE("a feeder that can watch for two sheets at once is told to, and to stop", "[drivers]") {
    PlayedSane sane;
    sane.look.lines = 1;
    sane.bytes = 100;
    sane.switches = {{.name = "df-thickness", .needs_stop = true},
                     {.name = "df-length", .needs_stop = true},
                     {.name = "double-feed", .is_sensor = true},
                     {.name = "dfeed"}};
    sane.choices = {
        {.name = "df-action", .offered = {"Default", "Continue", "Stop"}, .chosen = ""}};

    REQUIRE(scanned(PaperSource::Feeder));

    CHECK(sane.choices.at(0).chosen == "Stop");
    CHECK(is_on(sane, "df-thickness"));
    CHECK(is_on(sane, "dfeed"));
    CHECK_FALSE(is_on(sane, "df-length"));  // papers of one dossier differ in length
}

TEST_CASE("a switch that only turns the watch on does not make every jam two sheets", "[drivers]") {
    PlayedSane sane;
    sane.switches = {{.name = "double-feed"}};
    sane.start = SANE_STATUS_JAMMED;

    CHECK(scanned(PaperSource::Feeder).error() == Fault::ScannerJam);
    CHECK(is_on(sane, "double-feed"));
}

TEST_CASE("a USB scanner that was plugged in anew is opened under its new number", "[drivers]") {
    PlayedSane sane;
    sane.names = {"v4l:/dev/video0", "genesys:libusb:001:009"};

    const auto session = SaneSession::open("genesys:libusb:001:004");

    REQUIRE(session);
    CHECK(session->name() == "genesys:libusb:001:009");
}

TEST_CASE("a scanner that is there is opened by its own name, one of another kind never",
          "[drivers]") {
    PlayedSane sane;
    sane.names = {"genesys:libusb:001:004", "genesys:libusb:001:009"};

    CHECK(SaneSession::open("genesys:libusb:001:004").value().name() == "genesys:libusb:001:004");
    CHECK(SaneSession::open("pixma:04A91827_1234").error() == Fault::ScannerUnavailable);
    CHECK(SaneSession::open("fujitsu:libusb:001:004").error() == Fault::ScannerUnavailable);
}

TEST_CASE("only the single scanner of its kind is taken for one that was plugged in anew",
          "[drivers]") {
    const FoundScanner same{.name = "genesys:libusb:001:009", .words = "A"};
    const FoundScanner second{.name = "genesys:libusb:002:003", .words = "A"};
    const FoundScanner other{.name = "fujitsu:libusb:001:010", .words = "B"};
    const FoundScanner itself{.name = "genesys:libusb:001:004", .words = "A"};

    CHECK(name_after_replug(itself.name, {other, same}) == same.name);
    CHECK(name_after_replug(itself.name, {other}) == std::nullopt);
    CHECK(name_after_replug(itself.name, {same, other, second}) == std::nullopt);
    CHECK(name_after_replug(itself.name, {itself, same}) == std::nullopt);
    CHECK(name_after_replug(itself.name, {}) == std::nullopt);
    CHECK(name_after_replug("genesys:net", {same}) == std::nullopt);
}
