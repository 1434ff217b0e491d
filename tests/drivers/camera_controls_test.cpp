// Exposure, focus and lamp of a camera against a device that is played, and who else may have it.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "drivers/camera/busy_watch.h"
#include "drivers/camera/v4l2_camera.h"
#include "tests/drivers/played_camera.h"

using namespace motlan;
using namespace std::chrono_literals;
using motlan::testing::PlayedCamera;

namespace {

v4l2_queryctrl range(std::int32_t least, std::int32_t most, std::uint32_t flags = 0) {
    v4l2_queryctrl described{};
    described.minimum = least;
    described.maximum = most;
    described.flags = flags;
    return described;
}

/// A camera with a lamp, told to use it.
PlayedCamera camera_with_lamp() {
    PlayedCamera device;
    device.controls = {{V4L2_CID_ILLUMINATORS_1, range(0, 1)}};
    return device;
}

CameraSetup lit() { return {.path = "/dev/video0", .controls = {.light = true}}; }

/// How the exposure is set of a camera that has these ways, and was left in the manual one.
std::int32_t exposure_of(const std::set<std::uint32_t>& ways, const CameraControls& wanted) {
    PlayedCamera device;
    device.controls = {{V4L2_CID_EXPOSURE_AUTO, range(0, 3)}};
    device.menus = {{V4L2_CID_EXPOSURE_AUTO, ways}};
    device.values = {{V4L2_CID_EXPOSURE_AUTO, V4L2_EXPOSURE_MANUAL}};
    V4l2Camera camera({.path = "/dev/video0", .controls = wanted}, device);
    REQUIRE(camera.start());
    return device.values.at(V4L2_CID_EXPOSURE_AUTO);
}

}  // namespace

TEST_CASE("a camera is set as it is configured, as far as it goes", "[drivers]") {
    PlayedCamera device;
    device.controls = {
        {V4L2_CID_FOCUS_AUTO, range(0, 1)},           {V4L2_CID_FOCUS_ABSOLUTE, range(0, 250)},
        {V4L2_CID_EXPOSURE_AUTO, range(0, 3)},        {V4L2_CID_EXPOSURE_ABSOLUTE, range(3, 2047)},
        {V4L2_CID_POWER_LINE_FREQUENCY, range(0, 2)}, {V4L2_CID_ILLUMINATORS_1, range(0, 1)}};
    device.menus = {
        {V4L2_CID_EXPOSURE_AUTO, {V4L2_EXPOSURE_MANUAL, V4L2_EXPOSURE_APERTURE_PRIORITY}}};
    V4l2Camera camera(
        {.path = "/dev/video0", .controls = {.focus = 400, .exposure = 8000us, .light = true}},
        device);

    REQUIRE(camera.start());
    CHECK(device.values.at(V4L2_CID_FOCUS_AUTO) == 0);
    CHECK(device.values.at(V4L2_CID_FOCUS_ABSOLUTE) == 250);
    CHECK(device.values.at(V4L2_CID_EXPOSURE_AUTO) == V4L2_EXPOSURE_MANUAL);
    CHECK(device.values.at(V4L2_CID_EXPOSURE_ABSOLUTE) == 80);
    CHECK(device.values.at(V4L2_CID_POWER_LINE_FREQUENCY) == V4L2_CID_POWER_LINE_FREQUENCY_50HZ);
    CHECK(device.values.at(V4L2_CID_ILLUMINATORS_1) == 1);
}

TEST_CASE("what is not configured is left to the camera, whatever was set before", "[drivers]") {
    PlayedCamera device;
    device.controls = {{V4L2_CID_FOCUS_AUTO, range(0, 1)},
                       {V4L2_CID_FOCUS_ABSOLUTE, range(0, 250)},
                       {V4L2_CID_EXPOSURE_AUTO, range(0, 3)}};
    device.menus = {{V4L2_CID_EXPOSURE_AUTO,
                     {V4L2_EXPOSURE_AUTO, V4L2_EXPOSURE_MANUAL, V4L2_EXPOSURE_APERTURE_PRIORITY}}};
    V4l2Camera camera({.path = "/dev/video0"}, device);

    REQUIRE(camera.start());
    CHECK(device.values.at(V4L2_CID_FOCUS_AUTO) == 1);
    CHECK(device.values.at(V4L2_CID_EXPOSURE_AUTO) == V4L2_EXPOSURE_APERTURE_PRIORITY);
    CHECK_FALSE(device.values.contains(V4L2_CID_FOCUS_ABSOLUTE));
}

TEST_CASE("a camera without such controls, or that refuses them, works all the same", "[drivers]") {
    PlayedCamera device;
    device.controls = {{V4L2_CID_FOCUS_AUTO, range(0, 1, V4L2_CTRL_FLAG_READ_ONLY)},
                       {V4L2_CID_EXPOSURE_AUTO, range(3, 0)}};
    V4l2Camera camera({.path = "/dev/video0", .controls = {.focus = 5}}, device);

    REQUIRE(camera.start());
    CHECK(device.values.empty());
    CHECK(camera.status().is_ready());
}

TEST_CASE("a camera's own care for the exposure is whichever it has", "[drivers]") {
    constexpr auto kManual = V4L2_EXPOSURE_MANUAL;

    CHECK(exposure_of({V4L2_EXPOSURE_AUTO, kManual}, {}) == V4L2_EXPOSURE_AUTO);
    CHECK(exposure_of({kManual, V4L2_EXPOSURE_APERTURE_PRIORITY}, {}) ==
          V4L2_EXPOSURE_APERTURE_PRIORITY);
    CHECK(exposure_of({kManual}, {}) == kManual);
    CHECK(exposure_of({}, {}) == kManual);
    CHECK(exposure_of({V4L2_EXPOSURE_AUTO, V4L2_EXPOSURE_SHUTTER_PRIORITY}, {.exposure = 8000us}) ==
          V4L2_EXPOSURE_SHUTTER_PRIORITY);
}

