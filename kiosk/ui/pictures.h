// Pictures as textures, scaled once to the size they are shown at. A picture that was not shown
// in the last frame is forgotten. Belongs to the thread of the window.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/core/image.h"

struct SDL_Renderer;
struct SDL_Texture;

namespace motlan {

class Pictures {
public:
    explicit Pictures(SDL_Renderer& renderer) : renderer_(renderer) {}
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;
    ~Pictures();

    /// The picture, after so many quarter turns clockwise, as a texture of exactly that size.
    SDL_Texture* texture(const Picture& picture, int turns, int width, int height);
    /// Forgets every picture that was not asked for since the last call.
    void end_frame();

private:
    struct Shown {
        Picture picture;
        int turns = 0;
        int width = 0;
        int height = 0;
        SDL_Texture* texture = nullptr;
        bool is_used = true;
    };
    SDL_Renderer& renderer_;
    std::vector<Shown> shown_;
};

/// The picture at another size, each pixel the mean of what it covers (ARGB8888 bytes, opaque).
[[nodiscard]] Bytes scaled_argb(const ImageView& picture, int width, int height);

/// The same of the picture after so many quarter turns clockwise, 0 to 3.
[[nodiscard]] Bytes turned_argb(const ImageView& picture, int turns, int width, int height);

}  // namespace motlan
