// Printer, hand reader, chip reader, sound, touch panel, reach, keys and network: every verdict
// that their tests can end with.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/loudspeaker.h"
#include "kiosk/care/test_card.h"
#include "kiosk/care/test_code.h"
#include "kiosk/care/test_network.h"
#include "kiosk/care/test_printer.h"
#include "kiosk/care/test_reach.h"
#include "kiosk/care/test_reader.h"
#include "kiosk/care/test_sound.h"
#include "kiosk/care/test_touch.h"
#include "tests/care/played_devices.h"

using namespace motlan;

namespace {

struct PrinterBench {
    HandClock clock;
    PlayedPrinter printer{clock};
    Image slip{576, 10, PixelFormat::Grey};
    std::string words = test_code_words(27.8, clock.wall());
    Result<std::optional<Bytes>> shown = to_bytes(words);

    TestResult run() {
        return test_printer(
            {.printer = printer, .slip = slip, .words = words, .clock = clock, .read_back = [this] {
                 return shown;
             }});
    }
};

}  // namespace

TEST_CASE("a slip that the camera reads again proves the printer", "[care]") {
    PrinterBench bench;
    CHECK(bench.run().verdict == Verdict::Passed);
    CHECK(bench.printer.slips == 1);
}

TEST_CASE("a slip that nobody shows proves nothing, an old or other one fails", "[care]") {
    PrinterBench hidden;
    hidden.shown = std::nullopt;
    CHECK(hidden.run().verdict == Verdict::NotTested);
    CHECK(hidden.run().reason == TestReason::SlipNotShown);
    PrinterBench old;
    old.shown = to_bytes(test_code_words(27.8, old.clock.wall() - std::chrono::hours(1)));
    CHECK(old.run().verdict == Verdict::Failed);
    CHECK(old.run().reason == TestReason::SlipMisread);
    PrinterBench blind;
    blind.shown = fail(Fault::CameraUnavailable);
    CHECK(blind.run().verdict == Verdict::NotTested);
}

TEST_CASE("a printer's own trouble is told by its code", "[care]") {
    PrinterBench empty;
    empty.printer.state.fault = Fault::PrinterPaperOut;
    CHECK(empty.run().fault == Fault::PrinterPaperOut);
    CHECK(empty.printer.slips == 0);
    PrinterBench refusing;
    refusing.printer.refusal = Fault::PrinterRefused;
    CHECK(refusing.run().verdict == Verdict::Failed);
    PrinterBench low;
    low.printer.state.running_low = true;
    CHECK(low.run().verdict == Verdict::Passed);
    CHECK(low.run().fault == Fault::PrinterPaperLow);
    PrinterBench slow;
    slow.printer.pace = std::chrono::seconds(15);
    CHECK(slow.run().reason == TestReason::Figures);
}

TEST_CASE("a hand reader passes with a slip whose marks arrive, or with a card", "[care]") {
    HandClock clock;
    for (const std::string& code : {test_code_words(27.8, clock.wall()), std::string("0402||Ầ")}) {
        PlayedReader reader(clock);
        reader.codes = {std::nullopt, to_bytes(code)};
        INFO(code);
        CHECK(test_reader(&reader, clock).verdict == Verdict::Passed);
        CHECK_FALSE(reader.is_running);
    }
}

TEST_CASE("a hand reader that loses marks, or cannot be tested, says which", "[care]") {
    HandClock clock;
    PlayedReader typing(clock);
    std::string words = test_code_words(27.8, clock.wall());
    words.replace(words.find("ĐỖ"), std::string("ĐỖ").size(), "DO");
    typing.codes = {to_bytes(words)};
    CHECK(test_reader(&typing, clock).reason == TestReason::MarksLost);
    PlayedReader latin(clock);
    latin.codes = {Bytes{'a', 0xE9}};
    CHECK(test_reader(&latin, clock).reason == TestReason::MarksLost);
    PlayedReader wedge(clock);
    wedge.fault = Fault::ReaderIsKeyboard;
    CHECK(test_reader(&wedge, clock).fault == Fault::ReaderIsKeyboard);
    PlayedReader idle(clock);
    CHECK(test_reader(&idle, clock).reason == TestReason::NothingShown);
    CHECK(test_reader(nullptr, clock).reason == TestReason::NotConfigured);
}

