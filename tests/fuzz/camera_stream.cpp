// A camera's driver that answers anything: sizes, strides, lengths of buffers, which of them is
// full and by how much. The camera fails or gives pictures that lie within its buffers.
#include <linux/videodev2.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "drivers/camera/v4l2_camera.h"
#include "kiosk/core/expects.h"
#include "kiosk/imaging/picture_file.h"

using namespace motlan;

namespace {

/// Answers with the bytes of the fuzzer, field by field, and with zeroes when they are used up.
class LyingDevice final : public VideoDevice {
public:
    explicit LyingDevice(ByteView lies) : lies_(lies) {}

    bool is_there(const std::string&) override { return true; }
    int open(const std::string&) override { return 0; }
    void close() override {}
    void* map(std::size_t size, std::size_t) override {
        // Every buffer is as long as it says and no longer, so that a sanitizer sees beyond it.
        memory_[mapped_ % memory_.size()].assign(size, 0x55);
        return memory_[mapped_++ % memory_.size()].data();
    }
    void unmap(void*, std::size_t) override {}
    int wait(std::chrono::milliseconds) override { return lies_.empty() ? -1 : 1; }
    int control(unsigned long request, void* argument) override {
        switch (request) {
            case VIDIOC_QUERYCAP:
                static_cast<v4l2_capability*>(argument)->capabilities =
                    V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
                return 0;
            case VIDIOC_ENUM_FMT: return describe(*static_cast<v4l2_fmtdesc*>(argument));
            case VIDIOC_S_FMT: return choose(static_cast<v4l2_format*>(argument)->fmt.pix);
            case VIDIOC_REQBUFS:
                static_cast<v4l2_requestbuffers*>(argument)->count = number<std::uint8_t>() % 4U;
                return 0;
            case VIDIOC_QUERYBUF:
                static_cast<v4l2_buffer*>(argument)->length = number<std::uint16_t>();
                return 0;
            case VIDIOC_DQBUF: return take(*static_cast<v4l2_buffer*>(argument));
            default: return 0;
        }
    }

private:
    template <typename Number>
    Number number() {
        Number value{};
        if (lies_.size() < sizeof(value)) {
            lies_ = {};
            return value;
        }
        std::memcpy(&value, lies_.data(), sizeof(value));
        lies_ = lies_.subspan(sizeof(value));
        return value;
    }
    int describe(v4l2_fmtdesc& out) {
        constexpr auto kFormats = std::to_array<std::uint32_t>(
            {V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_GREY, V4L2_PIX_FMT_MJPEG});
        if (out.index > 0) return -1;
        out.pixelformat = kFormats[number<std::uint8_t>() % kFormats.size()];
        return 0;
    }
    int choose(v4l2_pix_format& pix) {
        const bool is_small = number<std::uint8_t>() % 4 != 0;
        pix.width = is_small ? number<std::uint8_t>() : number<std::uint32_t>();
        pix.height = is_small ? number<std::uint8_t>() : number<std::uint32_t>();
        pix.bytesperline = is_small ? number<std::uint8_t>() * 2U : number<std::uint32_t>();
        return 0;
    }
    int take(v4l2_buffer& buffer) {
        if (lies_.empty()) {
            errno = EAGAIN;
            return -1;
        }
        buffer.index = number<std::uint8_t>() % 8U;
        buffer.bytesused = number<std::uint16_t>();
        return 0;
    }

    ByteView lies_;
    std::array<Bytes, 4> memory_;
    std::size_t mapped_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    LyingDevice device({bytes, size});
    V4l2Camera camera({.path = "/dev/video0"}, device);
    if (!camera.start()) return 0;
    for (int i = 0; i < 8; ++i) {
        const auto picture = camera.newest(std::chrono::milliseconds(0));
        if (!picture) return 0;
        if (!*picture) continue;
        // A raw picture has exactly the bytes that its size says.
        const auto said = size_of(view_of(**picture));
        const bool is_tiny = (*picture)->width < kLeastSide || (*picture)->height < kLeastSide;
        const bool is_jpeg = (*picture)->coding == PictureCoding::Jpeg;
        expects(said || is_jpeg || is_tiny || said.error() == Fault::PictureTooLarge);
    }
    return 0;
}
