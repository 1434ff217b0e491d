#include "kiosk/ui/paint.h"

#include <vector>

#include "kiosk/core/expects.h"
#include "kiosk/ui/canvas.h"
#include "kiosk/ui/triangles.h"

namespace motlan {
namespace {

ImU32 packed(Colour c) { return IM_COL32(c.r, c.g, c.b, c.a); }
ImVec2 vec(int x, int y) { return {static_cast<float>(x), static_cast<float>(y)}; }

std::vector<ImVec2> vecs(std::span<const Spot> spots) {
    std::vector<ImVec2> points;
    for (const Spot& spot : spots) points.emplace_back(spot.x, spot.y);
    return points;
}

}  // namespace

struct Paint::Parts : Triangles {
    using Triangles::Triangles;
};

Paint::Paint(const Canvas& canvas, const Typeface& typeface)
    : typeface_(typeface), parts_(std::make_unique<Parts>(canvas.renderer, typeface)) {}
Paint::~Paint() = default;

void Paint::begin(int width, int height) {
    parts_->shared.ClipRectFullscreen = {0, 0, static_cast<float>(width),
                                         static_cast<float>(height)};
    parts_->list._ResetForNewFrame();
    parts_->list.PushClipRectFullScreen();
    parts_->list.PushTextureID(parts_->atlas.texture());
}

bool Paint::render() {
    if (parts_->atlas.take_overflow()) {
        parts_->redraw.forget();
        return false;
    }
    parts_->find_shapes();
    parts_->drawn = 0;
    for (const Rect& box : parts_->find_damage()) {
        parts_->render(box);
        parts_->drawn += std::int64_t{box.w} * box.h;
    }
    SDL_RenderSetClipRect(&parts_->renderer, nullptr);
    parts_->pictures.end_frame();
    return true;
}

void Paint::shift(const Rect& zone, int pixels) { parts_->shift(zone, pixels); }
void Paint::dim(Colour veil) { parts_->dim({veil.r, veil.g, veil.b, veil.a}); }
std::int64_t Paint::drawn_pixels() const { return parts_->drawn; }
void Paint::forget() { parts_->redraw.forget(); }

void Paint::quad(const Rect& to, const Rect& from, Colour colour) {
    if (to.is_empty() || from.is_empty()) return;
    parts_->list.PrimReserve(6, 4);
    parts_->list.PrimRectUV(vec(to.x, to.y), vec(to.right(), to.bottom()), uv(from.x, from.y),
                            uv(from.right(), from.bottom()), packed(colour));
}

/// Lays pieces of `from` side by side until `to` is full. Nothing is stretched: a stretched piece
/// that is cut where the damage ends would be rounded otherwise than the whole one.
void Paint::tiles(const Rect& to, const Rect& from, Colour colour) {
    for (int y = to.y; y < to.bottom(); y += from.h) {
        for (int x = to.x; x < to.right(); x += from.w) {
            const int wide = std::min(from.w, to.right() - x);
            const int high = std::min(from.h, to.bottom() - y);
            quad({x, y, wide, high}, {from.x, from.y, wide, high}, colour);
        }
    }
}

/// Puts the four quarters of a round mask into the corners of the box.
void Paint::corners(const Rect& box, const Slot& slot, int radius, Colour colour) {
    for (const bool is_right : {false, true}) {
        for (const bool is_low : {false, true}) {
            const Rect to{is_right ? box.right() - radius : box.x,
                          is_low ? box.bottom() - radius : box.y, radius, radius};
            const Rect from{slot.at.x + (is_right ? slot.at.w - radius : 0),
                            slot.at.y + (is_low ? slot.at.h - radius : 0), radius, radius};
            quad(to, from, colour);
        }
    }
}

void Paint::fill(const Rect& box, Colour colour, int radius) {
    const int r = std::min({radius, box.w / 2, box.h / 2});
    const auto plain = [&](const Rect& part) {
        if (part.is_empty()) return;
        parts_->list.AddRectFilled(vec(part.x, part.y), vec(part.right(), part.bottom()),
                                   packed(colour));
    };
    plain({box.x, box.y + r, box.w, box.h - 2 * r});
    if (r <= 0) return;
    plain({box.x + r, box.y, box.w - 2 * r, r});
    plain({box.x + r, box.bottom() - r, box.w - 2 * r, r});
    corners(box, parts_->atlas.disc(r), r, colour);
}

void Paint::outline(const Rect& box, Colour colour, int radius, int stroke) {
    const int r = std::min({radius, box.w / 2, box.h / 2});
    fill({box.x + r, box.y, box.w - 2 * r, stroke}, colour);
    fill({box.x + r, box.bottom() - stroke, box.w - 2 * r, stroke}, colour);
    const int ends = r > 0 ? r : stroke;
    fill({box.x, box.y + ends, stroke, box.h - 2 * ends}, colour);
    fill({box.right() - stroke, box.y + ends, stroke, box.h - 2 * ends}, colour);
    if (r > 0) corners(box, parts_->atlas.ring(r, stroke), r, colour);
}

/// The edges are laid of pieces side by side. Nothing is stretched: a stretched piece that is cut
/// where the damage ends would be rounded otherwise than the whole one.
void Paint::shadow(const Rect& box, const Shadow& shadow) {
    const Slot slot = parts_->atlas.glow(shadow.radius, shadow.blur);
    const Colour dark{10, 30, 55, shadow.alpha};
    const int side = shadow.radius + shadow.blur;
    const Rect outer = box.inset(-shadow.blur).moved(0, shadow.drop);
    const Rect& at = slot.at;
    corners(outer, slot, side, dark);
    const int wide = outer.w - 2 * side;
    const int high = outer.h - 2 * side;
    const Rect across{at.x + side, at.y, kGlowFlat, side};
    const Rect along{at.x, at.y + side, side, kGlowFlat};
    tiles({outer.x + side, outer.y, wide, side}, across, dark);
    tiles({outer.x + side, outer.bottom() - side, wide, side}, across.moved(0, at.h - side), dark);
    tiles({outer.x, outer.y + side, side, high}, along, dark);
    tiles({outer.right() - side, outer.y + side, side, high}, along.moved(at.w - side, 0), dark);
}

void Paint::text(Point pen, std::string_view line, Font font, Colour colour) {
    auto x = static_cast<float>(pen.x);
    while (!line.empty()) {
        const char32_t letter = take_letter(line);
        const Slot slot = parts_->atlas.letter(font, letter);
        const int left = static_cast<int>(std::lround(x)) + slot.left;
        quad({left, pen.y - slot.top, slot.at.w, slot.at.h}, slot.at, colour);
        x += typeface_.advance(font, letter);
    }
}

void Paint::picture(const Rect& box, const Picture& picture, int radius, Colour ground) {
    turned_picture(box, picture, 0);
    if (picture && radius > 0) corners(box, parts_->atlas.notch(radius), radius, ground);
}

void Paint::turned_picture(const Rect& box, const Picture& picture, int turns) {
    if (!picture || picture->width <= 0 || picture->height <= 0 || box.is_empty()) return;
    parts_->list.AddImage(parts_->pictures.texture(picture, turns, box.w, box.h), vec(box.x, box.y),
                          vec(box.right(), box.bottom()));
}

void Paint::stroke(std::span<const Spot> spots, float thick, Colour colour, bool is_closed) {
    const std::vector<ImVec2> points = vecs(spots);
    parts_->list.AddPolyline(points.data(), static_cast<int>(points.size()), packed(colour),
                             is_closed ? ImDrawFlags_Closed : ImDrawFlags_None, thick);
}

void Paint::drawing(const Rect& box, std::string_view path, Colour colour) {
    const int side = std::min(box.w, box.h);
    if (side <= 0 || path.empty()) return;
    quad(box.centered(side, side), parts_->atlas.drawing(path, side).at, colour);
}

void Paint::disc(Spot middle, float radius, Colour colour) {
    parts_->list.AddCircleFilled({middle.x, middle.y}, radius, packed(colour));
}

void Paint::polygon(std::span<const Spot> convex, Colour colour) {
    const std::vector<ImVec2> points = vecs(convex);
    parts_->list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()),
                                     packed(colour));
}

void Paint::clip(const Rect& box) {
    parts_->list.PushClipRect(vec(box.x, box.y), vec(box.right(), box.bottom()), true);
}

void Paint::unclip() { parts_->list.PopClipRect(); }

}  // namespace motlan