TEST_CASE("a chip reader passes with any card that answers", "[care]") {
    HandClock clock;
    PlayedChip card(clock);
    card.awake = {};
    CHECK(test_card(&card, clock).verdict == Verdict::Passed);
    card.answer = fail(Fault::ChipRemoved);
    CHECK(test_card(&card, clock).fault == Fault::ChipRemoved);
    PlayedChip empty(clock);
    CHECK(test_card(&empty, clock).reason == TestReason::NothingShown);
    PlayedChip missing(clock);
    missing.awake = fail(Fault::ChipReaderUnavailable);
    CHECK(test_card(&missing, clock).verdict == Verdict::Failed);
    CHECK(test_card(nullptr, clock).reason == TestReason::NotConfigured);
}

TEST_CASE("a side that is silent or the other one fails, a single loudspeaker does not", "[care]") {
    TestResult sound = judged(DeviceTest::Sound, {{.name = "loudness", .value = 50, .least = 10}});
    sound.at = WallTime(std::chrono::hours(1));
    using enum HeardSide;

    CHECK(judge_sides(sound, Left, Right).verdict == Verdict::Passed);
    CHECK(judge_sides(sound, Left, Right).figures.front().name == "loudness");
    CHECK(judge_sides(sound, Left, Right).at == sound.at);
    CHECK(judge_sides(sound, Both, Both).verdict == Verdict::Passed);
    CHECK(judge_sides(sound, Right, Left).reason == TestReason::Figures);
    CHECK(judge_sides(sound, Left, None).verdict == Verdict::Failed);
    CHECK(judge_sides(sound, None, Right).verdict == Verdict::Failed);
}

TEST_CASE("what is played on one side is silent on the other", "[care]") {
    const Bytes samples{1, 2, 3, 4};

    CHECK(two_channels(samples, SoundSide::Left) == Bytes{1, 2, 0, 0, 3, 4, 0, 0});
    CHECK(two_channels(samples, SoundSide::Right) == Bytes{0, 0, 1, 2, 0, 0, 3, 4});
    CHECK(two_channels(samples, SoundSide::Both) == Bytes{1, 2, 1, 2, 3, 4, 3, 4});
    CHECK(two_channels({}, SoundSide::Both).empty());
}

TEST_CASE("a sound that is made and played passes, silence does not", "[care]") {
    const Bytes loud{0x00, 0x40, 0x00, 0xC0};
    const auto with = [](Bytes samples, Result<void> played) {
        return test_sound({.is_configured = true,
                           .speak = [samples] { return samples; },
                           .play = [played](const Bytes&) { return played; }});
    };

    CHECK(with(loud, {}).verdict == Verdict::Passed);
    CHECK(with(loud, {}).figures.front().value == 50);
    CHECK(with(Bytes(100), {}).reason == TestReason::Figures);
    CHECK(with({}, {}).fault == Fault::SpeechUnavailable);
    CHECK(with(loud, fail(Fault::SpeechUnavailable)).verdict == Verdict::Failed);
    CHECK(test_sound({}).reason == TestReason::NotConfigured);
}

TEST_CASE("25 touches near their points pass, one far off or too few do not", "[care]") {
    std::vector<TouchTry> tries(
        25, {.wanted_x = 100, .wanted_y = 50, .touched_x = 102, .touched_y = 50});
    CHECK(judge_touches(tries).verdict == Verdict::Passed);
    tries.back().touched_x = 107;
    CHECK(judge_touches(tries).verdict == Verdict::Failed);
    tries.pop_back();
    CHECK(judge_touches(tries).verdict == Verdict::Failed);
    CHECK(judge_touches(std::vector<TouchTry>(25, {0, 0, 3.5, 0})).verdict == Verdict::Failed);
    CHECK(judge_touches({}).verdict == Verdict::Failed);
}

