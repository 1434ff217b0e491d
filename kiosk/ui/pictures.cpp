#include "kiosk/ui/pictures.h"

#include <SDL.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "kiosk/core/expects.h"
#include "kiosk/ui/geometry.h"

namespace motlan {
namespace {

/// From where to where of `from` pixels the `index`-th of `to` pixels reaches.
struct Reach {
    int begin;
    int end;
};

Reach reach(int index, int to, int from) {
    const int begin = static_cast<int>(std::int64_t{index} * from / to);
    const int end = static_cast<int>((std::int64_t{index} + 1) * from / to);
    return {begin, std::max(begin + 1, end)};
}

/// Mean red, green and blue of a box of the picture.
std::array<std::uint8_t, 3> mean(const ImageView& picture, Reach across, Reach down) {
    const std::size_t step = bytes_per_pixel(picture.format);
    std::array<std::uint32_t, 3> sum{};
    for (int y = down.begin; y < down.end; ++y) {
        const ByteView row = picture.row(y);
        for (int x = across.begin; x < across.end; ++x) {
            for (std::size_t c = 0; c < 3; ++c) {
                sum[c] += row[static_cast<std::size_t>(x) * step + (step == 1 ? 0 : c)];
            }
        }
    }
    const auto count =
        static_cast<std::uint32_t>((down.end - down.begin) * (across.end - across.begin));
    return {static_cast<std::uint8_t>(sum[0] / count), static_cast<std::uint8_t>(sum[1] / count),
            static_cast<std::uint8_t>(sum[2] / count)};
}

/// Where a pixel of a turned picture stands in the upright one; `size` is the latter's.
Point upright_place(const Point& at, int turns, const Point& size) {
    if (turns == 1) return {at.y, size.y - 1 - at.x};
    if (turns == 2) return {size.x - 1 - at.x, size.y - 1 - at.y};
    return {size.x - 1 - at.y, at.x};
}

}  // namespace

Bytes scaled_argb(const ImageView& picture, int width, int height) {
    Bytes pixels;
    pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (int y = 0; y < height; ++y) {
        const Reach down = reach(y, height, picture.height);
        for (int x = 0; x < width; ++x) {
            const auto [r, g, b] = mean(picture, reach(x, width, picture.width), down);
            pixels.insert(pixels.end(), {b, g, r, 255});
        }
    }
    return pixels;
}

Bytes turned_argb(const ImageView& picture, int turns, int width, int height) {
    if (turns == 0) return scaled_argb(picture, width, height);
    const bool is_across = turns % 2 != 0;
    const int wide = is_across ? height : width;
    const int high = is_across ? width : height;
    const Bytes upright = scaled_argb(picture, wide, high);
    Bytes pixels;
    pixels.reserve(upright.size());
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const Point from = upright_place({x, y}, turns, {wide, high});
            const auto at = (std::ptrdiff_t{from.y} * wide + from.x) * 4;
            pixels.insert(pixels.end(), upright.begin() + at, upright.begin() + at + 4);
        }
    }
    return pixels;
}

Pictures::~Pictures() {
    for (const Shown& shown : shown_) SDL_DestroyTexture(shown.texture);
}

SDL_Texture* Pictures::texture(const Picture& picture, int turns, int width, int height) {
    const auto known = std::ranges::find_if(shown_, [&](const Shown& shown) {
        return shown.picture == picture && shown.turns == turns && shown.width == width &&
               shown.height == height;
    });
    if (known != shown_.end()) {
        known->is_used = true;
        return known->texture;
    }
    SDL_Texture* texture = SDL_CreateTexture(&renderer_, SDL_PIXELFORMAT_ARGB8888,
                                             SDL_TEXTUREACCESS_STATIC, width, height);
    expects(texture != nullptr);
    const Bytes pixels = turned_argb(picture->view(), turns, width, height);
    SDL_UpdateTexture(texture, nullptr, pixels.data(), width * 4);
    shown_.push_back({picture, turns, width, height, texture});
    return texture;
}

void Pictures::end_frame() {
    std::erase_if(shown_, [](const Shown& shown) {
        if (!shown.is_used) SDL_DestroyTexture(shown.texture);
        return !shown.is_used;
    });
    for (Shown& shown : shown_) shown.is_used = false;
}

}  // namespace motlan
