// Trials at the screen: 25 points that are touched, colours that are looked at, six keys that are
// pressed.
#include <array>
#include <cmath>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/technician/care_desk.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

constexpr std::array kAllKeys{FocusKey::Up,    FocusKey::Down,   FocusKey::Left,
                              FocusKey::Right, FocusKey::Choose, FocusKey::Again};

CareDesk after(CareDesk desk, const CareEvent& event) { return step(std::move(desk), event).desk; }

CareDesk trial_of(DeviceTest test) {
    const StaffMember who{StaffNumber("0900"), "Lê Văn Bình", StaffRole::Technician};
    CareDesk desk = open_desk(who, {.width_mm = 200, .height_mm = 400}, SteadyTime{}).desk;
    return after(std::move(desk), TestsWished{{test}});
}

CareDesk touched(CareDesk desk, std::size_t count, double miss_mm) {
    for (std::size_t n = 0; n < count; ++n) {
        const TouchTry point = touch_point(desk.machine, desk.trial.touches.size());
        desk = after(std::move(desk), FingerFelt{point.wanted_x + miss_mm, point.wanted_y});
    }
    return desk;
}

}  // namespace

TEST_CASE("points lie from a tenth to nine tenths of the panel", "[technician]") {
    const CareMachine machine{.width_mm = 200, .height_mm = 400};

    CHECK(std::lround(touch_point(machine, 0).wanted_x) == 20);
    CHECK(std::lround(touch_point(machine, 0).wanted_y) == 40);
    CHECK(std::lround(touch_point(machine, 24).wanted_x) == 180);
    CHECK(std::lround(touch_point(machine, 24).wanted_y) == 360);
}

TEST_CASE("a good panel passes after the last point", "[technician]") {
    CareDesk desk = touched(trial_of(DeviceTest::Touch), 24, 1.5);
    CHECK(desk.page == CarePage::Touch);
    desk = touched(std::move(desk), 1, 1.5);

    CHECK(desk.page == CarePage::Test);
    REQUIRE(desk.newest(DeviceTest::Touch) != nullptr);
    CHECK(desk.newest(DeviceTest::Touch)->verdict == Verdict::Passed);
}

TEST_CASE("a panel that misses by more than its limit fails", "[technician]") {
    const CareDesk desk = touched(trial_of(DeviceTest::Touch), 25, 4);

    REQUIRE(desk.newest(DeviceTest::Touch) != nullptr);
    CHECK(desk.newest(DeviceTest::Touch)->reason == TestReason::Figures);
}

TEST_CASE("a trial that nobody began could not be made", "[technician]") {
    for (const DeviceTest test : {DeviceTest::Touch, DeviceTest::Display, DeviceTest::Keypad}) {
        const CareDesk desk = after(trial_of(test), TrialStopped{});
        REQUIRE(desk.newest(test) != nullptr);
        CHECK(desk.newest(test)->verdict == Verdict::NotTested);
    }
}

TEST_CASE("a trial that was left half done has failed", "[technician]") {
    const CareDesk desk = after(touched(trial_of(DeviceTest::Touch), 3, 0), TrialStopped{});

    CHECK(desk.newest(DeviceTest::Touch)->verdict == Verdict::Failed);
}

TEST_CASE("colours are looked at, and what was seen is asked and judged", "[technician]") {
    CareDesk desk = trial_of(DeviceTest::Display);
    for (std::size_t n = 0; n < kScreenFields; ++n) {
        CHECK(desk.page == CarePage::Colours);
        desk = after(std::move(desk), FingerFelt{1, 1});
    }
    CHECK(desk.page == CarePage::Test);
    CHECK(desk.newest(DeviceTest::Display) == nullptr);
    const CareDesk asked = desk;
    desk = after(after(std::move(desk), QuestionAnswered{0}), QuestionAnswered{0});
    REQUIRE(desk.newest(DeviceTest::Display) != nullptr);
    CHECK(desk.newest(DeviceTest::Display)->verdict == Verdict::Passed);
    CHECK(desk.newest(DeviceTest::Display)->figures.size() == 2);

    desk = after(after(asked, QuestionAnswered{5}), QuestionAnswered{0});
    REQUIRE(desk.newest(DeviceTest::Display) != nullptr);
    CHECK(desk.newest(DeviceTest::Display)->reason == TestReason::Figures);
}

TEST_CASE("colours that were not all looked at are not judged", "[technician]") {
    CareDesk desk = after(trial_of(DeviceTest::Display), FingerFelt{1, 1});
    desk = after(std::move(desk), CareTicked{SteadyTime{} + 31s, WallTime{}});
    REQUIRE(desk.newest(DeviceTest::Display) != nullptr);
    CHECK(desk.newest(DeviceTest::Display)->reason == TestReason::NeedsScreen);
    CHECK_FALSE(desk.is_busy());
}

TEST_CASE("six keys pass, the same one six times does not", "[technician]") {
    CareDesk desk = trial_of(DeviceTest::Keypad);
    for (int n = 0; n < 6; ++n) desk = after(std::move(desk), KeyFelt{FocusKey::Up});
    CHECK(desk.page == CarePage::Keys);
    for (const FocusKey key : kAllKeys) desk = after(std::move(desk), KeyFelt{key});

    CHECK(desk.newest(DeviceTest::Keypad)->verdict == Verdict::Passed);
}

TEST_CASE("a finger ends the trial of the keys", "[technician]") {
    CareDesk desk = after(trial_of(DeviceTest::Keypad), KeyFelt{FocusKey::Left});
    desk = after(std::move(desk), FingerFelt{10, 10});

    CHECK(desk.newest(DeviceTest::Keypad)->verdict == Verdict::Failed);
}

TEST_CASE("a trial ends when nobody goes on with it", "[technician]") {
    CareDesk desk = touched(trial_of(DeviceTest::Touch), 2, 0);
    desk = after(std::move(desk), CareTicked{SteadyTime{29s}, WallTime{}});
    CHECK(desk.page == CarePage::Touch);
    desk = after(std::move(desk), CareTicked{SteadyTime{30s}, WallTime{}});
    CHECK(desk.page == CarePage::Test);
}

TEST_CASE("fingers and keys mean nothing outside a trial", "[technician]") {
    CareDesk desk = trial_of(DeviceTest::Network);
    desk = after(std::move(desk), FingerFelt{10, 10});
    desk = after(std::move(desk), KeyFelt{FocusKey::Up});

    CHECK(desk.results.empty());
}

}  // namespace motlan
