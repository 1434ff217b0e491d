// What stands behind an invented card: walls that are anything but empty, and people who walk past
// them. As sharp as the card, which no camera shows them: harder than a hall is.
#pragma once

#include <cstdint>

#include "kiosk/core/image.h"

namespace motlan::testing {

/// Cluttered is a wall with notices, frames and lamps on it.
enum class Wall : std::uint8_t { Plain, Textured, Striped, Cluttered };

/// A wall for a frame of this size, grey. Any seed gives one; equal ones are equal.
[[nodiscard]] Image draw_wall(Wall wall, std::uint64_t seed, int width, int height);

/// The wall with somebody before it: head, shoulders and a patterned shirt of this seed, their
/// middle `x` pixels from the frame's left edge.
[[nodiscard]] Image with_person(Image wall, std::uint64_t seed, double x);

}  // namespace motlan::testing
