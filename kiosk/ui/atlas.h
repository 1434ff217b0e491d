// One texture with everything small that is drawn: letters, round corners, soft shadows.
// Each is made when first needed. Belongs to the thread of the window.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/typeface.h"

struct SDL_Renderer;
struct SDL_Texture;

namespace motlan {

/// Side lengths are powers of two, so that texture coordinates are exact.
inline constexpr int kAtlasWidth = 1024;
inline constexpr int kAtlasHeight = 2048;
/// Length of the straight pieces of which a shadow's edges are laid.
inline constexpr int kGlowFlat = 64;

/// Where a mask lies in the texture, and for a letter where it lies from the pen.
struct Slot {
    Rect at;
    int left = 0;
    int top = 0;
};

class Atlas {
public:
    Atlas(SDL_Renderer& renderer, const Typeface& typeface);
    Atlas(const Atlas&) = delete;
    Atlas& operator=(const Atlas&) = delete;
    ~Atlas();

    Slot letter(Font font, char32_t letter);
    /// A filled circle; its quarters are round corners.
    Slot disc(int radius);
    /// A circle's line, drawn inside the radius.
    Slot ring(int radius, int stroke);
    /// What lies outside a circle within its square; covers the corners of a picture.
    Slot notch(int radius);
    /// The soft edge of a shadow around a box with round corners; between them kGlowFlat pixels of
    /// each straight edge.
    Slot glow(int radius, int blur);
    /// A drawing (see path_shape.h). `path` must be a literal: its address is its name.
    Slot drawing(std::string_view path, int side);

    [[nodiscard]] SDL_Texture* texture() const { return texture_; }
    /// A pixel that is all ink.
    [[nodiscard]] Point white() const { return {1, 1}; }
    /// Makes room when something did not fit since the last call; everything is drawn anew then.
    bool take_overflow();

private:
    struct Shelf {
        int x = 0;
        int y = 0;
    };
    template <typename Make>
    Slot find_or_make(std::uint64_t key, const Make& make);
    Rect place(int width, int height);
    void upload(const Rect& at, const Mask& mask);
    void clear();

    const Typeface& typeface_;
    SDL_Texture* texture_;
    std::unordered_map<std::uint64_t, Slot> slots_;
    std::unordered_map<const char*, unsigned> drawings_;  ///< numbers of the paths seen so far
    std::map<int, Shelf> shelves_;                        ///< by height
    int next_shelf_ = 0;
    bool overflow_ = false;
};

}  // namespace motlan
