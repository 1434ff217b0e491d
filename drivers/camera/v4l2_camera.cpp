#include "drivers/camera/v4l2_camera.h"

#include <utility>

#include "drivers/camera/video_controls.h"

namespace motlan {

Result<void> V4l2Camera::start() {
    stop();
    if (device_.open(setup_.path) < 0) return fail(lose());
    apply_controls(device_, setup_.controls);
    if (has_lamp(device_)) lamp_ = setup_.controls.light ? Lamp::On : Lamp::Off;
    auto stream = VideoStream::start(device_, setup_.width, setup_.height);
    if (!stream) return fail(lose());
    stream_.emplace(*std::move(stream));
    is_lost_ = false;
    return {};
}

Result<std::optional<EncodedPicture>> V4l2Camera::newest(std::chrono::milliseconds patience) {
    if (!stream_) return fail(Fault::CameraUnavailable);
    const int ready = device_.wait(patience);
    if (ready == 0) return std::nullopt;
    auto picture = ready < 0 ? fail(Fault::CameraUnavailable) : stream_->newest();
    if (!picture) return fail(lose());
    return picture;
}

// A lamp that does not obey is none: nobody is offered what does nothing.
std::optional<Lamp> V4l2Camera::set_lamp(std::optional<Lamp> wish) {
    if (!lamp_ || !wish || *lamp_ == *wish) return lamp_;
    if (!turn_lamp(device_, *wish)) return lamp_ = std::nullopt;
    return lamp_ = wish;
}

void V4l2Camera::stop() {
    stream_.reset();
    if (std::exchange(lamp_, std::nullopt) == Lamp::On) turn_lamp(device_, Lamp::Off);
    device_.close();
}

// Opening wakes a camera and its lamp, so one that was not lost is only seen to be there.
void V4l2Camera::look() {
    if (stream_) return;
    const bool is_there = device_.is_there(setup_.path);
    if (is_there == !is_lost_) return;
    is_lost_ = !is_there || device_.open(setup_.path) < 0;
    device_.close();
}

std::vector<ControlRange> V4l2Camera::controls() {
    return stream_ ? controls_of(device_) : std::vector<ControlRange>();
}

bool V4l2Camera::set_control(const ControlWish& wish) {
    return stream_ && motlan::set_control(device_, wish);
}

Fault V4l2Camera::lose() {
    stop();
    is_lost_ = true;
    return Fault::CameraUnavailable;
}

}  // namespace motlan
