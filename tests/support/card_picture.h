// Draws invented ID cards, and what a camera sees of one that somebody holds up.
#pragma once

#include <cstdint>
#include <string_view>

#include "kiosk/core/image.h"

namespace motlan::testing {

/// Share of a code that can be restored, by its letter (ISO/IEC 18004:2015, 6.5.1).
enum class CodeLevel : std::uint8_t { L, M, Q, H };

/// How a card's code is printed.
struct PrintedCode {
    CodeLevel level = CodeLevel::M;
    double side_mm = 13;    ///< the modules, without the quiet zone
    int quiet_modules = 4;  ///< white around the modules, inside a pale pattern
    double ink_spread = 0;  ///< how far ink reaches beyond a module's edge, in modules; negative
                            ///< when it falls short
};

/// Pixels of a drawn card for each millimetre.
inline constexpr int kCardPixelsPerMm = 24;

/// A card of 85.6 x 53.98 mm (ISO/IEC 7810:2019, ID-1) at 24 pixels per millimetre, grey, with
/// pale pattern, bars for text, a block for the portrait and the payload as a QR code in byte
/// mode, top right. At most 1,000 bytes of payload.
[[nodiscard]] Image draw_card(std::string_view payload, const PrintedCode& print = {});

/// Where the modules of such a code are, and how many a side has.
struct CodePlace {
    double centre_x_mm = 0;  ///< from the card's left edge
    double centre_y_mm = 0;  ///< from the card's top edge
    int modules = 0;
};
[[nodiscard]] CodePlace place_of_code(std::string_view payload, const PrintedCode& print = {});

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
