// The triangles of one picture, and which of them differ from the picture before. The inside of
// Paint: nobody else includes this.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/ui/atlas.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/imgui.h"
#include "kiosk/ui/pictures.h"
#include "kiosk/ui/redraw.h"
#include "kiosk/ui/sdl.h"

namespace motlan {

/// A place in the atlas as Dear ImGui wants it, 0 to 1.
inline ImVec2 uv(int x, int y) {
    return {static_cast<float>(x) / kAtlasWidth, static_cast<float>(y) / kAtlasHeight};
}

/// Triangles that have corners in common, and what they may cover.
struct Shape {
    const ImDrawCmd* command = nullptr;
    int first = 0;
    int count = 3;
    Rect box;
};

struct Triangles {
    SDL_Renderer& renderer;
    Atlas atlas;
    Pictures pictures;
    ImDrawListSharedData shared;
    ImDrawList list{&shared};
    bool keeps_pixels = false;
    Redraw redraw;
    std::vector<Shape> shapes;
    std::vector<ImDrawIdx> chosen;  ///< scratch
    std::int64_t drawn = 0;

    Triangles(SDL_Renderer& to, const Typeface& typeface);
    [[nodiscard]] Rect bounds(const Shape& shape) const;
    /// The same for the same corners with the same letters in the same colours.
    [[nodiscard]] std::uint64_t print_of(const Shape& shape) const;
    /// Cuts the list into its shapes: triangles that have corners in common are drawn together or
    /// not at all, for the renderer draws two that are a box otherwise than one of them.
    void find_shapes();
    /// Calls `change` with every shape and each of its corners, those that two triangles share
    /// once.
    template <typename Change>
    void each_corner(const Change& change);
    void shift(const Rect& zone, int pixels);
    /// Every corner so far takes on so much of `veil` as that is opaque: as if it were laid over
    /// all, for a fortieth of what mixing each pixel costs. Photos become darker by as much.
    void dim(const SDL_Color& veil);
    std::vector<Rect> find_damage();
    /// Draws those indices of one command, inside `box`.
    void render(const ImDrawCmd& command, const Rect& box, const std::vector<ImDrawIdx>& some);
    /// Draws everything that lies in the box, in its order.
    void render(const Rect& box);
};

}  // namespace motlan
