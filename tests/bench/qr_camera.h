// A camera before an invented card: lens, light, sensor and JPEG, as capture design 8 names them.
#pragma once

#include "kiosk/core/image.h"
#include "tests/bench/qr_scene.h"
#include "tests/bench/qr_wall.h"

namespace motlan::testing {

/// The printed card of a scene, with its scratches.
[[nodiscard]] Image printed_card(const Scene& scene);

/// What the camera's picture of the card looks like, grey. `card` comes from printed_card() of
/// this scene or of an earlier one of the same sequence.
[[nodiscard]] Image photograph(const Image& card, const Scene& scene);

/// The same before a wall, which is as large as the frame; an empty picture is no card.
[[nodiscard]] Image photograph(const Image& card, const Scene& scene, const Image& behind);

}  // namespace motlan::testing
