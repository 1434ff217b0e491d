// Draws boxes, text, lines and pictures into one list of triangles. The only place where shapes
// become triangles (Dear ImGui's draw lists); knows pixels and colours, never a meaning.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "kiosk/core/image.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/typeface.h"

namespace motlan {

struct Canvas;  // canvas.h
struct Slot;    // atlas.h

/// A point between pixels, for icons.
struct Spot {
    float x = 0;
    float y = 0;
};

struct Shadow {
    int radius = 0;
    int blur = 0;
    int drop = 0;
    std::uint8_t alpha = 0;
};

class Paint {
public:
    Paint(const Canvas& canvas, const Typeface& typeface);
    Paint(const Paint&) = delete;
    Paint& operator=(const Paint&) = delete;
    ~Paint();

    /// Forgets what was drawn; `width` and `height` in pixels bound what comes.
    void begin(int width, int height);
    /// Moves what lies within `zone` by so many pixels to the right before it is handed over.
    void shift(const Rect& zone, int pixels);
    /// Makes what was drawn so far step back behind what comes: as a veil of that colour would.
    void dim(Colour veil);
    /// Hands whatever differs from the picture before to the renderer. False when all must be drawn
    /// once more. A graphics card keeps no picture, so it is handed everything.
    bool render();
    /// How many pixels render() has drawn anew.
    [[nodiscard]] std::int64_t drawn_pixels() const;
    /// The renderer's pixels are lost: everything is drawn next time.
    void forget();

    void fill(const Rect& box, Colour colour, int radius = 0);
    /// A line along the inside of the box.
    void outline(const Rect& box, Colour colour, int radius, int stroke);
    void shadow(const Rect& box, const Shadow& shadow);
    /// One line; `pen` is its left end on the base line.
    void text(Point pen, std::string_view line, Font font, Colour colour);
    /// The picture scaled to the box; its corners are covered with `ground`.
    void picture(const Rect& box, const Picture& picture, int radius, Colour ground);
    /// The same without corners, after so many quarter turns clockwise, 0 to 3.
    void turned_picture(const Rect& box, const Picture& picture, int turns);
    /// A line through the spots.
    void stroke(std::span<const Spot> spots, float thick, Colour colour, bool is_closed = false);
    void disc(Spot middle, float radius, Colour colour);
    void polygon(std::span<const Spot> convex, Colour colour);
    /// A drawing (see path_shape.h), as large as the box allows, in its middle. The path is a
    /// literal.
    void drawing(const Rect& box, std::string_view path, Colour colour);
    /// Until unclip() nothing is drawn outside the box.
    void clip(const Rect& box);
    void unclip();

    [[nodiscard]] const Typeface& typeface() const { return typeface_; }

private:
    struct Parts;
    void quad(const Rect& to, const Rect& from, Colour colour);
    void tiles(const Rect& to, const Rect& from, Colour colour);
    void corners(const Rect& box, const Slot& slot, int radius, Colour colour);

    const Typeface& typeface_;
    std::unique_ptr<Parts> parts_;
};

}  // namespace motlan
