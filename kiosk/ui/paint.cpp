#include "kiosk/ui/paint.h"

#include <SDL.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <cmath>
#include <cstring>
#include <vector>

#include "kiosk/core/expects.h"
#include "kiosk/ui/pictures.h"
#include "kiosk/ui/redraw.h"

namespace motlan {
namespace {

ImU32 packed(Colour c) { return IM_COL32(c.r, c.g, c.b, c.a); }
ImVec2 vec(int x, int y) { return {static_cast<float>(x), static_cast<float>(y)}; }
ImVec2 uv(int x, int y) {
    return {static_cast<float>(x) / kAtlasWidth, static_cast<float>(y) / kAtlasHeight};
}

std::vector<ImVec2> vecs(std::span<const Spot> spots) {
    std::vector<ImVec2> points;
    for (const Spot& spot : spots) points.emplace_back(spot.x, spot.y);
    return points;
}

SDL_Rect clip_of(const ImDrawCmd& command) {
    const ImVec4& c = command.ClipRect;
    return {static_cast<int>(c.x), static_cast<int>(c.y), static_cast<int>(c.z - c.x),
            static_cast<int>(c.w - c.y)};
}

/// Triangles that have corners in common, and what they may cover.
struct Shape {
    const ImDrawCmd* command = nullptr;
    int first = 0;
    int count = 3;
    Rect box;
};

}  // namespace

struct Paint::Parts {
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

    Parts(SDL_Renderer& to, const Typeface& typeface)
        : renderer(to), atlas(to, typeface), pictures(to) {
        shared.SetCircleTessellationMaxError(0.2F);
        shared.CurveTessellationTol = 0.5F;
        shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                              ImDrawListFlags_AllowVtxOffset;
        shared.TexUvWhitePixel = uv(atlas.white().x, atlas.white().y);
        SDL_RendererInfo about;
        keeps_pixels = SDL_GetRendererInfo(&renderer, &about) == 0 &&
                       (about.flags & SDL_RENDERER_SOFTWARE) != 0;
    }

    [[nodiscard]] Rect bounds(const Shape& shape) const {
        const ImDrawVert* vertex = list.VtxBuffer.Data + shape.command->VtxOffset;
        ImVec2 low = vertex[list.IdxBuffer[shape.first]].pos;
        ImVec2 high = low;
        for (int i = shape.first; i < shape.first + shape.count; ++i) {
            const ImVec2& at = vertex[list.IdxBuffer[i]].pos;
            low = {std::min(low.x, at.x), std::min(low.y, at.y)};
            high = {std::max(high.x, at.x), std::max(high.y, at.y)};
        }
        const Point top{static_cast<int>(std::floor(low.x)) - 1,
                        static_cast<int>(std::floor(low.y)) - 1};
        const Rect box{top.x, top.y, static_cast<int>(std::ceil(high.x)) + 1 - top.x,
                       static_cast<int>(std::ceil(high.y)) + 1 - top.y};
        const SDL_Rect clip = clip_of(*shape.command);
        return box.crossed({clip.x, clip.y, clip.w, clip.h});
    }

    /// The same for the same corners with the same letters in the same colours.
    [[nodiscard]] std::uint64_t print_of(const Shape& shape) const {
        const ImDrawVert* vertex = list.VtxBuffer.Data + shape.command->VtxOffset;
        std::uint64_t print = 0xCBF29CE484222325U;
        for (int i = shape.first; i < shape.first + shape.count; ++i) {
            std::array<std::uint32_t, 5> words{};
            static_assert(sizeof(words) == sizeof(ImDrawVert));
            std::memcpy(words.data(), vertex + list.IdxBuffer[i], sizeof(words));
            for (const std::uint32_t word : words) print = (print ^ word) * 0x100000001B3U;
        }
        return print ^ (print >> 31U);
    }

    /// Cuts the list into its shapes: triangles that have corners in common are drawn together or
    /// not at all, for the renderer draws two that are a box otherwise than one of them.
    void find_shapes() {
        shapes.clear();
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const int end = static_cast<int>(command.IdxOffset + command.ElemCount);
            for (int i = static_cast<int>(command.IdxOffset); i < end;) {
                Shape shape{&command, i, 0, {}};
                int last = 0;  // corner of the shape so far
                do {
                    for (const int at : {i, i + 1, i + 2})
                        last = std::max(last, int{list.IdxBuffer[at]});
                    i += 3;
                    shape.count += 3;
                } while (i < end && std::min({list.IdxBuffer[i], list.IdxBuffer[i + 1],
                                              list.IdxBuffer[i + 2]}) <= last);
                shape.box = bounds(shape);
                if (!shape.box.is_empty()) shapes.push_back(shape);
            }
        }
    }

