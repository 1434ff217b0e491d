// A camera whose picture can be set while it takes pictures. What is set lasts until it stops:
// what is to last longer stands in kiosk.toml, and every start sets that.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/core/camera_control.h"
#include "kiosk/device/card_camera.h"

namespace motlan {

/// Used by the camera's own thread, and only while pictures are taken.
class AdjustableCamera {
public:
    virtual ~AdjustableCamera() = default;

    /// What it lets be set, and how it is now; asked from the camera each time. Empty where it has
    /// nothing of the kind.
    virtual std::vector<ControlRange> controls() = 0;
    /// Sets one, a value beyond its range to the nearest. Whether the camera took it.
    virtual bool set_control(const ControlWish& wish) = 0;
};

/// The same camera; nullptr for one that can only be looked through.
[[nodiscard]] inline AdjustableCamera* adjustable(CardCamera& camera) {
    return dynamic_cast<AdjustableCamera*>(&camera);
}

}  // namespace motlan
