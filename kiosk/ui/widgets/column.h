// Hands out boxes from top to bottom. Pure arithmetic.
#pragma once

#include <algorithm>

#include "kiosk/ui/geometry.h"

namespace motlan {

class Column {
public:
    explicit Column(const Rect& box) : box_(box), y_(box.y) {}

    /// The next box of that height, as wide as the column.
    Rect take(int height) {
        const Rect taken{box_.x, y_, box_.w, height};
        y_ += height;
        return taken;
    }
    void skip(int height) { y_ += height; }

    /// What is left below.
    [[nodiscard]] Rect rest() const {
        return {box_.x, y_, box_.w, std::max(0, box_.bottom() - y_)};
    }
    [[nodiscard]] int left() const { return box_.bottom() - y_; }
    [[nodiscard]] int width() const { return box_.w; }

private:
    Rect box_;
    int y_;
};

/// A box cut into `count` equal ones side by side.
class Row {
public:
    Row(const Rect& box, int count, int gap)
        : box_(box), count_(count), gap_(gap), width_((box.w - gap * (count - 1)) / count) {}

    [[nodiscard]] Rect at(int index) const {
        const int x = box_.x + index * (width_ + gap_);
        return {x, box_.y, index + 1 == count_ ? box_.right() - x : width_, box_.h};
    }

private:
    Rect box_;
    int count_;
    int gap_;
    int width_;
};

}  // namespace motlan
