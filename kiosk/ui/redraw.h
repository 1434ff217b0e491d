// What of a picture has changed since the one before, in tiles: the prints of everything that is
// drawn over a tile, in their order, tell it from what it was. Knows boxes and numbers only.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/ui/geometry.h"

namespace motlan {

/// Side of a tile in pixels: small enough for one key, large enough for two thousand of them.
inline constexpr int kTile = 32;

class Redraw {
public:
    /// A new picture of that size begins.
    void begin(int width, int height);
    /// Something is drawn within `box`; the same print means the same pixels.
    void add(const Rect& box, std::uint64_t print);
    /// Something whose pixels cannot be told from its print lies within `box`.
    void spoil(const Rect& box);
    /// Boxes around all that differs from the picture before; they do not overlap.
    std::vector<Rect> end();
    /// The pixels of the picture before are lost: all of the next one differs.
    void forget() { before_.clear(); }

private:
    [[nodiscard]] Rect tiles_of(const Rect& box) const;
    [[nodiscard]] bool differs(int column, int row) const;

    int width_ = 0;
    int height_ = 0;
    int columns_ = 0;
    int rows_ = 0;
    std::vector<std::uint64_t> now_;
    std::vector<std::uint64_t> before_;
    std::uint64_t spoils_ = 0;
};

}  // namespace motlan