    /// Corners that two triangles share are moved once.
    void shift(const Rect& zone, int pixels) {
        find_shapes();
        std::vector<bool> is_moved(static_cast<std::size_t>(list.VtxBuffer.Size));
        for (const Shape& shape : shapes) {
            if (!zone.contains(shape.box)) continue;
            for (int i = shape.first; i < shape.first + shape.count; ++i) {
                const std::size_t at = shape.command->VtxOffset + list.IdxBuffer[i];
                if (is_moved[at]) continue;
                is_moved[at] = true;
                list.VtxBuffer[static_cast<int>(at)].pos.x += static_cast<float>(pixels);
            }
        }
    }

    std::vector<Rect> find_damage() {
        redraw.begin(static_cast<int>(shared.ClipRectFullscreen.z),
                     static_cast<int>(shared.ClipRectFullscreen.w));
        for (const Shape& shape : shapes) {
            if (shape.command->GetTexID() == atlas.texture())
                redraw.add(shape.box, print_of(shape));
            else
                redraw.spoil(shape.box);
        }
        if (!keeps_pixels) redraw.forget();
        return redraw.end();
    }

    /// Draws those indices of one command, inside `box`.
    void render(const ImDrawCmd& command, const Rect& box, const std::vector<ImDrawIdx>& some) {
        const SDL_Rect whole = clip_of(command);
        const Rect cut = box.crossed({whole.x, whole.y, whole.w, whole.h});
        if (some.empty() || cut.is_empty()) return;
        const SDL_Rect clip{cut.x, cut.y, cut.w, cut.h};
        SDL_RenderSetClipRect(&renderer, &clip);
        const ImDrawVert* vertex = list.VtxBuffer.Data + command.VtxOffset;
        const int stride = sizeof(ImDrawVert);
        SDL_RenderGeometryRaw(
            &renderer, static_cast<SDL_Texture*>(command.GetTexID()), &vertex->pos.x, stride,
            reinterpret_cast<const SDL_Color*>(&vertex->col), stride, &vertex->uv.x, stride,
            list.VtxBuffer.Size - static_cast<int>(command.VtxOffset), some.data(),
            static_cast<int>(some.size()), sizeof(ImDrawIdx));
    }

    /// Draws everything that lies in the box, in its order.
    void render(const Rect& box) {
        const ImDrawCmd* command = nullptr;
        chosen.clear();
        for (const Shape& shape : shapes) {
            if (!shape.box.touches(box)) continue;
            if (command != shape.command && command != nullptr) {
                render(*command, box, chosen);
                chosen.clear();
            }
            command = shape.command;
            const ImDrawIdx* first = list.IdxBuffer.Data + shape.first;
            chosen.insert(chosen.end(), first, first + shape.count);
        }
        if (command != nullptr) render(*command, box, chosen);
    }
};

Paint::Paint(SDL_Renderer& renderer, const Typeface& typeface)
    : typeface_(typeface), parts_(std::make_unique<Parts>(renderer, typeface)) {}
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
std::int64_t Paint::drawn_pixels() const { return parts_->drawn; }
void Paint::forget() { parts_->redraw.forget(); }

void Paint::quad(const Rect& to, const Rect& from, Colour colour) {
    if (to.is_empty() || from.is_empty()) return;
    parts_->list.PrimReserve(6, 4);
    parts_->list.PrimRectUV(vec(to.x, to.y), vec(to.right(), to.bottom()), uv(from.x, from.y),
                            uv(from.right(), from.bottom()), packed(colour));
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

void Paint::shadow(const Rect& box, const Shadow& shadow) {
    const Slot slot = parts_->atlas.glow(shadow.radius, shadow.blur);
    const Colour dark{10, 30, 55, shadow.alpha};
    const int side = shadow.radius + shadow.blur;
    const Rect outer = box.inset(-shadow.blur).moved(0, shadow.drop);
    const Rect& at = slot.at;
    corners(outer, slot, side, dark);
    const int mid_x = at.x + at.w / 2;
    const int mid_y = at.y + at.h / 2;
    const int wide = outer.w - 2 * side;
    const int high = outer.h - 2 * side;
    quad({outer.x + side, outer.y, wide, side}, {mid_x, at.y, 1, side}, dark);
    quad({outer.x + side, outer.bottom() - side, wide, side}, {mid_x, mid_y, 1, side}, dark);
    quad({outer.x, outer.y + side, side, high}, {at.x, mid_y, side, 1}, dark);
    quad({outer.right() - side, outer.y + side, side, high}, {mid_x, mid_y, side, 1}, dark);
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
    if (!picture || picture->width <= 0 || picture->height <= 0 || box.is_empty()) return;
    parts_->list.AddImage(parts_->pictures.texture(picture, box.w, box.h), vec(box.x, box.y),
                          vec(box.right(), box.bottom()));
    if (radius > 0) corners(box, parts_->atlas.notch(radius), radius, ground);
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
