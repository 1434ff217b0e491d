#include "tests/bench/qr_wall.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace motlan::testing {
namespace {

constexpr double kPlainLevel = 120;
// The frame for which the sizes below were chosen.
constexpr double kFrameWidth = 1280;

class Random {
public:
    explicit Random(std::uint64_t seed) : random_(seed) {}

    double within(double least, double most) {
        return std::uniform_real_distribution<double>(least, most)(random_);
    }

private:
    std::mt19937_64 random_;
};

// Even noise between the points of a grid: 0 to 1, the same for the same place and seed.
double noise_at(std::uint64_t seed, double x, double y) {
    const auto level = [seed](double column, double row) {
        auto mixed =
            seed * 0x9E3779B97F4A7C15ULL +
            static_cast<std::uint64_t>(static_cast<std::int64_t>(column)) * 0xBF58476D1CE4E5B9ULL +
            static_cast<std::uint64_t>(static_cast<std::int64_t>(row)) * 0x94D049BB133111EBULL;
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBULL;
        return static_cast<double>(mixed >> 11) * 0x1p-53;
    };
    const double left = std::floor(x);
    const double top = std::floor(y);
    const double upper = std::lerp(level(left, top), level(left + 1, top), x - left);
    const double lower = std::lerp(level(left, top + 1), level(left + 1, top + 1), x - left);
    return std::lerp(upper, lower, y - top);
}

template <class LevelAt>
void paint(Image& image, const LevelAt& level_at) {
    std::uint8_t* to = image.pixels.data();
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x, ++to) {
            *to = static_cast<std::uint8_t>(std::clamp(level_at(x, y, double(*to)), 0.0, 255.0));
        }
    }
}

// Rough plaster, cloth or stone: grains of three sizes.
void paint_texture(Image& image, std::uint64_t seed, double unit) {
    Random random(seed);
    const double strength = random.within(60, 160);
    const double fine = random.within(2.5, 8) * unit;
    paint(image, [&](double x, double y, double level) {
        const double grain = 0.6 * noise_at(seed, x / fine, y / fine) +
                             0.25 * noise_at(seed + 1, x / (4 * fine), y / (4 * fine)) +
                             0.15 * noise_at(seed + 2, x / (15 * fine), y / (15 * fine));
        return level + strength * (2 * grain - 1);
    });
}

void paint_stripes(Image& image, std::uint64_t seed, double unit) {
    Random random(seed);
    const double angle = random.within(0, std::numbers::pi);
    const double period = random.within(16, 160) * unit;
    const double share = random.within(0.3, 0.7);
    const double step = random.within(50, 130);
    paint(image, [&](double x, double y, double level) {
        const double across = (x * std::cos(angle) + y * std::sin(angle)) / period;
        return across - std::floor(across) < share ? level + step / 2 : level - step / 2;
    });
}

// A notice, a frame, a shelf: a turned rectangle with lines of print on every other one.
void paint_thing(Image& image, Random& random, double unit) {
    const double x = random.within(0, image.width);
    const double y = random.within(0, image.height);
    const double wide = random.within(10, 220) * unit;
    const double high = random.within(0.3, 1.3) * wide;
    const double turn = random.within(-0.2, 0.2);
    const double level = random.within(20, 250);
    const bool is_round = random.within(0, 1) < 0.25;
    const bool is_printed = random.within(0, 1) < 0.5;
    const double pitch = random.within(10, 30) * unit;
    paint(image, [&](double px, double py, double before) {
        const double across = (px - x) * std::cos(turn) + (py - y) * std::sin(turn);
        const double down = (py - y) * std::cos(turn) - (px - x) * std::sin(turn);
        if (is_round ? std::hypot(across / wide, down / high) > 1
                     : std::abs(across) > wide || std::abs(down) > high) {
            return before;
        }
        const bool is_inside = std::abs(across) < 0.85 * wide && std::abs(down) < 0.85 * high;
        const double row = down / pitch;
        const bool is_line =
            row - std::floor(row) < 0.4 && noise_at(77, across / pitch, std::floor(row)) > 0.35;
        return is_printed && is_inside && is_line ? (level > 128 ? 40 : 220) : level;
    });
}

}  // namespace

Image draw_wall(Wall wall, std::uint64_t seed, int width, int height) {
    Image image(width, height, PixelFormat::Grey);
    const double unit = width / kFrameWidth;
    std::ranges::fill(image.pixels, static_cast<std::uint8_t>(kPlainLevel));
    if (wall == Wall::Textured) paint_texture(image, seed, unit);
    if (wall == Wall::Striped) paint_stripes(image, seed, unit);
    if (wall != Wall::Cluttered) return image;
    Random random(seed);
    for (int things = 0; things < 24; ++things) paint_thing(image, random, unit);
    return image;
}

Image with_person(Image wall, std::uint64_t seed, double x) {
    const double unit = wall.width / kFrameWidth;
    Random random(seed);
    const double shoulders = random.within(180, 320) * unit;
    const double neck = random.within(150, 330) * unit;
    const double skin = random.within(110, 200);
    Image shirt(wall.width, wall.height, PixelFormat::Grey);
    std::ranges::fill(shirt.pixels, static_cast<std::uint8_t>(random.within(40, 220)));
    const double kind = random.within(0, 3);
    if (kind < 1) paint_texture(shirt, seed, unit);
    if (kind > 2) paint_stripes(shirt, seed, unit / 2);
    const std::uint8_t* cloth = shirt.pixels.data();
    paint(wall, [&](double px, double py, double before) {
        const double across = px - x;
        const double below = py - neck;
        const double level = *cloth++;
        if (std::hypot(across / 95, (below + 90 * unit) / 125) < unit) {
            return skin - 60 * noise_at(seed, px / (30 * unit), py / (30 * unit));
        }
        const double slope = std::sqrt(std::clamp(below / (120 * unit), 0.0, 1.0));
        return below > 0 && std::abs(across) < shoulders * slope ? level : before;
    });
    return wall;
}

}  // namespace motlan::testing
