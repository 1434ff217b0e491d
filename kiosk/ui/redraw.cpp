#include "kiosk/ui/redraw.h"

#include <utility>

namespace motlan {
namespace {

/// Order matters: what is drawn last lies on top.
std::uint64_t mixed(std::uint64_t before, std::uint64_t print) {
    std::uint64_t mix = (before ^ print) * 0x9E3779B97F4A7C15U;
    return mix ^ (mix >> 29U);
}

/// Adds a run of tiles of one row, or makes the run above it higher.
void add_run(std::vector<Rect>& boxes, const Rect& run) {
    for (Rect& box : boxes) {
        if (box.x == run.x && box.w == run.w && box.bottom() == run.y) {
            box.h += run.h;
            return;
        }
    }
    boxes.push_back(run);
}

}  // namespace

void Redraw::begin(int width, int height) {
    if (width != width_ || height != height_) before_.clear();
    width_ = width;
    height_ = height;
    columns_ = (width + kTile - 1) / kTile;
    rows_ = (height + kTile - 1) / kTile;
    now_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 1);
}

/// Columns and rows of the tiles that a box touches.
Rect Redraw::tiles_of(const Rect& box) const {
    const Rect inside = box.crossed({0, 0, width_, height_});
    if (inside.is_empty()) return {};
    const int left = inside.x / kTile;
    const int top = inside.y / kTile;
    return {left, top, (inside.right() - 1) / kTile - left + 1,
            (inside.bottom() - 1) / kTile - top + 1};
}

void Redraw::add(const Rect& box, std::uint64_t print) {
    const Rect tiles = tiles_of(box);
    for (int row = tiles.y; row < tiles.bottom(); ++row) {
        for (int column = tiles.x; column < tiles.right(); ++column) {
            std::uint64_t& tile = now_[static_cast<std::size_t>(row * columns_ + column)];
            tile = mixed(tile, print);
        }
    }
}

void Redraw::spoil(const Rect& box) { add(box, ++spoils_); }

bool Redraw::differs(int column, int row) const {
    const auto at = static_cast<std::size_t>(row * columns_ + column);
    return before_.empty() || before_[at] != now_[at];
}

std::vector<Rect> Redraw::end() {
    std::vector<Rect> boxes;
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            if (!differs(column, row)) continue;
            int last = column;
            while (last + 1 < columns_ && differs(last + 1, row)) ++last;
            const Rect run{column * kTile, row * kTile, (last - column + 1) * kTile, kTile};
            add_run(boxes, run.crossed({0, 0, width_, height_}));
            column = last;
        }
    }
    before_ = std::exchange(now_, {});
    return boxes;
}

}  // namespace motlan
