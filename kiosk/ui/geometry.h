// Points and boxes on the screen in whole pixels, so that text and edges stay sharp.
#pragma once

#include <algorithm>

namespace motlan {

struct Point {
    int x = 0;
    int y = 0;
    bool operator==(const Point&) const = default;
};

struct Rect {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;

    [[nodiscard]] constexpr int right() const { return x + w; }
    [[nodiscard]] constexpr int bottom() const { return y + h; }
    [[nodiscard]] constexpr Point center() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] constexpr bool is_empty() const { return w <= 0 || h <= 0; }

    [[nodiscard]] constexpr bool contains(Point p) const {
        return p.x >= x && p.y >= y && p.x < right() && p.y < bottom();
    }
    [[nodiscard]] constexpr bool contains(const Rect& inner) const {
        return inner.x >= x && inner.y >= y && inner.right() <= right() &&
               inner.bottom() <= bottom();
    }
    [[nodiscard]] constexpr bool touches(const Rect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    /// The same box, smaller by `side` left and right and by `ends` above and below.
    [[nodiscard]] constexpr Rect inset(int side, int ends) const {
        return {x + side, y + ends, w - 2 * side, h - 2 * ends};
    }
    [[nodiscard]] constexpr Rect inset(int all) const { return inset(all, all); }
    [[nodiscard]] constexpr Rect moved(int dx, int dy) const { return {x + dx, y + dy, w, h}; }
    /// A box of the given size in the middle of this one.
    [[nodiscard]] constexpr Rect centered(int wide, int high) const {
        return {x + (w - wide) / 2, y + (h - high) / 2, wide, high};
    }
    /// What both boxes cover.
    [[nodiscard]] constexpr Rect crossed(const Rect& other) const {
        const int left = std::max(x, other.x);
        const int top = std::max(y, other.y);
        return {left, top, std::min(right(), other.right()) - left,
                std::min(bottom(), other.bottom()) - top};
    }
    /// The smallest box around both.
    [[nodiscard]] constexpr Rect joined(const Rect& other) const {
        if (is_empty()) return other;
        if (other.is_empty()) return *this;
        const int left = std::min(x, other.x);
        const int top = std::min(y, other.y);
        return {left, top, std::max(right(), other.right()) - left,
                std::max(bottom(), other.bottom()) - top};
    }
    bool operator==(const Rect&) const = default;
};

}  // namespace motlan
