// Drawings as masks: ink where it belongs, and no line so odd that it does harm.
#include <algorithm>
#include <numeric>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/path_shape.h"

namespace motlan {
namespace {

int ink(const Mask& mask, int x, int y) {
    return mask.ink.at(static_cast<std::size_t>(y * mask.width + x));
}

}  // namespace

TEST_CASE("a line has ink along it and none beside it", "[ui]") {
    const Mask mask = path_mask("M2 12L22 12", 48);

    CHECK(ink(mask, 24, 24) == 255);
    CHECK(ink(mask, 24, 10) == 0);
    CHECK(ink(mask, 0, 24) == 0);
}

TEST_CASE("a circle is a ring, a disc is full", "[ui]") {
    CHECK(ink(path_mask("O12 12 9", 48), 24, 24) == 0);
    CHECK(ink(path_mask("O12 12 9", 48), 6, 24) == 255);
    CHECK(ink(path_mask("D12 12 9", 48), 24, 24) == 255);
}

TEST_CASE("lines without length, unknown letters and broken numbers do no harm", "[ui]") {
    for (const std::string_view path : {"M5 5L5 5", "M5 5", "L", "Z", "F", "M5 5Z", "?",
                                        "M5 5L5 5L5 5Z", "O5 5 0", "M1 xL3", "C1 1 2 2 3 3"}) {
        INFO(path);
        CHECK(path_mask(path, 24).ink.size() == 24U * 24U);
    }
}

TEST_CASE("a drawing grows with its side", "[ui]") {
    const auto total = [](const Mask& mask) {
        return std::accumulate(mask.ink.begin(), mask.ink.end(), 0.0);
    };

    const double small = total(path_mask("M4 12L20 12", 24));
    const double large = total(path_mask("M4 12L20 12", 96));

    CHECK(large > 14 * small);
    CHECK(large < 18 * small);
}

}  // namespace motlan
