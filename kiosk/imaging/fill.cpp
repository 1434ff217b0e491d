#include "kiosk/imaging/fill.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace motlan {
namespace {

constexpr std::size_t kChannels = 3;

struct Level {
    Image picture;
    Bytes known;

    [[nodiscard]] std::size_t place(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
               static_cast<std::size_t>(x);
    }
};

// The mean of the known among four pixels of the finer level.
void blend_four(const Level& fine, int x, int y, Level& coarse) {
    std::array<int, kChannels> sums{};
    int count = 0;
    for (int v = 2 * y; v < std::min(2 * y + 2, fine.picture.height); ++v) {
        for (int u = 2 * x; u < std::min(2 * x + 2, fine.picture.width); ++u) {
            const std::size_t from = fine.place(u, v);
            if (fine.known[from] == 0) continue;
            ++count;
            for (std::size_t c = 0; c < kChannels; ++c) {
                sums[c] += fine.picture.pixels[from * kChannels + c];
            }
        }
    }
    if (count == 0) return;
    const std::size_t to = coarse.place(x, y);
    coarse.known[to] = 1;
    for (std::size_t c = 0; c < kChannels; ++c) {
        coarse.picture.pixels[to * kChannels + c] = static_cast<std::uint8_t>(sums[c] / count);
    }
}

Level coarser(const Level& fine) {
    Level coarse{.picture = Image((fine.picture.width + 1) / 2, (fine.picture.height + 1) / 2,
                                  PixelFormat::Rgb),
                 .known = {}};
    coarse.known.resize(coarse.picture.pixels.size() / kChannels);
    for (int y = 0; y < coarse.picture.height; ++y) {
        for (int x = 0; x < coarse.picture.width; ++x) blend_four(fine, x, y, coarse);
    }
    return coarse;
}

// A pixel between the four nearest of the coarser level: nine parts of the one that covers it,
// three of each neighbour, one of the corner.
void fill_from(const Level& coarse, Level& fine, int x, int y) {
    const int beside = std::clamp(x / 2 + (x % 2 == 0 ? -1 : 1), 0, coarse.picture.width - 1);
    const int above = std::clamp(y / 2 + (y % 2 == 0 ? -1 : 1), 0, coarse.picture.height - 1);
    const std::uint8_t* from = coarse.picture.pixels.data();
    const std::size_t near = coarse.place(x / 2, y / 2) * kChannels;
    const std::size_t side = coarse.place(beside, y / 2) * kChannels;
    const std::size_t over = coarse.place(x / 2, above) * kChannels;
    const std::size_t corner = coarse.place(beside, above) * kChannels;
    const std::size_t to = fine.place(x, y) * kChannels;
    for (std::size_t c = 0; c < kChannels; ++c) {
        const int sum =
            9 * from[near + c] + 3 * from[side + c] + 3 * from[over + c] + from[corner + c];
        fine.picture.pixels[to + c] = static_cast<std::uint8_t>((sum + 8) / 16);
    }
}

}  // namespace

Image filled(Image picture, Bytes known) {
    std::vector<Level> levels;
    levels.push_back({.picture = std::move(picture), .known = std::move(known)});
    while (std::max(levels.back().picture.width, levels.back().picture.height) > 1) {
        levels.push_back(coarser(levels.back()));
    }
    if (levels.back().known.empty() || levels.back().known.front() == 0) {
        std::ranges::fill(levels.back().picture.pixels, std::uint8_t{255});
    }
    for (std::size_t i = levels.size() - 1; i > 0; --i) {
        Level& fine = levels[i - 1];
        for (int y = 0; y < fine.picture.height; ++y) {
            for (int x = 0; x < fine.picture.width; ++x) {
                if (fine.known[fine.place(x, y)] == 0) fill_from(levels[i], fine, x, y);
            }
        }
    }
    return std::move(levels.front().picture);
}

}  // namespace motlan
