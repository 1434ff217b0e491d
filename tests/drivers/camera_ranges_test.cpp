// What a camera lets be set, as it says itself, and what becomes of it: against a device that is
// played and, where the machine has one, against the kernel's own test camera.
#include <cstdlib>
#include <catch2/catch_test_macros.hpp>

#include "drivers/camera/v4l2_camera.h"
#include "drivers/camera/video_controls.h"
#include "tests/drivers/played_camera.h"

using namespace motlan;
using motlan::testing::PlayedCamera;

namespace {

v4l2_queryctrl ranged(std::int32_t least, std::int32_t most, std::int32_t usual,
                      std::int32_t step = 1) {
    v4l2_queryctrl described{};
    described.minimum = least;
    described.maximum = most;
    described.default_value = usual;
    described.step = step;
    return described;
}

/// A camera with its own care for exposure and focus, none for gain and brightness.
PlayedCamera webcam() {
    PlayedCamera device;
    device.controls = {{V4L2_CID_EXPOSURE_AUTO, ranged(0, 3, 3)},
                       {V4L2_CID_EXPOSURE_ABSOLUTE, ranged(3, 2047, 250)},
                       {V4L2_CID_GAIN, ranged(0, 255, 64)},
                       {V4L2_CID_BRIGHTNESS, ranged(-64, 64, 0, 2)},
                       {V4L2_CID_FOCUS_AUTO, ranged(0, 1, 1)},
                       {V4L2_CID_FOCUS_ABSOLUTE, ranged(0, 250, 0, 5)}};
    device.menus = {
        {V4L2_CID_EXPOSURE_AUTO, {V4L2_EXPOSURE_MANUAL, V4L2_EXPOSURE_APERTURE_PRIORITY}}};
    return device;
}

CameraSetup at_rest() { return {.path = "/dev/video0"}; }

ControlRange now(V4l2Camera& camera, CameraControl control) {
    for (const ControlRange& range : camera.controls())
        if (range.control == control) return range;
    FAIL("the camera has no such control");
    return {};
}

}  // namespace

TEST_CASE("a camera tells what may be set and from where to where", "[drivers]") {
    PlayedCamera device = webcam();
    V4l2Camera camera(at_rest(), device);
    REQUIRE(camera.start());

    const std::vector<ControlRange> expected{
        {.control = CameraControl::Exposure,
         .least = 300,
         .most = 204'700,
         .step = 100,
         .usual = 25'000},
        {.control = CameraControl::Gain, .least = 0, .most = 255, .step = 1, .usual = 64},
        {.control = CameraControl::Brightness, .least = -64, .most = 64, .step = 2, .usual = 0},
        {.control = CameraControl::Focus, .least = 0, .most = 250, .step = 5, .usual = 0}};
    CHECK(camera.controls() == expected);
}

TEST_CASE("a camera that has nothing to be set says so, and so does one that is off", "[drivers]") {
    PlayedCamera bare;
    V4l2Camera camera(at_rest(), bare);
    REQUIRE(camera.start());
    CHECK(camera.controls().empty());
    CHECK_FALSE(camera.set_control({CameraControl::Gain, 3}));

    PlayedCamera device = webcam();
    V4l2Camera resting(at_rest(), device);
    CHECK(resting.controls().empty());
    CHECK_FALSE(resting.set_control({CameraControl::Gain, 3}));
}

TEST_CASE("what is set is told back, and what is beyond the range is the nearest", "[drivers]") {
    PlayedCamera device = webcam();
    V4l2Camera camera(at_rest(), device);
    REQUIRE(camera.start());

    CHECK(camera.set_control({CameraControl::Exposure, 8'000}));
    CHECK(camera.set_control({CameraControl::Gain, 9'000}));
    CHECK(camera.set_control({CameraControl::Brightness, -1'000}));
    CHECK(camera.set_control({CameraControl::Focus, 120}));

    CHECK(now(camera, CameraControl::Exposure).value == 8'000);
    CHECK(now(camera, CameraControl::Gain).value == 255);
    CHECK(now(camera, CameraControl::Brightness).value == -64);
    CHECK(now(camera, CameraControl::Focus).value == 120);
    CHECK(device.values.at(V4L2_CID_EXPOSURE_AUTO) == V4L2_EXPOSURE_MANUAL);
    CHECK(device.values.at(V4L2_CID_EXPOSURE_ABSOLUTE) == 80);
}

TEST_CASE("what is left to the camera is its own care, or what it was made with", "[drivers]") {
    PlayedCamera device = webcam();
    V4l2Camera camera(at_rest(), device);
    REQUIRE(camera.start());
    for (const CameraControl control : all_camera_controls())
        REQUIRE(camera.set_control({control, 50}));

    for (const CameraControl control : all_camera_controls()) {
        CHECK(camera.set_control({control, {}}));
        CHECK_FALSE(now(camera, control).value.has_value());
    }
    CHECK(device.values.at(V4L2_CID_GAIN) == 64);
    CHECK(device.values.at(V4L2_CID_BRIGHTNESS) == 0);
    CHECK(device.values.at(V4L2_CID_FOCUS_AUTO) == 1);
}

TEST_CASE("what this kiosk has saved is set at every start, also after a replug", "[drivers]") {
    PlayedCamera device = webcam();
    V4l2Camera camera(
        {.path = "/dev/video0", .controls = {.focus = 100, .gain = 32, .brightness = 6}}, device);
    REQUIRE(camera.start());
    REQUIRE(camera.set_control({CameraControl::Gain, 200}));
    device.is_plugged = false;
    REQUIRE_FALSE(camera.newest(std::chrono::milliseconds(1)));
    // A camera that was without power has forgotten all of it.
    device.values.clear();
    device.is_plugged = true;

    REQUIRE(camera.start());

    CHECK(device.values.at(V4L2_CID_GAIN) == 32);
    CHECK(device.values.at(V4L2_CID_BRIGHTNESS) == 6);
    CHECK(device.values.at(V4L2_CID_FOCUS_ABSOLUTE) == 100);
}

TEST_CASE("what was tried and not saved is gone at the next start", "[drivers]") {
    PlayedCamera device = webcam();
    V4l2Camera camera(at_rest(), device);
    REQUIRE(camera.start());
    REQUIRE(camera.set_control({CameraControl::Gain, 200}));

    REQUIRE(camera.start());

    CHECK(device.values.at(V4L2_CID_GAIN) == 64);
}

TEST_CASE("a camera that refuses a value says so and keeps its own", "[drivers]") {
    PlayedCamera device = webcam();
    V4l2Camera camera(at_rest(), device);
    REQUIRE(camera.start());
    device.failing_request = VIDIOC_S_CTRL;

    CHECK_FALSE(camera.set_control({CameraControl::Gain, 200}));
    CHECK_FALSE(now(camera, CameraControl::Gain).value.has_value());
}

TEST_CASE("a camera that Linux plays tells its ranges and takes a value", "[drivers]") {
    const char* node = std::getenv("MOTLAN_TEST_CAMERA");
    if (node == nullptr) SKIP("MOTLAN_TEST_CAMERA names no camera (modprobe vivid)");
    LinuxVideoDevice device;
    V4l2Camera camera({.path = node}, device);
    REQUIRE(camera.start());

    for (const ControlRange& range : camera.controls()) {
        INFO(name(range.control) << " from " << range.least << " to " << range.most);
        const int wanted = range.least == range.usual ? range.most : range.least;
        CHECK(camera.set_control({range.control, wanted}));
        CHECK(now(camera, range.control).value == wanted);
        CHECK(camera.set_control({range.control, {}}));
    }
}
