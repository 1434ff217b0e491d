// Which values of a camera's control are worth trying.
#include "kiosk/care/control_steps.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace motlan;

namespace {

const ControlRange kBrightness{
    .control = CameraControl::Brightness, .least = -64, .most = 64, .step = 2, .usual = 0};
const ControlRange kExposure{.control = CameraControl::Exposure,
                             .least = 300,
                             .most = 204'700,
                             .step = 100,
                             .usual = 15'600};

}  // namespace

TEST_CASE("steps go from end to end in order, and only where the camera can be set", "[care]") {
    for (const ControlRange& range : {kBrightness, kExposure}) {
        const auto steps = control_steps(range);
        CHECK(steps.front() == range.least);
        CHECK(steps.back() == range.most);
        CHECK(std::ranges::is_sorted(steps));
        CHECK(steps.size() <= kMostControlSteps);
        for (const int value : steps)
            CHECK((value == range.most || (value - range.least) % range.step == 0));
    }
}

TEST_CASE("a range of a thousand times is gone through by ratio", "[care]") {
    const auto steps = control_steps(kExposure);

    CHECK(std::ranges::count_if(steps, [](int value) { return value < 10'000; }) > 6);
}

TEST_CASE("a switch has two steps and a control that cannot move has one", "[care]") {
    CHECK(control_steps({.least = 0, .most = 1}) == std::vector{0, 1});
    CHECK(control_steps({.least = 7, .most = 7}) == std::vector{7});
}

TEST_CASE("what the camera sees to is step nothing, and every value finds its way back", "[care]") {
    ControlRange range = kBrightness;
    CHECK(step_now(range) == 0);
    CHECK_FALSE(value_at(range, 0).has_value());

    for (const int value : control_steps(range)) {
        range.value = value;
        CHECK(value_at(range, step_now(range)) == value);
    }
    range.value = 3;
    CHECK(step_now(range) > 0);
    CHECK(value_at(range, 900) == 64);
}
