#include "drivers/camera/video_controls.h"

#include <linux/videodev2.h>

#include <algorithm>
#include <array>
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

/// As it is now; nothing where the camera does not tell.
std::optional<std::int32_t> value_of(VideoDevice& device, std::uint32_t id) {
    v4l2_control control{.id = id, .value = 0};
    if (device.control(VIDIOC_G_CTRL, &control) < 0) return std::nullopt;
    return control.value;
}

/// What V4L2 calls one of ours.
struct Names {
    CameraControl control;
    std::uint32_t value;
    std::uint32_t own_care;  ///< turns the camera's own care on and off
    std::int64_t unit = 1;   ///< of ours that make one of V4L2's
};

// The kernel counts exposure in steps of 100 microseconds.
constexpr std::array kNames{
    Names{CameraControl::Exposure, V4L2_CID_EXPOSURE_ABSOLUTE, V4L2_CID_EXPOSURE_AUTO, 100},
    Names{CameraControl::Gain, V4L2_CID_GAIN, V4L2_CID_AUTOGAIN},
    Names{CameraControl::Brightness, V4L2_CID_BRIGHTNESS, V4L2_CID_AUTOBRIGHTNESS},
    Names{CameraControl::Focus, V4L2_CID_FOCUS_ABSOLUTE, V4L2_CID_FOCUS_AUTO}};

const Names& names_of(CameraControl control) {
    return *std::ranges::find(kNames, control, &Names::control);
}

// Most cameras have a fixed aperture and call their own care for the time "aperture priority";
// others know only "auto".
void set_own_care(VideoDevice& device, const Names& names, bool is_wished) {
    if (names.control != CameraControl::Exposure) {
        set(device, names.own_care, is_wished ? 1 : 0);
    } else if (is_wished) {
        choose(device, names.own_care, {V4L2_EXPOSURE_APERTURE_PRIORITY, V4L2_EXPOSURE_AUTO});
    } else {
        choose(device, names.own_care, {V4L2_EXPOSURE_MANUAL, V4L2_EXPOSURE_SHUTTER_PRIORITY});
    }
}

/// Whether the camera sees to it by itself now.
bool has_own_care(VideoDevice& device, const Names& names) {
    const auto care = value_of(device, names.own_care);
    if (names.control != CameraControl::Exposure) return care.value_or(0) == 1;
    return care == std::int32_t{V4L2_EXPOSURE_AUTO} ||
           care == std::int32_t{V4L2_EXPOSURE_APERTURE_PRIORITY};
}

/// What is ours of a number of V4L2's, whatever a camera may say.
int ours(const Names& names, std::int64_t value) {
    constexpr std::int64_t kMost = 1'000'000'000;
    return static_cast<int>(std::clamp(value * names.unit, -kMost, kMost));
}

ControlRange range_of(VideoDevice& device, const Names& names, const v4l2_queryctrl& described) {
    const int least = ours(names, described.minimum);
    const int most = ours(names, described.maximum);
    ControlRange range{.control = names.control,
                       .least = least,
                       .most = most,
                       .step = std::max(1, ours(names, std::max(described.step, 1))),
                       .usual = std::clamp(ours(names, described.default_value), least, most)};
    const auto value = value_of(device, names.value);
    if (!value || has_own_care(device, names)) return range;
    const bool is_usual = *value == described.default_value;
    // Where the camera could see to it, what it was made with is a choice like any other.
    if (!is_usual || open_control(device, names.own_care))
        range.value = std::clamp(ours(names, *value), least, most);
    return range;
}

}  // namespace

void apply_controls(VideoDevice& device, const CameraControls& wanted) {
    set(device, V4L2_CID_POWER_LINE_FREQUENCY, V4L2_CID_POWER_LINE_FREQUENCY_50HZ);
    const auto exposure = wanted.exposure.transform(
        [](std::chrono::microseconds time) { return static_cast<int>(time.count()); });
    set_control(device, {CameraControl::Focus, wanted.focus});
    set_control(device, {CameraControl::Exposure, exposure});
    set_control(device, {CameraControl::Gain, wanted.gain});
    set_control(device, {CameraControl::Brightness, wanted.brightness});
    turn_lamp(device, wanted.light ? Lamp::On : Lamp::Off);
}

std::vector<ControlRange> controls_of(VideoDevice& device) {
    std::vector<ControlRange> ranges;
    for (const Names& names : kNames)
        if (const auto described = open_control(device, names.value))
            ranges.push_back(range_of(device, names, *described));
    return ranges;
}

// A camera that cannot see to it by itself gets back what it was made with.
bool set_control(VideoDevice& device, const ControlWish& wish) {
    const Names& names = names_of(wish.control);
    set_own_care(device, names, !wish.value);
    if (wish.value) return set(device, names.value, *wish.value / names.unit);
    if (open_control(device, names.own_care)) return has_own_care(device, names);
    const auto described = open_control(device, names.value);
    return described && set(device, names.value, described->default_value);
}

bool has_lamp(VideoDevice& device) {
    const auto described = open_control(device, V4L2_CID_ILLUMINATORS_1);
    return described && described->minimum <= 0 && described->maximum >= 1;
}

bool turn_lamp(VideoDevice& device, Lamp lamp) {
    return set(device, V4L2_CID_ILLUMINATORS_1, lamp == Lamp::On ? 1 : 0);
}

}  // namespace motlan
