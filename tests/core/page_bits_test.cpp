#include "kiosk/core/page_bits.h"

#include <catch2/catch_test_macros.hpp>

using namespace motlan;

namespace {

// 11 wide and 3 high, so that no side is a whole number of bytes: both upper corners, and a pixel
// of the lowest row.
const Bytes kUpright{0x80, 0x20, 0x00, 0x00, 0x00, 0x40};

}  // namespace

TEST_CASE("what is on the left of a page is at its top after a quarter turn", "[core]") {
    Bytes turned(11);
    turned[0] = 0x20;
    turned[9] = 0x80;
    turned[10] = 0x20;

    CHECK(turned_bits(kUpright, 11, 3) == turned);
}

TEST_CASE("four quarter turns leave a page as it was", "[core]") {
    Bytes bits = kUpright;
    for (int i = 0; i < 4; ++i) bits = turned_bits(bits, i % 2 == 0 ? 11 : 3, i % 2 == 0 ? 3 : 11);

    CHECK(bits == kUpright);
}

TEST_CASE("bytes that are no such page are not turned", "[core]") {
    CHECK(turned_bits(Bytes(5), 11, 3).empty());
    CHECK(turned_bits({}, 0, 0).empty());
    CHECK(turned_bits(Bytes(6), -11, -3).empty());
}
