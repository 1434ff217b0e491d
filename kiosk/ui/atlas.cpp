#include "kiosk/ui/atlas.h"

#include <SDL.h>

#include <cmath>
#include <utility>

#include "kiosk/core/expects.h"
#include "kiosk/ui/path_shape.h"

namespace motlan {
namespace {

enum class Kind : std::uint8_t { Letter, Disc, Ring, Notch, Glow, Drawing };

std::uint64_t key_of(Kind kind, unsigned one, unsigned two = 0) {
    return (std::uint64_t{std::to_underlying(kind)} << 56U) | (std::uint64_t{one} << 24U) | two;
}

/// A square mask of which each pixel's ink is `ink(distance from the middle)`, where the middle is
/// a square of `flat` pixels.
template <typename Ink>
Mask round_mask(int side, const Ink& ink, int flat = 0) {
    Mask mask{side, side, {}};
    mask.ink.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    const double middle = side / 2.0;
    const auto beside = [&](int at) {
        return std::max(0.0, std::abs(at + 0.5 - middle) - flat / 2.0);
    };
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double distance = std::hypot(beside(x), beside(y));
            mask.ink.push_back(
                static_cast<std::uint8_t>(std::lround(255 * std::clamp(ink(distance), 0.0, 1.0))));
        }
    }
    return mask;
}

}  // namespace

Atlas::Atlas(SDL_Renderer& renderer, const Typeface& typeface)
    : typeface_(typeface),
      texture_(SDL_CreateTexture(&renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING,
                                 kAtlasWidth, kAtlasHeight)) {
    expects(texture_ != nullptr);
    SDL_SetTextureBlendMode(texture_, SDL_BLENDMODE_BLEND);
    clear();
}

Atlas::~Atlas() { SDL_DestroyTexture(texture_); }

void Atlas::clear() {
    slots_.clear();
    shelves_.clear();
    next_shelf_ = 0;
    upload(place(3, 3), {3, 3, Bytes(9, 255)});
}

bool Atlas::take_overflow() {
    if (!std::exchange(overflow_, false)) return false;
    clear();
    return true;
}

template <typename Make>
Slot Atlas::find_or_make(std::uint64_t key, const Make& make) {
    const auto known = slots_.find(key);
    if (known != slots_.end()) return known->second;
    const Letter made = make();
    const Rect at = place(made.mask.width, made.mask.height);
    if (!at.is_empty()) upload(at, made.mask);
    return slots_[key] = Slot{at, made.left, made.top};
}

/// Shelves of equal height (in steps of eight) waste little and need no search.
Rect Atlas::place(int width, int height) {
    if (width == 0 || height == 0) return {};
    const int tall = (height + 8) / 8 * 8;
    const auto [entry, is_new] = shelves_.try_emplace(tall, Shelf{kAtlasWidth, 0});
    Shelf& shelf = entry->second;
    if (shelf.x + width + 1 > kAtlasWidth) {
        if (next_shelf_ + tall > kAtlasHeight || width >= kAtlasWidth) {
            overflow_ = true;
            return {};
        }
        shelf = {0, std::exchange(next_shelf_, next_shelf_ + tall)};
    }
    return {std::exchange(shelf.x, shelf.x + width + 1), shelf.y, width, height};
}

void Atlas::upload(const Rect& at, const Mask& mask) {
    Bytes pixels;
    pixels.reserve(mask.ink.size() * 4);
    for (const std::uint8_t ink : mask.ink) pixels.insert(pixels.end(), {255, 255, 255, ink});
    const SDL_Rect box{at.x, at.y, at.w, at.h};
    SDL_UpdateTexture(texture_, &box, pixels.data(), at.w * 4);
}

Slot Atlas::letter(Font font, char32_t letter) {
    const unsigned face = (static_cast<unsigned>(font.em) << 1U) | std::to_underlying(font.weight);
    return find_or_make(key_of(Kind::Letter, face, letter),
                        [&] { return typeface_.draw(font, letter); });
}

Slot Atlas::disc(int radius) {
    return find_or_make(key_of(Kind::Disc, static_cast<unsigned>(radius)), [&] {
        return Letter{round_mask(2 * radius, [&](double far) { return radius - far + 0.5; })};
    });
}

Slot Atlas::ring(int radius, int stroke) {
    const auto key =
        key_of(Kind::Ring, static_cast<unsigned>(radius), static_cast<unsigned>(stroke));
    return find_or_make(key, [&] {
        return Letter{round_mask(2 * radius, [&](double far) {
            return std::min(radius - far + 0.5, far - (radius - stroke) + 0.5);
        })};
    });
}

Slot Atlas::notch(int radius) {
    return find_or_make(key_of(Kind::Notch, static_cast<unsigned>(radius)), [&] {
        return Letter{round_mask(2 * radius, [&](double far) { return far - radius + 0.5; })};
    });
}

Slot Atlas::glow(int radius, int blur) {
    const auto key = key_of(Kind::Glow, static_cast<unsigned>(radius), static_cast<unsigned>(blur));
    return find_or_make(key, [&] {
        const auto ink = [&](double far) {
            const double share = std::clamp((radius + blur - far) / (2.0 * blur), 0.0, 1.0);
            return share * share * (3 - 2 * share);
        };
        return Letter{round_mask(2 * (radius + blur) + kGlowFlat, ink, kGlowFlat)};
    });
}

Slot Atlas::drawing(std::string_view path, int side) {
    const auto [place, is_new] =
        drawings_.try_emplace(path.data(), static_cast<unsigned>(drawings_.size()));
    return find_or_make(key_of(Kind::Drawing, static_cast<unsigned>(side), place->second),
                        [&] { return Letter{path_mask(path, side)}; });
}

}  // namespace motlan
