#include "drivers/camera/video_controls.h"

#include <linux/videodev2.h>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace motlan {
namespace {

void set(VideoDevice& device, std::uint32_t id, std::int64_t value) {
    v4l2_queryctrl described{};
    described.id = id;
    if (device.control(VIDIOC_QUERYCTRL, &described) < 0) return;
    constexpr std::uint32_t kClosed = V4L2_CTRL_FLAG_DISABLED | V4L2_CTRL_FLAG_READ_ONLY;
    if ((described.flags & kClosed) != 0 || described.minimum > described.maximum) return;
    const auto nearest = std::clamp<std::int64_t>(value, described.minimum, described.maximum);
    v4l2_control control{.id = id, .value = static_cast<std::int32_t>(nearest)};
    device.control(VIDIOC_S_CTRL, &control);
}

void set_focus(VideoDevice& device, std::optional<int> wanted) {
    set(device, V4L2_CID_FOCUS_AUTO, wanted ? 0 : 1);
    if (wanted) set(device, V4L2_CID_FOCUS_ABSOLUTE, *wanted);
}

// The kernel counts exposure in steps of 100 microseconds.
void set_exposure(VideoDevice& device, std::optional<std::chrono::microseconds> wanted) {
    set(device, V4L2_CID_EXPOSURE_AUTO,
        wanted ? V4L2_EXPOSURE_MANUAL : V4L2_EXPOSURE_APERTURE_PRIORITY);
    if (wanted) set(device, V4L2_CID_EXPOSURE_ABSOLUTE, wanted->count() / 100);
}

}  // namespace

void apply_controls(VideoDevice& device, const CameraControls& wanted) {
    set(device, V4L2_CID_POWER_LINE_FREQUENCY, V4L2_CID_POWER_LINE_FREQUENCY_50HZ);
    set_focus(device, wanted.focus);
    set_exposure(device, wanted.exposure);
    set(device, V4L2_CID_ILLUMINATORS_1, wanted.light ? 1 : 0);
}

}  // namespace motlan
