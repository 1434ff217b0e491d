#include "kiosk/backend/stretch.h"

#include <catch2/catch_test_macros.hpp>

using namespace motlan;

namespace {

constexpr std::int64_t kMiB = std::int64_t{1} << 20U;

TEST_CASE("a road that never broke takes the largest pieces", "[backend]") {
    Stretch stretch;
    stretch.carried(1000);

    CHECK(stretch.piece() == Stretch::kMostPiece);
}

TEST_CASE("a road that breaks takes a sixteenth of what it usually carries", "[backend]") {
    Stretch stretch;
    for (int n = 0; n < 20; ++n) {
        stretch.carried(4 * kMiB);
        stretch.broke();
    }

    CHECK(stretch.piece() == kMiB / 4);
}

TEST_CASE("a piece is never smaller than the least, however often the road breaks", "[backend]") {
    Stretch stretch;
    for (int n = 0; n < 20; ++n) stretch.broke();

    CHECK(stretch.piece() == Stretch::kLeastPiece);
}

TEST_CASE("a road that got better is trusted again while it holds", "[backend]") {
    Stretch stretch;
    stretch.broke();
    CHECK(stretch.piece() == Stretch::kLeastPiece);

    stretch.carried(8 * kMiB);
    CHECK(stretch.piece() == kMiB / 2);
    stretch.carried(100 * kMiB);
    CHECK(stretch.piece() == Stretch::kMostPiece);
}

}  // namespace
