// The camera against a device that is played: it keeps the rules of V4L2 and refuses what the
// kernel refuses. What only hardware shows: real timing, real formats, real unplugging.
#include "drivers/camera/v4l2_camera.h"

#include <linux/videodev2.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <map>
#include <set>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace motlan;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t kBufferSize = 4096;

class PlayedCamera final : public VideoDevice {
public:
    std::vector<std::uint32_t> formats{V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_MJPEG};
    std::uint32_t abilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    bool is_plugged = true;
    unsigned long failing_request = 0;
    std::uint32_t width = 16;
    std::uint32_t stride = 0;
    std::map<std::uint32_t, v4l2_queryctrl> controls;
    std::map<std::uint32_t, std::int32_t> values;

    /// The camera fills its next free buffer, or drops the picture when there is none.
    void shoot(const Bytes& picture, std::uint32_t flags = 0) {
        if (given_.empty() || !is_streaming_) return;
        const std::uint32_t index = given_.front();
        given_.pop_front();
        std::ranges::copy(picture, memory_[index].begin());
        filled_.push_back({index, static_cast<std::uint32_t>(picture.size()), flags});
    }
    [[nodiscard]] std::size_t mapped() const { return mapped_.size(); }
    [[nodiscard]] bool is_open() const { return is_open_; }
    [[nodiscard]] bool is_streaming() const { return is_streaming_; }

    bool is_there(const std::string&) override { return is_plugged; }
    int open(const std::string&) override {
        if (!is_plugged) return refuse(ENOENT);
        is_open_ = true;
        return 0;
    }
    void close() override { is_open_ = is_streaming_ = false; }
    void* map(std::size_t size, std::size_t offset) override {
        if (size != kBufferSize || offset / kBufferSize >= memory_.size()) return nullptr;
        mapped_.insert(memory_[offset / kBufferSize].data());
        return memory_[offset / kBufferSize].data();
    }
    void unmap(void* address, std::size_t) override { mapped_.erase(address); }
    int wait(std::chrono::milliseconds) override {
        if (!is_plugged) return -1;
        return filled_.empty() ? 0 : 1;
    }
    int control(unsigned long request, void* argument) override {
        if (!is_open_) return refuse(EBADF);
        if (!is_plugged) return refuse(ENODEV);
        if (request == failing_request) return refuse(EIO);
        switch (request) {
            case VIDIOC_QUERYCAP: return query(*static_cast<v4l2_capability*>(argument));
            case VIDIOC_ENUM_FMT: return describe(*static_cast<v4l2_fmtdesc*>(argument));
            case VIDIOC_S_FMT: return choose(*static_cast<v4l2_format*>(argument));
            case VIDIOC_REQBUFS: return allot(*static_cast<v4l2_requestbuffers*>(argument));
            case VIDIOC_QUERYBUF: return locate(*static_cast<v4l2_buffer*>(argument));
            case VIDIOC_QBUF: return give(*static_cast<v4l2_buffer*>(argument));
            case VIDIOC_DQBUF: return take(*static_cast<v4l2_buffer*>(argument));
            case VIDIOC_QUERYCTRL: return describe(*static_cast<v4l2_queryctrl*>(argument));
            case VIDIOC_S_CTRL: return adjust(*static_cast<v4l2_control*>(argument));
            case VIDIOC_STREAMON: is_streaming_ = !given_.empty(); return is_streaming_ ? 0 : -1;
            case VIDIOC_STREAMOFF: is_streaming_ = false; return 0;
            default: return refuse(ENOTTY);
        }
    }

private:
    struct Filled {
        std::uint32_t index;
        std::uint32_t size;
        std::uint32_t flags;
    };

    static int refuse(int error) {
        errno = error;
        return -1;
    }
    int query(v4l2_capability& out) const {
        out.capabilities = V4L2_CAP_DEVICE_CAPS;
        out.device_caps = abilities;
        return 0;
    }
    int describe(v4l2_fmtdesc& out) const {
        if (out.index >= formats.size()) return refuse(EINVAL);
        out.pixelformat = formats[out.index];
        return 0;
    }
    int describe(v4l2_queryctrl& out) const {
        const auto found = controls.find(out.id);
        if (found == controls.end()) return refuse(EINVAL);
        out = found->second;
        return 0;
    }
    int adjust(const v4l2_control& control) {
        const auto found = controls.find(control.id);
        if (found == controls.end()) return refuse(EINVAL);
        const bool fits =
            control.value >= found->second.minimum && control.value <= found->second.maximum;
        if (!fits) return refuse(ERANGE);
        values[control.id] = control.value;
        return 0;
    }
    int choose(v4l2_format& format) const {
        format.fmt.pix.width = width;
        format.fmt.pix.height = 8;
        format.fmt.pix.bytesperline = stride;
        return 0;
    }
    int allot(v4l2_requestbuffers& request) {
        // The kernel answers EBUSY while somebody still maps the buffers.
        if (is_streaming_ || !mapped_.empty()) return refuse(EBUSY);
        given_.clear();
        filled_.clear();
        memory_.assign(request.count, std::array<std::uint8_t, kBufferSize>{});
        return 0;
    }
    int locate(v4l2_buffer& buffer) const {
        if (buffer.index >= memory_.size()) return refuse(EINVAL);
        buffer.length = kBufferSize;
        buffer.m.offset = buffer.index * kBufferSize;
        return 0;
    }
    int give(const v4l2_buffer& buffer) {
        if (buffer.index >= memory_.size() || std::ranges::contains(given_, buffer.index)) {
            return refuse(EINVAL);
        }
        given_.push_back(buffer.index);
        return 0;
    }
    int take(v4l2_buffer& buffer) {
        if (!is_streaming_) return refuse(EINVAL);
        if (filled_.empty()) return refuse(EAGAIN);
        buffer.index = filled_.front().index;
        buffer.bytesused = filled_.front().size;
        buffer.flags = filled_.front().flags;
        filled_.pop_front();
        return 0;
    }

    bool is_open_ = false;
    bool is_streaming_ = false;
    std::vector<std::array<std::uint8_t, kBufferSize>> memory_;
    std::set<void*> mapped_;
    std::deque<std::uint32_t> given_;
    std::deque<Filled> filled_;
};

}  // namespace

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

namespace {

v4l2_queryctrl range(std::int32_t least, std::int32_t most, std::uint32_t flags = 0) {
    v4l2_queryctrl described{};
    described.minimum = least;
    described.maximum = most;
    described.flags = flags;
    return described;
}

}  // namespace

TEST_CASE("a camera is set as it is configured, as far as it goes", "[drivers]") {
    PlayedCamera device;
    device.controls = {
        {V4L2_CID_FOCUS_AUTO, range(0, 1)},           {V4L2_CID_FOCUS_ABSOLUTE, range(0, 250)},
        {V4L2_CID_EXPOSURE_AUTO, range(0, 3)},        {V4L2_CID_EXPOSURE_ABSOLUTE, range(3, 2047)},
        {V4L2_CID_POWER_LINE_FREQUENCY, range(0, 2)}, {V4L2_CID_ILLUMINATORS_1, range(0, 1)}};
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
