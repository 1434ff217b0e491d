// The camera against a device that is played: it keeps the rules of V4L2 and refuses what the
// kernel refuses. What only hardware shows: real timing, real formats, real unplugging.
#include "drivers/camera/v4l2_camera.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/drivers/played_camera.h"

using namespace motlan;
using motlan::testing::PlayedCamera;
using namespace std::chrono_literals;

TEST_CASE("MJPEG is preferred, then YUYV, then grey", "[drivers]") {
    using Formats = std::vector<std::uint32_t>;
    CHECK(preferred_format(Formats{V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_MJPEG}) == V4L2_PIX_FMT_MJPEG);
    CHECK(preferred_format(Formats{V4L2_PIX_FMT_GREY, V4L2_PIX_FMT_YUYV}) == V4L2_PIX_FMT_YUYV);
    CHECK(preferred_format(Formats{V4L2_PIX_FMT_GREY}) == V4L2_PIX_FMT_GREY);
    CHECK_FALSE(preferred_format(Formats{V4L2_PIX_FMT_H264}));
}

TEST_CASE("the newest picture wins and every buffer goes round", "[drivers]") {
    PlayedCamera device;
    V4l2Camera camera({.path = "/dev/video0"}, device);
    REQUIRE(camera.start());

    for (std::uint8_t round = 0; round < 20; ++round) {
        device.shoot({round, 1});
        device.shoot({round, 2});
        const auto picture = camera.newest(0ms).value();
        REQUIRE(picture);
        CHECK(picture->coding == PictureCoding::Jpeg);
        CHECK(picture->bytes == Bytes{round, 2});
    }
}

TEST_CASE("no picture yet is no fault", "[drivers]") {
    PlayedCamera device;
    V4l2Camera camera({.path = "/dev/video0"}, device);
    REQUIRE(camera.start());

    CHECK_FALSE(camera.newest(0ms).value());
    CHECK(camera.status().is_ready());
}

TEST_CASE("the padding of a YUYV picture's rows is dropped, odd as it may be", "[drivers]") {
    PlayedCamera device;
    device.formats = {V4L2_PIX_FMT_YUYV};
    device.stride = GENERATE(0U, 31U, 32U, 33U, 40U, 63U);
    V4l2Camera camera({.path = "/dev/video0"}, device);
    REQUIRE(camera.start());
    // Less than a row is no stride: some drivers leave it out.
    const std::size_t stride = std::max(device.stride, 32U);
    Bytes rows(stride * 8, 9);
    for (std::size_t y = 0; y < 8; ++y)
        std::fill_n(rows.begin() + static_cast<std::ptrdiff_t>(y * stride), 32, 5);
    rows.resize(stride * 7 + 32);  // nor need the last row be padded

    device.shoot(rows);
    const auto picture = camera.newest(0ms).value();

    REQUIRE(picture);
    CHECK(picture->coding == PictureCoding::RawYuyv);
    CHECK(picture->width == 16);
    CHECK(picture->bytes == Bytes(32 * 8, 5));
}

TEST_CASE("a camera whose rows of YUYV end in half a pair is none", "[drivers]") {
    PlayedCamera device;
    device.formats = {V4L2_PIX_FMT_YUYV};
    device.width = 15;
    V4l2Camera camera({.path = "/dev/video0"}, device);

    CHECK(camera.start().error() == Fault::CameraUnavailable);
    CHECK(device.mapped() == 0);
}

TEST_CASE("damaged and short pictures are dropped", "[drivers]") {
    PlayedCamera device;
    device.formats = {V4L2_PIX_FMT_YUYV};
    V4l2Camera camera({.path = "/dev/video0"}, device);
    REQUIRE(camera.start());

    device.shoot(Bytes(256, 1), V4L2_BUF_FLAG_ERROR);
    CHECK_FALSE(camera.newest(0ms).value());
    device.shoot(Bytes(100, 1));
    CHECK_FALSE(camera.newest(0ms).value());
    device.shoot(Bytes(256, 1));
    CHECK(camera.newest(0ms).value());
}

TEST_CASE("an unplugged camera is a fault and a replugged one starts again", "[drivers]") {
    PlayedCamera device;
    V4l2Camera camera({.path = "/dev/video0"}, device);
    REQUIRE(camera.start());

    device.is_plugged = false;
    CHECK(camera.newest(0ms).error() == Fault::CameraUnavailable);
    CHECK(camera.status().fault == Fault::CameraUnavailable);
    CHECK(camera.start().error() == Fault::CameraUnavailable);
    CHECK(device.mapped() == 0);
    CHECK_FALSE(device.is_open());

    device.is_plugged = true;
    REQUIRE(camera.start());
    device.shoot({1, 2, 3});
    CHECK(camera.newest(0ms).value());
    CHECK(camera.status().is_ready());
}

TEST_CASE("whatever the driver refuses is the same fault and leaves nothing mapped", "[drivers]") {
    PlayedCamera device;
    device.failing_request = GENERATE(VIDIOC_QUERYCAP, VIDIOC_S_FMT, VIDIOC_REQBUFS,
                                      VIDIOC_QUERYBUF, VIDIOC_QBUF, VIDIOC_STREAMON);
    V4l2Camera camera({.path = "/dev/video0"}, device);

    CHECK(camera.start().error() == Fault::CameraUnavailable);
    CHECK(device.mapped() == 0);
    CHECK_FALSE(device.is_open());
}

TEST_CASE("a streaming error ends the stream", "[drivers]") {
    PlayedCamera device;
    V4l2Camera camera({.path = "/dev/video0"}, device);
    REQUIRE(camera.start());
    device.shoot({1});
    device.failing_request = VIDIOC_DQBUF;

    CHECK(camera.newest(0ms).error() == Fault::CameraUnavailable);
    CHECK_FALSE(device.is_streaming());
}

TEST_CASE("a node that gives no pictures is no camera", "[drivers]") {
    PlayedCamera device;
    device.abilities = V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING;
    V4l2Camera camera({.path = "/dev/video1"}, device);

    CHECK(camera.start().error() == Fault::CameraUnavailable);
}

TEST_CASE("a device that is not there is a fault, with the real system calls too", "[drivers]") {
    LinuxVideoDevice device;
    const std::string path = GENERATE("/dev/video-that-is-not-there", "/dev/null");
    V4l2Camera camera({.path = path}, device);

    CHECK(camera.start().error() == Fault::CameraUnavailable);
    CHECK(camera.newest(0ms).error() == Fault::CameraUnavailable);
}

TEST_CASE("a camera is missed before anybody wants its pictures, and found again", "[drivers]") {
    PlayedCamera device;
    V4l2Camera camera({.path = "/dev/video0"}, device);

    camera.look();
    CHECK(camera.status().is_ready());
    CHECK_FALSE(device.is_open());
    device.is_plugged = false;
    camera.look();
    CHECK(camera.status().fault == Fault::CameraUnavailable);
    device.is_plugged = true;
    camera.look();
    CHECK(camera.status().is_ready());
    CHECK_FALSE(device.is_open());
}

TEST_CASE("a look leaves a camera that takes pictures in peace", "[drivers]") {
    PlayedCamera device;
    V4l2Camera camera({.path = "/dev/video0"}, device);
    REQUIRE(camera.start());

    camera.look();

    CHECK(device.is_streaming());
}
