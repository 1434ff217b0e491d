// What light, lens and sensor do to a picture, in real numbers until the sensor rounds them.
#pragma once

#include <vector>

#include "kiosk/core/image.h"
#include "tests/bench/qr_scene.h"

namespace motlan::testing {

/// Grey levels before the sensor: any value, 0 is black, 255 the sensor's white.
struct LightPicture {
    int width = 0;
    int height = 0;
    std::vector<float> levels;

    LightPicture(int wide, int high)
        : width(wide),
          height(high),
          levels(static_cast<std::size_t>(wide) * static_cast<std::size_t>(high)) {}
};

/// Out of focus: a gaussian of `sigma` pixels.
void soften(LightPicture& picture, double sigma);

/// Moved while the shutter was open: the mean over `length` pixels in a direction (radians).
void drag(LightPicture& picture, double length, double direction);

/// Contrast, shadow, gain and glare of the scene, in this order.
void light(LightPicture& picture, const Scene& scene);

/// Noise, of which a part grows with the light, and the limits of eight bits.
[[nodiscard]] Image sense(const LightPicture& picture, const Scene& scene);

}  // namespace motlan::testing