TEST_CASE("the lamp goes out when nobody takes pictures any more", "[drivers]") {
    PlayedCamera device = camera_with_lamp();
    V4l2Camera camera(lit(), device);
    REQUIRE(camera.start());
    REQUIRE(device.values.at(V4L2_CID_ILLUMINATORS_1) == 1);

    camera.stop();

    CHECK(device.values.at(V4L2_CID_ILLUMINATORS_1) == 0);
    CHECK_FALSE(device.is_open());
}

TEST_CASE("the lamp goes out with the camera object, and when the stream fails", "[drivers]") {
    PlayedCamera device = camera_with_lamp();
    device.failing_request = GENERATE(0UL, VIDIOC_STREAMON);
    {
        V4l2Camera camera(lit(), device);
        CHECK(camera.start().has_value() == (device.failing_request == 0));
    }
    CHECK(device.values.at(V4L2_CID_ILLUMINATORS_1) == 0);
}

TEST_CASE("a lamp that is not wanted is turned off once and left alone then", "[drivers]") {
    PlayedCamera device = camera_with_lamp();
    V4l2Camera camera({.path = "/dev/video0"}, device);
    REQUIRE(camera.start());
    CHECK(device.values.at(V4L2_CID_ILLUMINATORS_1) == 0);
    device.values.clear();

    camera.stop();

    CHECK(device.values.empty());
}

TEST_CASE("a lamp is turned on and off while pictures are taken, and is out afterwards",
          "[drivers]") {
    PlayedCamera device = camera_with_lamp();
    V4l2Camera camera({.path = "/dev/video0"}, device);
    REQUIRE(camera.start());
    CHECK(camera.set_lamp({}) == Lamp::Off);

    CHECK(camera.set_lamp(Lamp::On) == Lamp::On);
    CHECK(device.values.at(V4L2_CID_ILLUMINATORS_1) == 1);
    CHECK(camera.set_lamp({}) == Lamp::On);
    CHECK(camera.set_lamp(Lamp::Off) == Lamp::Off);
    CHECK(device.values.at(V4L2_CID_ILLUMINATORS_1) == 0);

    static_cast<void>(camera.set_lamp(Lamp::On));
    camera.stop();
    CHECK(device.values.at(V4L2_CID_ILLUMINATORS_1) == 0);
    CHECK_FALSE(camera.set_lamp(Lamp::On).has_value());
}

TEST_CASE("a lamp that is set up to burn can be turned off", "[drivers]") {
    PlayedCamera device = camera_with_lamp();
    V4l2Camera camera(lit(), device);
    REQUIRE(camera.start());
    CHECK(camera.set_lamp({}) == Lamp::On);

    CHECK(camera.set_lamp(Lamp::Off) == Lamp::Off);

    CHECK(device.values.at(V4L2_CID_ILLUMINATORS_1) == 0);
}

TEST_CASE("a lamp that is set as it is already costs the camera nothing", "[drivers]") {
    PlayedCamera device = camera_with_lamp();
    V4l2Camera camera({.path = "/dev/video0"}, device);
    REQUIRE(camera.start());
    device.values.clear();

    CHECK(camera.set_lamp(Lamp::Off) == Lamp::Off);

    CHECK(device.values.empty());
}

TEST_CASE("a camera says that it has no lamp, or none that can be turned", "[drivers]") {
    for (const auto& lamp : {range(0, 1, V4L2_CTRL_FLAG_READ_ONLY), range(0, 0), range(1, 1),
                             range(0, 1, V4L2_CTRL_FLAG_DISABLED)}) {
        PlayedCamera device;
        device.controls = {{V4L2_CID_ILLUMINATORS_1, lamp}};
        V4l2Camera camera({.path = "/dev/video0"}, device);
        REQUIRE(camera.start());
        CHECK_FALSE(camera.set_lamp(Lamp::On).has_value());
    }
    PlayedCamera without;
    V4l2Camera camera({.path = "/dev/video0"}, without);
    REQUIRE(camera.start());
    CHECK_FALSE(camera.set_lamp(Lamp::On).has_value());
}

TEST_CASE("a lamp that does not obey is not offered any more", "[drivers]") {
    PlayedCamera device = camera_with_lamp();
    V4l2Camera camera({.path = "/dev/video0"}, device);
    REQUIRE(camera.start());
    device.failing_request = VIDIOC_S_CTRL;

    CHECK_FALSE(camera.set_lamp(Lamp::On).has_value());

    device.failing_request = 0;
    CHECK_FALSE(camera.set_lamp(Lamp::On).has_value());
}

TEST_CASE("a camera that another program has is told from one that is broken", "[drivers]") {
    PlayedCamera device;
    BusyWatch watch(device);
    V4l2Camera camera({.path = "/dev/video0"}, watch);
    device.failing_request = GENERATE(VIDIOC_S_FMT, VIDIOC_REQBUFS, VIDIOC_STREAMON);

    device.refusal = EBUSY;
    CHECK_FALSE(camera.start().has_value());
    CHECK(watch.was_busy());
    device.refusal = EIO;
    CHECK_FALSE(camera.start().has_value());
    CHECK_FALSE(watch.was_busy());
}

TEST_CASE("a camera may have a device of its own", "[drivers]") {
    V4l2Camera camera({.path = "/dev/null"}, std::make_unique<LinuxVideoDevice>());

    CHECK(camera.start().error() == Fault::CameraUnavailable);
}
