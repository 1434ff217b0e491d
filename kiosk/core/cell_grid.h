// A grid of cells that are set or not, and which of them hang together.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace motlan {

/// The outermost cells of what hangs together.
struct CellBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    [[nodiscard]] int columns() const { return right - left + 1; }
    [[nodiscard]] int rows() const { return bottom - top + 1; }
    bool operator==(const CellBox&) const = default;
};

/// How far from each other cells still hang together, 1 or more; 1 is side by side or corner to
/// corner.
struct CellReach {
    int columns = 1;
    int rows = 1;
};

/// At first no cell is set. Places are from the upper left corner and within the grid.
class CellGrid {
public:
    CellGrid(int columns, int rows)
        : columns_(columns),
          rows_(rows),
          cells_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)) {}

    [[nodiscard]] int columns() const { return columns_; }
    [[nodiscard]] int rows() const { return rows_; }
    [[nodiscard]] bool at(int column, int row) const { return cells_[place(column, row)]; }
    void set(int column, int row, bool is_set = true) { cells_[place(column, row)] = is_set; }
    [[nodiscard]] std::ptrdiff_t count() const { return std::ranges::count(cells_, true); }

    /// Clears a set cell and all that hangs together with it, and calls `visit` with the column and
    /// the row of each.
    template <typename Visit>
    CellBox take(int column, int row, CellReach reach, Visit visit) {
        CellBox box{column, row, column, row};
        std::vector<std::pair<int, int>> open{{column, row}};
        set(column, row, false);
        while (!open.empty()) {
            const auto [c, r] = open.back();
            open.pop_back();
            visit(c, r);
            box = {std::min(box.left, c), std::min(box.top, r), std::max(box.right, c),
                   std::max(box.bottom, r)};
            for (int v = std::max(0, r - reach.rows); v <= std::min(rows_ - 1, r + reach.rows);
                 ++v) {
                for (int u = std::max(0, c - reach.columns);
                     u <= std::min(columns_ - 1, c + reach.columns); ++u) {
                    if (!at(u, v)) continue;
                    set(u, v, false);
                    open.emplace_back(u, v);
                }
            }
        }
        return box;
    }

private:
    [[nodiscard]] std::size_t place(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }

    int columns_;
    int rows_;
    std::vector<bool> cells_;
};

}  // namespace motlan
