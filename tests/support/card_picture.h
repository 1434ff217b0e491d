// Draws invented ID cards, and what a camera sees of one that somebody holds up.
#pragma once

#include <string_view>

#include "kiosk/core/image.h"

namespace motlan::testing {

/// A card of 85.6 x 53.98 mm (ISO/IEC 7810:2019, ID-1) at 24 pixels per millimetre, grey, with
/// pale pattern, bars for text, a block for the portrait and the payload as a QR code of
/// 13 mm at level M in byte mode, top right. At most 1,000 bytes of payload.
[[nodiscard]] Image draw_card(std::string_view payload);

/// How a card is held before the camera.
struct HeldCard {
    double pixels_per_mm = 10;
    double turn_degrees = 0;
    int frame_width = 1280;
    int frame_height = 720;
};

/// The card in the middle of a camera's picture before a grey wall, in RGB.
[[nodiscard]] Image draw_held_card(const Image& card, const HeldCard& held);

/// A code alone on white, `module` pixels to a module, level M, byte mode, grey.
[[nodiscard]] Image draw_code(std::string_view payload, int module);

}  // namespace motlan::testing
