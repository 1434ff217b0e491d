#include "drivers/camera/video_controls.h"

#include <linux/videodev2.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>

namespace motlan {
namespace {

/// What may be set; nothing where the camera has no such control or does not let it be set.
std::optional<v4l2_queryctrl> open_control(VideoDevice& device, std::uint32_t id) {
    v4l2_queryctrl described{};
    described.id = id;
    if (device.control(VIDIOC_QUERYCTRL, &described) < 0) return std::nullopt;
    constexpr std::uint32_t kClosed = V4L2_CTRL_FLAG_DISABLED | V4L2_CTRL_FLAG_READ_ONLY;
    if ((described.flags & kClosed) != 0 || described.minimum > described.maximum)
        return std::nullopt;
    return described;
}

/// Whether the camera took it.
bool set(VideoDevice& device, std::uint32_t id, std::int64_t value) {
    const auto described = open_control(device, id);
    if (!described) return false;
    const auto nearest = std::clamp<std::int64_t>(value, described->minimum, described->maximum);
    v4l2_control control{.id = id, .value = static_cast<std::int32_t>(nearest)};
    return device.control(VIDIOC_S_CTRL, &control) == 0;
}

/// Sets a menu to the first of these entries that the camera has.
void choose(VideoDevice& device, std::uint32_t id, std::initializer_list<std::uint32_t> entries) {
    const auto is_there = [&](std::uint32_t entry) {
        v4l2_querymenu described{};
        described.id = id;
        described.index = entry;
        return device.control(VIDIOC_QUERYMENU, &described) == 0;
    };
    const auto* const found = std::ranges::find_if(entries, is_there);
    if (found != entries.end()) set(device, id, *found);
}

void set_focus(VideoDevice& device, std::optional<int> wanted) {
    set(device, V4L2_CID_FOCUS_AUTO, wanted ? 0 : 1);
    if (wanted) set(device, V4L2_CID_FOCUS_ABSOLUTE, *wanted);
}

// Most cameras have a fixed aperture and call their own care for the time "aperture priority";
// others know only "auto". The kernel counts exposure in steps of 100 microseconds.
void set_exposure(VideoDevice& device, std::optional<std::chrono::microseconds> wanted) {
    if (!wanted) {
        return choose(device, V4L2_CID_EXPOSURE_AUTO,
                      {V4L2_EXPOSURE_APERTURE_PRIORITY, V4L2_EXPOSURE_AUTO});
    }
    choose(device, V4L2_CID_EXPOSURE_AUTO, {V4L2_EXPOSURE_MANUAL, V4L2_EXPOSURE_SHUTTER_PRIORITY});
    set(device, V4L2_CID_EXPOSURE_ABSOLUTE, wanted->count() / 100);
}

}  // namespace

void apply_controls(VideoDevice& device, const CameraControls& wanted) {
    set(device, V4L2_CID_POWER_LINE_FREQUENCY, V4L2_CID_POWER_LINE_FREQUENCY_50HZ);
    set_focus(device, wanted.focus);
    set_exposure(device, wanted.exposure);
    turn_lamp(device, wanted.light ? Lamp::On : Lamp::Off);
}

bool has_lamp(VideoDevice& device) {
    const auto described = open_control(device, V4L2_CID_ILLUMINATORS_1);
    return described && described->minimum <= 0 && described->maximum >= 1;
}

bool turn_lamp(VideoDevice& device, Lamp lamp) {
    return set(device, V4L2_CID_ILLUMINATORS_1, lamp == Lamp::On ? 1 : 0);
}

}  // namespace motlan
