#include "kiosk/imaging/legible.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace motlan {
namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kCellMm = 2;
constexpr double kSmallestStampMm = 20;
constexpr double kLargestStampMm = 60;
constexpr double kMostStretched = 1.4;

// Coloured ink in squares of 2 mm.
struct Cells {
    int side;  ///< of a cell, in pixels
    int columns;
    int rows;
    std::vector<bool> inked;

    Cells(const BitMask& mask, int dpi)
        : side(std::max(1, static_cast<int>(kCellMm * dpi / kMillimetresPerInch))),
          columns((mask.width + side - 1) / side),
          rows((mask.height + side - 1) / side),
          inked(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)) {
        for (int y = 0; y < mask.height; ++y) {
            for (int x = 0; x < mask.width; ++x) {
                if (mask.at(x, y)) inked[place(x / side, y / side)] = true;
            }
        }
    }
    [[nodiscard]] std::size_t place(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(column);
    }
};

struct Group {
    std::vector<std::size_t> cells;
    int left, right, top, bottom;

    [[nodiscard]] bool is_stamp() const {
        const double width = (right - left + 1) * kCellMm;
        const double height = (bottom - top + 1) * kCellMm;
        return std::min(width, height) >= kSmallestStampMm &&
               std::max(width, height) <= kLargestStampMm &&
               std::max(width, height) <= kMostStretched * std::min(width, height);
    }
};

// Takes the cells that hang together with this one out of `cells`.
Group taken(Cells& cells, int column, int row) {
    Group group{.cells = {}, .left = column, .right = column, .top = row, .bottom = row};
    std::vector<std::pair<int, int>> open{{column, row}};
    cells.inked[cells.place(column, row)] = false;
    while (!open.empty()) {
        const auto [c, r] = open.back();
        open.pop_back();
        group.cells.push_back(cells.place(c, r));
        group.left = std::min(group.left, c);
        group.right = std::max(group.right, c);
        group.top = std::min(group.top, r);
        group.bottom = std::max(group.bottom, r);
        for (int v = std::max(0, r - 1); v <= std::min(cells.rows - 1, r + 1); ++v) {
            for (int u = std::max(0, c - 1); u <= std::min(cells.columns - 1, c + 1); ++u) {
                if (!cells.inked[cells.place(u, v)]) continue;
                cells.inked[cells.place(u, v)] = false;
                open.emplace_back(u, v);
            }
        }
    }
    return group;
}

// For each cell whether a stamp covers it.
std::vector<bool> stamps_in(Cells cells) {
    std::vector<bool> stamped(cells.inked.size());
    for (int row = 0; row < cells.rows; ++row) {
        for (int column = 0; column < cells.columns; ++column) {
            if (!cells.inked[cells.place(column, row)]) continue;
            const Group group = taken(cells, column, row);
            if (!group.is_stamp()) continue;
            for (const std::size_t cell : group.cells) stamped[cell] = true;
        }
    }
    return stamped;
}

}  // namespace

BitMask legible_ink(const InkMasks& ink, int dpi) {
    BitMask legible = ink.print;
    const Cells cells(ink.colour, dpi);
    const std::vector<bool> stamped = stamps_in(cells);
    for (int y = 0; y < legible.height; ++y) {
        for (int x = 0; x < legible.width; ++x) {
            if (!ink.colour.at(x, y)) continue;
            if (!stamped[cells.place(x / cells.side, y / cells.side)]) legible.set(x, y);
        }
    }
    return legible;
}

Bytes bits_of(const BitMask& mask) {
    const auto row_bytes = static_cast<std::size_t>((mask.width + 7) / 8);
    Bytes bits;
    bits.reserve(row_bytes * static_cast<std::size_t>(mask.height));
    for (std::size_t y = 0; y < static_cast<std::size_t>(mask.height); ++y) {
        for (std::size_t i = 0; i < row_bytes; ++i) {
            const std::uint32_t word = mask.words[y * mask.row_words() + i / 4];
            bits.push_back(static_cast<std::uint8_t>(word >> (24 - 8 * (i % 4))));
        }
    }
    return bits;
}

}  // namespace motlan
