#include "tests/bench/qr_light.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace motlan::testing {
namespace {

using Levels = std::vector<float>;

// Every pixel becomes a weighted sum of its neighbours `step` apart; the border repeats.
void blend_rows(const LightPicture& from, const Levels& kernel, Levels& to) {
    const int radius = static_cast<int>(kernel.size() / 2);
    Levels padded(static_cast<std::size_t>(from.width) + kernel.size() - 1);
    for (int y = 0; y < from.height; ++y) {
        const float* row = from.levels.data() + std::ptrdiff_t{y} * from.width;
        std::fill_n(padded.begin(), radius, row[0]);
        std::copy_n(row, from.width, padded.begin() + radius);
        std::fill_n(padded.end() - radius, radius, row[from.width - 1]);
        float* out = to.data() + std::ptrdiff_t{y} * from.width;
        std::fill_n(out, from.width, 0.0F);
        for (std::size_t k = 0; k < kernel.size(); ++k) {
            for (int x = 0; x < from.width; ++x) {
                out[x] += kernel[k] * padded[k + static_cast<std::size_t>(x)];
            }
        }
    }
}

void blend_columns(const LightPicture& from, const Levels& kernel, Levels& to) {
    const int radius = static_cast<int>(kernel.size() / 2);
    for (int y = 0; y < from.height; ++y) {
        float* out = to.data() + std::ptrdiff_t{y} * from.width;
        std::fill_n(out, from.width, 0.0F);
        for (int k = -radius; k <= radius; ++k) {
            const int row = std::clamp(y + k, 0, from.height - 1);
            const float* in = from.levels.data() + std::ptrdiff_t{row} * from.width;
            const float weight = kernel[static_cast<std::size_t>(k + radius)];
            for (int x = 0; x < from.width; ++x) out[x] += weight * in[x];
        }
    }
}

// 0 to 1 across a soft edge through the middle of the code.
double shade(const Scene& scene, double x, double y, double width) {
    const double turn = scene.shadow_turn * std::numbers::pi / 180;
    const double along = (x * std::cos(turn) + y * std::sin(turn)) / (0.1 * width);
    return 1 / (1 + std::exp(-along));
}

}  // namespace

void soften(LightPicture& picture, double sigma) {
    if (sigma < 0.05) return;
    const int radius = static_cast<int>(std::ceil(3.5 * sigma));
    Levels kernel;
    for (int i = -radius; i <= radius; ++i) {
        kernel.push_back(static_cast<float>(std::exp(-i * i / (2 * sigma * sigma))));
    }
    float sum = 0;
    for (const float weight : kernel) sum += weight;
    for (float& weight : kernel) weight /= sum;
    Levels blended(picture.levels.size());
    blend_rows(picture, kernel, blended);
    picture.levels.swap(blended);
    blend_columns(picture, kernel, blended);
    picture.levels.swap(blended);
}

void drag(LightPicture& picture, double length, double direction) {
    if (length < 0.1) return;
    const int parts = std::max(3, static_cast<int>(std::ceil(length * 2)));
    Levels sum(picture.levels.size());
    for (int part = 0; part < parts; ++part) {
        const double along = ((part + 0.5) / parts - 0.5) * length;
        const double x = along * std::cos(direction);
        const double y = along * std::sin(direction);
        const int left = static_cast<int>(std::floor(x));
        const int top = static_cast<int>(std::floor(y));
        const auto across = static_cast<float>(x - left);
        const auto down = static_cast<float>(y - top);
        float* out = sum.data();
        for (int row = 0; row < picture.height; ++row) {
            const auto line = [&](int at) {
                return picture.levels.data() +
                       std::ptrdiff_t{std::clamp(at, 0, picture.height - 1)} * picture.width;
            };
            const float* upper = line(row + top);
            const float* lower = line(row + top + 1);
            for (int at = 0; at < picture.width; ++at) {
                const int first = std::clamp(at + left, 0, picture.width - 1);
                const int second = std::min(first + 1, picture.width - 1);
                *out++ += std::lerp(std::lerp(upper[first], upper[second], across),
                                    std::lerp(lower[first], lower[second], across), down);
            }
        }
    }
    for (float& level : sum) level /= static_cast<float>(parts);
    picture.levels.swap(sum);
}

void light(LightPicture& picture, const Scene& scene) {
    const double width = scene.module_pixels * place_of_code(scene.payload, scene.print).modules;
    float* level = picture.levels.data();
    for (int row = 0; row < picture.height; ++row) {
        for (int at = 0; at < picture.width; ++at, ++level) {
            const double x = at - picture.width / 2.0 - scene.shift_x;
            const double y = row - picture.height / 2.0 - scene.shift_y;
            double value = 128 + (*level - 128) * scene.contrast;
            if (scene.shadow > 0) value *= 1 - scene.shadow * shade(scene, x, y, width);
            value *= scene.gain;
            if (scene.glare.peak > 0) {
                const double across = (x / width - scene.glare.x) / scene.glare.across;
                const double down = (y / width - scene.glare.y) / scene.glare.down;
                value += scene.glare.peak * std::exp(-(across * across + down * down));
            }
            *level = static_cast<float>(value);
        }
    }
}

Image sense(const LightPicture& picture, const Scene& scene) {
    std::mt19937_64 random(scene.seed + 99);
    std::normal_distribution<float> normal;
    Image sensed(picture.width, picture.height, PixelFormat::Grey);
    std::uint8_t* to = sensed.pixels.data();
    for (const float level : picture.levels) {
        const float bright = std::clamp(level, 0.0F, 255.0F) / 235;
        const float spread = static_cast<float>(scene.noise) * std::sqrt(0.5F + 0.5F * bright);
        const float value = level + spread * normal(random) + 0.5F;
        *to++ = static_cast<std::uint8_t>(std::clamp(value, 0.0F, 255.0F));
    }
    return sensed;
}

}  // namespace motlan::testing
