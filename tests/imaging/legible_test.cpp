#include "kiosk/imaging/legible.h"

#include <catch2/catch_test_macros.hpp>

using namespace motlan;

namespace {

// 11 wide and 3 high, so that no side is a whole number of bytes.
BitMask corner() {
    BitMask mask(11, 3);
    mask.set(0, 0);
    mask.set(10, 0);
    mask.set(9, 2);
    return mask;
}

}  // namespace

TEST_CASE("what is on the left of a page is at its top after a quarter turn", "[imaging]") {
    BitMask turned(3, 11);
    turned.set(2, 0);
    turned.set(2, 10);
    turned.set(0, 9);

    CHECK(turned_bits(bits_of(corner()), 11, 3) == bits_of(turned));
}

TEST_CASE("four quarter turns leave a page as it was", "[imaging]") {
    Bytes bits = bits_of(corner());
    for (int i = 0; i < 4; ++i) bits = turned_bits(bits, i % 2 == 0 ? 11 : 3, i % 2 == 0 ? 3 : 11);

    CHECK(bits == bits_of(corner()));
}

TEST_CASE("bytes that are no such page are not turned", "[imaging]") {
    CHECK(turned_bits(Bytes(5), 11, 3).empty());
    CHECK(turned_bits({}, 0, 0).empty());
    CHECK(turned_bits(Bytes(6), -11, -3).empty());
}
