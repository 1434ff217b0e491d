#include "kiosk/core/cell_grid.h"

#include <string_view>
#include <vector>

#include <catch2/catch_test_macros.hpp>

using namespace motlan;

namespace {

CellGrid drawn(const std::vector<std::string_view>& rows) {
    CellGrid grid(static_cast<int>(rows.front().size()), static_cast<int>(rows.size()));
    for (int row = 0; row < grid.rows(); ++row) {
        for (int column = 0; column < grid.columns(); ++column) {
            if (rows[std::size_t(row)][std::size_t(column)] == '#') grid.set(column, row);
        }
    }
    return grid;
}

}  // namespace

TEST_CASE("cells that touch at a side or a corner are taken as one", "[core]") {
    CellGrid grid = drawn({"##...", "..#..", "....#"});
    int visited = 0;

    const CellBox box = grid.take(0, 0, {}, [&visited](int, int) { ++visited; });

    CHECK(box == CellBox{.left = 0, .top = 0, .right = 2, .bottom = 1});
    CHECK(box.columns() == 3);
    CHECK(box.rows() == 2);
    CHECK(visited == 3);
    CHECK(grid.count() == 1);
    CHECK(grid.at(4, 2));
}

TEST_CASE("cells hang together over a gap that is within reach", "[core]") {
    const std::vector<std::string_view> rows{"#..#", "....", "#..."};
    CellGrid near = drawn(rows);
    CellGrid wide = drawn(rows);

    near.take(0, 0, {.columns = 2, .rows = 1}, [](int, int) {});
    wide.take(0, 0, {.columns = 3, .rows = 2}, [](int, int) {});

    CHECK(near.count() == 2);
    CHECK(wide.count() == 0);
}
