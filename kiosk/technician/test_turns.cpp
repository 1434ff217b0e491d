#include "kiosk/technician/test_turns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/care/test_history.h"

namespace motlan {
namespace {

/// Five each way, from a tenth of the panel to nine tenths.
constexpr std::size_t kPointsEachWay = 5;
constexpr double kFirstPoint = 0.1;
constexpr double kPointStep = 0.2;

/// The tests that are made at the screen, and their pages.
constexpr std::array<std::pair<DeviceTest, CarePage>, 3> kTrials{
    {{DeviceTest::Touch, CarePage::Touch},
     {DeviceTest::Display, CarePage::Colours},
     {DeviceTest::Keypad, CarePage::Keys}}};

/// Of a series only; who asks for it alone wants it tested.
bool is_skipped(const CareDesk& desk, DeviceTest test) {
    const TestResult* newest = desk.newest(test);
    return newest != nullptr && newest->verdict == Verdict::Skipped;
}

/// The first of those that wait; none: what came of the last is shown.
void begin_next(CareTurn& turn) {
    CareDesk& desk = turn.desk;
    TestWork& work = desk.work;
    work.sight = {};
    work.code.clear();
    work.side = SoundSide::Both;
    if (work.waiting.empty()) {
        desk.page = std::exchange(work.is_series, false) ? CarePage::Tests : CarePage::Test;
        return;
    }
    work.shown = work.waiting.front();
    work.waiting.erase(work.waiting.begin());
    for (const auto& [test, page] : kTrials) {
        if (test != work.shown) continue;
        desk.page = page;
        desk.trial = {.since = desk.steady};
        return;
    }
    desk.page = CarePage::Test;
    work.is_running = true;
    turn.jobs.emplace_back(RunTest{work.shown});
}

/// The same sentence on one side alone.
void play(CareTurn& turn, SoundSide side) {
    TestWork& work = turn.desk.work;
    work.side = side;
    work.is_running = true;
    turn.jobs.emplace_back(RunTest{DeviceTest::Sound, side});
}

void note(CareTurn& turn, const TestResult& result) {
    keep_result(turn, result);
    begin_next(turn);
}

/// Only a person knows all of it.
void ask_or_note(CareTurn& turn, TestResult result) {
    TestWork& work = turn.desk.work;
    work.questions = questions_after(result);
    if (work.questions.empty()) return note(turn, result);
    work.untold = std::move(result);
    turn.desk.page = CarePage::Test;
}

/// What a person at the screen did so far; one that was not begun, or not looked at to its end,
/// says nothing.
TestResult judge_trial(const CareDesk& desk) {
    const Trial& trial = desk.trial;
    if (desk.page == CarePage::Touch && !trial.touches.empty()) return judge_touches(trial.touches);
    if (desk.page == CarePage::Keys && !trial.keys.empty()) return judge_keys(trial.keys);
    if (desk.page == CarePage::Colours && trial.fields == kScreenFields)
        return judged(DeviceTest::Display, {});
    return not_tested(desk.work.shown, TestReason::NeedsScreen);
}

}  // namespace

void keep_result(CareTurn& turn, const TestResult& result) {
    auto& kept = turn.desk.results[result.test];
    kept.push_back(result);
    if (kept.size() > TestHistory::kKept) kept.erase(kept.begin());
    turn.jobs.emplace_back(KeepResult{result});
}

bool is_trial(CarePage page) {
    return std::ranges::contains(kTrials, page, &std::pair<DeviceTest, CarePage>::second);
}

std::vector<DeviceTest> whole_series() {
    return {DeviceTest::Printer, DeviceTest::Camera, DeviceTest::Reader,  DeviceTest::Scanner,
            DeviceTest::Card,    DeviceTest::Sound,  DeviceTest::Touch,   DeviceTest::Display,
            DeviceTest::Reach,   DeviceTest::Keypad, DeviceTest::Network, DeviceTest::Payment,
            DeviceTest::Traces};
}

TouchTry touch_point(const CareMachine& machine, std::size_t number) {
    const auto share = [](std::size_t place) {
        return kFirstPoint + kPointStep * static_cast<double>(place);
    };
    return {.wanted_x = machine.width_mm * share(number % kPointsEachWay),
            .wanted_y = machine.height_mm * share(number / kPointsEachWay)};
}

std::string_view name(FocusKey key) {
    constexpr std::array<std::string_view, 6> kNames{"up",    "down",   "left",
                                                     "right", "choose", "again"};
    return kNames.at(std::to_underlying(key));
}

void begin_tests(CareTurn& turn, std::vector<DeviceTest> tests) {
    if (turn.desk.is_busy() || tests.empty()) return;
    const bool is_series = tests.size() > 1;
    if (is_series)
        std::erase_if(tests, [&](DeviceTest test) { return is_skipped(turn.desk, test); });
    turn.desk.work = {.waiting = std::move(tests), .is_series = is_series};
    begin_next(turn);
}

// Who hears nothing has no sound, whatever the machine played.
void end_test(CareTurn& turn, TestResult result) {
    TestWork& work = turn.desk.work;
    if (!std::exchange(work.is_running, false)) return;
    if (result.test == DeviceTest::Sound && result.verdict == Verdict::Passed) {
        work.is_heard_asked = true;
        if (work.side == SoundSide::Both) work.untold = std::move(result);
        return;
    }
    ask_or_note(turn, std::move(result));
}

void see(CareTurn& turn, const TestSighted& sighted) {
    if (turn.desk.work.is_running) turn.desk.work.sight = sighted.picture;
}

void see(CareTurn& turn, const TestCodeShown& shown) {
    if (turn.desk.work.is_running) turn.desk.work.code = shown.payload;
}

void hear(CareTurn& turn, bool is_heard) {
    TestWork& work = turn.desk.work;
    if (work.side != SoundSide::Both || !std::exchange(work.is_heard_asked, false)) return;
    if (is_heard) return play(turn, SoundSide::Left);
    TestResult result = failed_by(DeviceTest::Sound, Fault::SpeechUnavailable);
    result.at = std::exchange(work.untold, std::nullopt)->at;
    note(turn, result);
}

void hear(CareTurn& turn, const SideTold& told) {
    TestWork& work = turn.desk.work;
    if (work.side == SoundSide::Both || !std::exchange(work.is_heard_asked, false)) return;
    if (work.side == SoundSide::Left) {
        work.left = told.heard;
        return play(turn, SoundSide::Right);
    }
    note(turn, judge_sides(*std::exchange(work.untold, std::nullopt), work.left, told.heard));
}

void answer(CareTurn& turn, const QuestionAnswered& said) {
    TestWork& work = turn.desk.work;
    if (work.questions.empty()) return;
    work.untold = answered(*std::move(work.untold), work.questions.front(), said.answer);
    work.questions.erase(work.questions.begin());
    if (work.questions.empty()) note(turn, *std::exchange(work.untold, std::nullopt));
}

void feel(CareTurn& turn, const FingerFelt& felt) {
    CareDesk& desk = turn.desk;
    if (desk.page == CarePage::Keys) return stop_trial(turn);
    desk.trial.since = desk.steady;
    if (desk.page == CarePage::Colours && ++desk.trial.fields == kScreenFields)
        return stop_trial(turn);
    if (desk.page != CarePage::Touch) return;
    TouchTry touch = touch_point(desk.machine, desk.trial.touches.size());
    touch.touched_x = felt.x_mm;
    touch.touched_y = felt.y_mm;
    desk.trial.touches.push_back(touch);
    if (desk.trial.touches.size() == kTouchPoints) stop_trial(turn);
}

void feel(CareTurn& turn, const KeyFelt& felt) {
    CareDesk& desk = turn.desk;
    if (desk.page != CarePage::Keys) return;
    desk.trial.keys.emplace(name(felt.key));
    desk.trial.since = desk.steady;
    if (std::cmp_equal(desk.trial.keys.size(), kKeys)) stop_trial(turn);
}

void stop_trial(CareTurn& turn) {
    CareDesk& desk = turn.desk;
    if (!is_trial(desk.page)) return;
    TestResult result = judge_trial(desk);
    result.at = desk.wall;
    ask_or_note(turn, std::move(result));
}

void tick_trial(CareTurn& turn) {
    const CareDesk& desk = turn.desk;
    if (is_trial(desk.page) && desk.steady - desk.trial.since >= kTrialPatience) stop_trial(turn);
}

}  // namespace motlan
