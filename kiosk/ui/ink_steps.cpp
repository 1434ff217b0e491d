#include "kiosk/ui/ink_steps.h"

#include <cstddef>

namespace motlan {
namespace {

constexpr std::size_t kSide = 4;
// Bayer's matrix: in this order dots are as far from each other as they can be.
constexpr std::array<std::array<int, kSide>, kSide> kOrder{
    {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}}};
constexpr std::uint8_t kPaper = 255;

}  // namespace

void thin_ink(Image& paper, const Rect& place, int kept) {
    const Rect inside = place.crossed({0, 0, paper.width, paper.height});
    for (int y = inside.y; y < inside.bottom(); ++y) {
        for (int x = inside.x; x < inside.right(); ++x) {
            const auto row = static_cast<std::size_t>(y);
            const auto column = static_cast<std::size_t>(x);
            if (kOrder.at(row % kSide).at(column % kSide) < kept) continue;
            paper.pixels[row * static_cast<std::size_t>(paper.width) + column] = kPaper;
        }
    }
}

}  // namespace motlan
