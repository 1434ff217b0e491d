#include "kiosk/technician/camera_watch.h"

namespace motlan {

CameraWatch::~CameraWatch() {
    end();
    if (running_.valid()) running_.wait();
}

// One job after the other on that thread: whoever waits for the last has waited for all.
void CameraWatch::begin() {
    end();
    wishes_ = std::make_shared<CameraWishes>();
    auto done = std::make_shared<std::promise<void>>();  // shared with the job's copies
    running_ = done->get_future();
    parts_.sight.with_eye([this, wishes = wishes_, done](Result<EyeClient*> eye) {
        const auto look = [&](const EncodedPicture& picture) {
            return (*eye)->look_at_card(picture, EyeClient::Sequence::GoesOn);
        };
        const auto tell = [this](CameraView view) { answers_.post(CameraViewed{std::move(view)}); };
        const CameraTrial trial{
            .camera = *parts_.devices.card_camera, .look = look, .clock = parts_.clock};
        const auto watched =
            eye ? watch_camera(trial, *wishes, tell) : Result<void>(fail(eye.error()));
        if (!watched) answers_.post(CameraLost{watched.error()});
        done->set_value();
    });
}

void CameraWatch::end() {
    if (wishes_) wishes_->end();
    wishes_.reset();
}

void CameraWatch::set(const ControlWish& wish) {
    if (wishes_) wishes_->add(wish);
}

}  // namespace motlan
