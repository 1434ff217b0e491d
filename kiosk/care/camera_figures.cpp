#include "kiosk/care/camera_figures.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace motlan {
namespace {

constexpr double kPercent = 100;
constexpr int kDazzled = 250;
/// A part of the picture with as many dazzled pixels as this share is shown as one.
constexpr double kGlaringShare = 0.1;
/// Ends of the levels that noise alone fills.
constexpr double kNoise = 0.005;
/// Edges are a few pixels of many.
constexpr double kEdges = 0.99;
/// Apart enough that the steps of a sensor's colours do not hide an edge.
constexpr int kNeighbour = 2;

using Counts = std::array<std::int64_t, 256>;

int level(const Image& picture, int x, int y) {
    const std::size_t step = bytes_per_pixel(picture.format);
    const std::size_t green = step > 1 ? 1 : 0;
    const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                    static_cast<std::size_t>(x);
    return picture.pixels[at * step + green];
}

/// The least level or step that this share of them does not exceed.
int place_in(const Counts& counts, double share) {
    std::int64_t all = 0;
    for (const std::int64_t count : counts) all += count;
    std::int64_t left = static_cast<std::int64_t>(share * static_cast<double>(all));
    for (std::size_t n = 0; n < counts.size(); ++n) {
        left -= counts.at(n);
        if (left < 0) return static_cast<int>(n);
    }
    return static_cast<int>(counts.size()) - 1;
}

Counts steps_of(const Image& picture) {
    Counts steps{};
    for (int y = 0; y + kNeighbour < picture.height; ++y) {
        for (int x = 0; x + kNeighbour < picture.width; ++x) {
            const int here = level(picture, x, y);
            const int across = std::abs(level(picture, x + kNeighbour, y) - here);
            const int down = std::abs(level(picture, x, y + kNeighbour) - here);
            ++steps.at(static_cast<std::size_t>(std::max(across, down)));
        }
    }
    return steps;
}

/// An even picture has no edge to be sharp.
double focus_of(const Image& picture, const Counts& levels) {
    constexpr int kEven = 16;
    const int contrast = place_in(levels, 1 - kNoise) - place_in(levels, kNoise);
    if (contrast < kEven) return 0;
    return std::min(kPercent, kPercent * place_in(steps_of(picture), kEdges) / contrast);
}

GlareMap glare_map_of(const Image& picture) {
    std::vector<int> dazzled(std::size_t{GlareMap::kColumns} * GlareMap::kRows);
    std::vector<int> all = dazzled;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const int cell = y * GlareMap::kRows / picture.height * GlareMap::kColumns +
                             x * GlareMap::kColumns / picture.width;
            ++all.at(static_cast<std::size_t>(cell));
            if (level(picture, x, y) >= kDazzled) ++dazzled.at(static_cast<std::size_t>(cell));
        }
    }
    GlareMap map;
    for (std::size_t n = 0; n < map.cells.size(); ++n)
        map.cells[n] = all[n] > 0 && dazzled[n] >= kGlaringShare * all[n];
    return map;
}

}  // namespace

PictureFigures figures_of(const Image& picture) {
    if (picture.pixels.empty()) return {};
    Counts levels{};
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            ++levels.at(static_cast<std::size_t>(level(picture, x, y)));
    const double all = static_cast<double>(picture.width) * picture.height;
    PictureFigures figures{.focus = focus_of(picture, levels), .glare_map = glare_map_of(picture)};
    for (std::size_t n = 0; n < levels.size(); ++n) {
        const double share = static_cast<double>(levels.at(n)) / all;
        figures.brightness += share * static_cast<double>(n);
        figures.light.at(n / figures.light.size()) += share;
        if (std::cmp_greater_equal(n, kDazzled)) figures.glare += kPercent * share;
    }
    return figures;
}

}  // namespace motlan
