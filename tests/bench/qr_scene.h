// What happens to an invented card before a camera: one value per picture, drawn from a row of
// the table in the capture design (3 and 8) and a seed. Any seed gives a scene; equal ones are
// equal.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tests/support/card_picture.h"

namespace motlan::testing {

/// From least to most; drawn evenly in between.
struct Range {
    double least = 0;
    double most = 0;
};

/// One row: everything that is not named stays as a good camera shows it.
struct SceneRow {
    std::string_view name;
    CodeLevel level = CodeLevel::M;
    Range module_pixels{4, 4};
    Range tilt{0, 15};        ///< degrees
    Range blur{0, 0.12};      ///< gaussian sigma, in modules
    Range motion{0, 0.15};    ///< length, in modules
    Range gain{0.85, 1.0};    ///< share of the light
    Range noise{1.5, 3};      ///< grey levels
    Range quality{85, 95};    ///< of the JPEG
    Range contrast{1, 1};     ///< share of the contrast
    Range ink_spread{0, 0};   ///< modules, of either sign
    Range bend_radius{0, 0};  ///< mm; 0 is flat
    Range shadow{0, 0};       ///< depth of a soft edge across the code
    Range glare{0, 0};        ///< half-widths, shares of the code's width
    Range scratches{0, 0};    ///< lines
};

/// The 29 rows, in the order of the design.
[[nodiscard]] std::span<const SceneRow> scene_rows();

struct Spot {
    double x = 0;  ///< from the code's middle, in shares of its width
    double y = 0;
    double across = 0;  ///< to where it has fallen to 1/e, in shares of the code's width
    double down = 0;
    double peak = 0;  ///< grey levels added in its middle; none at 0
};

/// One picture of one card.
struct Scene {
    std::string payload;
    PrintedCode print;
    std::uint64_t seed = 0;
    int frame_width = 1280;
    int frame_height = 720;
    double module_pixels = 4;
    double turn = 0;       ///< degrees
    double tilt = 0;       ///< degrees
    double tilt_axis = 0;  ///< degrees, on the card
    double bend_radius = 0;
    double shift_x = 0;  ///< of the code from the middle of the frame, pixels
    double shift_y = 0;
    double blur = 0;
    double motion = 0;
    double motion_turn = 0;
    double gain = 1;
    double noise = 0;
    double contrast = 1;
    double shadow = 0;
    double shadow_turn = 0;
    int quality = 90;
    int scratches = 0;
    Spot glare;
};

/// The scene of a row and a seed.
[[nodiscard]] Scene draw_scene(const SceneRow& row, std::uint64_t seed);

/// The same card a moment later: held 3 pixels elsewhere, with another noise and motion, and with
/// the reflection elsewhere when it moves (capture design 3).
enum class Glare : std::uint8_t { Stays, Moves };
[[nodiscard]] Scene next_scene(const Scene& scene, const SceneRow& row, Glare glare, int step);

/// Moves the card so far as the code is from its middle: a scene's own middle is the code's.
void centre_card(Scene& scene);

/// The payload of an invented person: seven fields, version 6 to 8 at level M.
[[nodiscard]] std::string invented_payload(std::uint64_t seed);

}  // namespace motlan::testing