TEST_CASE("an upright screen is certified as high as its lower half is reached", "[care]") {
    const Panel small{};                   // 21.5 inches
    const Panel large{1080, 1920, 3.212};  // 27 inches
    CHECK(test_reach(small, 900).verdict == Verdict::Passed);
    CHECK(test_reach(small, 981).verdict == Verdict::Passed);
    CHECK(test_reach(small, 983).reason == TestReason::Figures);
    CHECK(test_reach(large, 920).verdict == Verdict::Passed);
    CHECK(test_reach(large, 922).verdict == Verdict::Failed);
    CHECK(test_reach(small, 380).verdict == Verdict::Passed);
    CHECK(test_reach(small, 379).verdict == Verdict::Failed);
    CHECK(test_reach(small, std::nullopt).reason == TestReason::NotMeasured);
}

TEST_CASE("all of a wide screen has to be reached, nothing of it is lowered", "[care]") {
    const Panel wide{1920, 1080, 4.034};
    CHECK(test_reach(wide, 950).verdict == Verdict::Passed);
    CHECK(test_reach(wide, 960).verdict == Verdict::Failed);
    CHECK(test_reach(wide, 950).figures.size() == 2);
}

TEST_CASE("all six keys have to come", "[care]") {
    CHECK(judge_keys({"up", "down", "left", "right", "ok", "back"}).verdict == Verdict::Passed);
    CHECK(judge_keys({"up", "down", "left", "right", "ok"}).verdict == Verdict::Failed);
    CHECK(presence_of(DeviceTest::Keypad, true).reason == TestReason::NeedsScreen);
    CHECK(presence_of(DeviceTest::Touch, false).reason == TestReason::NotPlugged);
}

TEST_CASE("the first hop that fails is named", "[care]") {
    const LinkStatus up{.is_reachable = true, .queue = 3};
    LinkStatus down{.last_fault = Fault::BackendUntrusted};

    CHECK(test_network({true, up, 30}).verdict == Verdict::Passed);
    CHECK(test_network({false, up, 30}).verdict == Verdict::Passed);
    CHECK(test_network({true, up, 3}).reason == TestReason::Figures);
    CHECK(test_network({true, down, 30}).fault == Fault::BackendUntrusted);
    CHECK(test_network({false, down, 30}).reason == TestReason::NoAddress);
    down.last_fault.reset();
    CHECK(test_network({true, down, 30}).fault == Fault::BackendUnreachable);
    CHECK(test_network({true, fail(Fault::LinkUnavailable), 30}).fault == Fault::LinkUnavailable);
}

TEST_CASE("a province that is reached tells how soon it answers, and the time", "[care]") {
    const LinkStatus up{.is_reachable = true};
    const auto with = [&up](Result<std::optional<ProvinceRounds>> rounds) {
        return test_network({true, up, 30, [rounds] { return rounds; }});
    };

    const TestResult good = with(ProvinceRounds{.latency_ms = 35, .clock_seconds = 1.9});
    CHECK(good.verdict == Verdict::Passed);
    REQUIRE(good.figures.size() == 4);
    CHECK(good.figures[2].value == 35);
    CHECK(with(ProvinceRounds{.latency_ms = 35, .clock_seconds = 2.1}).reason ==
          TestReason::Figures);
    CHECK(with(fail(Fault::BackendAnswerMalformed)).fault == Fault::BackendAnswerMalformed);
    const TestResult untold = with(std::nullopt);
    CHECK(untold.verdict == Verdict::Passed);
    CHECK(untold.figures.size() == 2);
}

TEST_CASE("a province that is not reached is not asked for the time", "[care]") {
    bool is_asked = false;
    const auto ask = [&is_asked]() -> Result<std::optional<ProvinceRounds>> {
        is_asked = true;
        return std::nullopt;
    };

    CHECK(test_network({true, LinkStatus{}, 30, ask}).verdict == Verdict::Failed);
    CHECK_FALSE(is_asked);
}

TEST_CASE("a test slip's code is told from every other", "[care]") {
    const auto code = parse_test_code(to_bytes(test_code_words(27.8, WallTime{})));
    REQUIRE(code.has_value());
    CHECK(std::abs(code->width_mm - 27.8) < 0.01);
    CHECK(code->has_marks);
    for (const std::string_view other :
         {"", "MOTLAN TEST", "MOTLAN TEST 27.8", "MOTLAN TEST ab.c 20261129T160501 x",
          "MOTLAN TEST 2x.8 20261129T160501 x", "040200000017||A|B|C"})
        CHECK_FALSE(parse_test_code(to_bytes(other)).has_value());
}
