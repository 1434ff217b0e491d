#include "tests/bench/qr_stains.h"

#include <algorithm>
#include <random>

namespace motlan::testing {
namespace {

using Random = std::mt19937_64;

int within(Random& random, int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
}

std::uint8_t some_grey(Random& random) { return static_cast<std::uint8_t>(within(random, 0, 255)); }

/// A box of one grey, thin ones like a stroke of a pen.
void cover(Image& picture, Random& random) {
    const int width = within(random, 1, picture.width / 6);
    const int height = within(random, 1, picture.height / 6);
    const int left = within(random, 0, picture.width - width);
    const int top = within(random, 0, picture.height - height);
    const std::uint8_t grey = some_grey(random);
    for (int y = top; y < top + height; ++y) {
        std::fill_n(picture.pixels.begin() + std::ptrdiff_t{y} * picture.width + left, width, grey);
    }
}

}  // namespace

Image stained(Image picture, std::uint64_t seed) {
    Random random(seed);
    for (int left = within(random, 0, 8); left > 0; --left) cover(picture, random);
    const int most = static_cast<int>(picture.pixels.size());
    for (int specks = within(random, 0, most / 20); specks > 0; --specks) {
        picture.pixels[static_cast<std::size_t>(within(random, 0, most - 1))] = some_grey(random);
    }
    return picture;
}

}  // namespace motlan::testing
