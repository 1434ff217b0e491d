// A camera's device that is played: it keeps the rules of V4L2 and refuses what the kernel refuses.
#pragma once

#include <linux/videodev2.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "drivers/camera/video_device.h"
#include "kiosk/core/bytes.h"

namespace motlan::testing {

inline constexpr std::uint32_t kPlayedBuffer = 4096;

/// What a test sets is public; what the driver did is told by the functions.
class PlayedCamera final : public VideoDevice {
public:
    std::vector<std::uint32_t> formats{V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_MJPEG};
    std::uint32_t abilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    bool is_plugged = true;
    unsigned long failing_request = 0;
    int refusal = EIO;  ///< why that request fails
    std::uint32_t width = 16;
    std::uint32_t stride = 0;
    std::map<std::uint32_t, v4l2_queryctrl> controls;
    std::map<std::uint32_t, std::set<std::uint32_t>> menus;  ///< the entries of controls that have
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
        if (size != kPlayedBuffer || offset / kPlayedBuffer >= memory_.size()) return nullptr;
        mapped_.insert(memory_[offset / kPlayedBuffer].data());
        return memory_[offset / kPlayedBuffer].data();
    }
    void unmap(void* address, std::size_t) override { mapped_.erase(address); }
    int wait(std::chrono::milliseconds) override {
        if (!is_plugged) return -1;
        return filled_.empty() ? 0 : 1;
    }
    int control(unsigned long request, void* argument) override {
        if (!is_open_) return refuse(EBADF);
        if (!is_plugged) return refuse(ENODEV);
        if (request == failing_request) return refuse(refusal);
        switch (request) {
            case VIDIOC_QUERYCAP: return query(*static_cast<v4l2_capability*>(argument));
            case VIDIOC_ENUM_FMT: return describe(*static_cast<v4l2_fmtdesc*>(argument));
            case VIDIOC_S_FMT: return choose(*static_cast<v4l2_format*>(argument));
            case VIDIOC_REQBUFS: return allot(*static_cast<v4l2_requestbuffers*>(argument));
            case VIDIOC_QUERYBUF: return locate(*static_cast<v4l2_buffer*>(argument));
            case VIDIOC_QBUF: return give(*static_cast<v4l2_buffer*>(argument));
            case VIDIOC_DQBUF: return take(*static_cast<v4l2_buffer*>(argument));
            case VIDIOC_QUERYCTRL: return describe(*static_cast<v4l2_queryctrl*>(argument));
            case VIDIOC_QUERYMENU: return describe(*static_cast<v4l2_querymenu*>(argument));
            case VIDIOC_S_CTRL: return adjust(*static_cast<v4l2_control*>(argument));
            case VIDIOC_G_CTRL: return tell(*static_cast<v4l2_control*>(argument));
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
    [[nodiscard]] int describe(const v4l2_querymenu& asked) const {
        const auto menu = menus.find(asked.id);
        return menu != menus.end() && menu->second.contains(asked.index) ? 0 : refuse(EINVAL);
    }
    int adjust(const v4l2_control& control) {
        const auto found = controls.find(control.id);
        if (found == controls.end()) return refuse(EINVAL);
        const bool fits =
            control.value >= found->second.minimum && control.value <= found->second.maximum;
        if (!fits) return refuse(ERANGE);
        const auto menu = menus.find(control.id);
        const bool is_entry =
            menu == menus.end() || menu->second.contains(static_cast<std::uint32_t>(control.value));
        if (!is_entry) return refuse(EINVAL);
        values[control.id] = control.value;
        return 0;
    }
    int tell(v4l2_control& control) const {
        const auto found = controls.find(control.id);
        if (found == controls.end()) return refuse(EINVAL);
        const auto value = values.find(control.id);
        control.value = value == values.end() ? found->second.default_value : value->second;
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
        memory_.assign(request.count, std::array<std::uint8_t, kPlayedBuffer>{});
        return 0;
    }
    int locate(v4l2_buffer& buffer) const {
        if (buffer.index >= memory_.size()) return refuse(EINVAL);
        buffer.length = kPlayedBuffer;
        buffer.m.offset = buffer.index * kPlayedBuffer;
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
    std::vector<std::array<std::uint8_t, kPlayedBuffer>> memory_;
    std::set<void*> mapped_;
    std::deque<std::uint32_t> given_;
    std::deque<Filled> filled_;
};

}  // namespace motlan::testing
