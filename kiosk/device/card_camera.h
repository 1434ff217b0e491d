// A source of pictures of what a citizen holds up: a camera, a folder or the demo's desk.
// Used by one worker thread. It never decodes a picture.
#pragma once

#include <chrono>
#include <optional>

#include "kiosk/core/image.h"
#include "kiosk/core/lamp.h"
#include "kiosk/core/result.h"
#include "kiosk/device/device_status.h"

namespace motlan {

class CardCamera {
public:
    virtual ~CardCamera() = default;

    /// Begins taking pictures. Fails with Fault::CameraUnavailable.
    virtual Result<void> start() = 0;
    /// Waits up to `patience` for the newest picture; older ones are dropped.
    /// Nothing when no new picture came. Fails with Fault::CameraUnavailable.
    virtual Result<std::optional<EncodedPicture>> newest(std::chrono::milliseconds patience) = 0;
    /// Sets the lamp beside the lens until stop(), or leaves it as it is when nothing is wished.
    /// Answers how it is then; nothing where there is none that can be turned on and off. Only
    /// while pictures are taken, and cheap when nothing changes.
    virtual std::optional<Lamp> set_lamp(std::optional<Lamp> wish) = 0;
    /// Ends taking pictures and forgets the last one. The lamp goes out.
    virtual void stop() = 0;
    /// Sees whether the camera is there, so that status() knows it before anybody begins. Does
    /// nothing while pictures are taken; takes milliseconds.
    virtual void look() = 0;
    [[nodiscard]] virtual DeviceStatus status() const = 0;
};

}  // namespace motlan
