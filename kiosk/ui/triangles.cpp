#include "kiosk/ui/triangles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace motlan {
namespace {

SDL_Rect clip_of(const ImDrawCmd& command) {
    const ImVec4& c = command.ClipRect;
    return {static_cast<int>(c.x), static_cast<int>(c.y), static_cast<int>(c.z - c.x),
            static_cast<int>(c.w - c.y)};
}

ImU32 mixed(ImU32 under, const SDL_Color& over) {
    const auto mix = [&over](ImU32 one, ImU32 other) {
        return ((one & 0xFFU) * (255U - over.a) + other * over.a + 127U) / 255U;
    };
    return IM_COL32(mix(under >> IM_COL32_R_SHIFT, over.r), mix(under >> IM_COL32_G_SHIFT, over.g),
                    mix(under >> IM_COL32_B_SHIFT, over.b), (under >> IM_COL32_A_SHIFT) & 0xFFU);
}

}  // namespace

Triangles::Triangles(SDL_Renderer& to, const Typeface& typeface)
    : renderer(to), atlas(to, typeface), pictures(to) {
    shared.SetCircleTessellationMaxError(0.2F);
    shared.CurveTessellationTol = 0.5F;
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                          ImDrawListFlags_AllowVtxOffset;
    shared.TexUvWhitePixel = uv(atlas.white().x, atlas.white().y);
    SDL_RendererInfo about;
    keeps_pixels =
        SDL_GetRendererInfo(&renderer, &about) == 0 && (about.flags & SDL_RENDERER_SOFTWARE) != 0;
}

Rect Triangles::bounds(const Shape& shape) const {
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

std::uint64_t Triangles::print_of(const Shape& shape) const {
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

void Triangles::find_shapes() {
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

template <typename Change>
void Triangles::each_corner(const Change& change) {
    find_shapes();
    std::vector<bool> is_changed(static_cast<std::size_t>(list.VtxBuffer.Size));
    for (const Shape& shape : shapes) {
        for (int i = shape.first; i < shape.first + shape.count; ++i) {
            const std::size_t at = shape.command->VtxOffset + list.IdxBuffer[i];
            if (is_changed[at]) continue;
            is_changed[at] = true;
            change(shape, list.VtxBuffer[static_cast<int>(at)]);
        }
    }
}

void Triangles::shift(const Rect& zone, int pixels) {
    each_corner([&](const Shape& shape, ImDrawVert& corner) {
        if (zone.contains(shape.box)) corner.pos.x += static_cast<float>(pixels);
    });
}

void Triangles::dim(const SDL_Color& veil) {
    each_corner([&](const Shape& shape, ImDrawVert& corner) {
        const bool is_photo = shape.command->GetTexID() != atlas.texture();
        corner.col = mixed(corner.col, is_photo ? SDL_Color{0, 0, 0, veil.a} : veil);
    });
}

std::vector<Rect> Triangles::find_damage() {
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

void Triangles::render(const ImDrawCmd& command, const Rect& box,
                       const std::vector<ImDrawIdx>& some) {
    const SDL_Rect whole = clip_of(command);
    const Rect cut = box.crossed({whole.x, whole.y, whole.w, whole.h});
    if (some.empty() || cut.is_empty()) return;
    const SDL_Rect clip{cut.x, cut.y, cut.w, cut.h};
    SDL_RenderSetClipRect(&renderer, &clip);
    const ImDrawVert* vertex = list.VtxBuffer.Data + command.VtxOffset;
    const int stride = sizeof(ImDrawVert);
    SDL_RenderGeometryRaw(&renderer, static_cast<SDL_Texture*>(command.GetTexID()), &vertex->pos.x,
                          stride, reinterpret_cast<const SDL_Color*>(&vertex->col), stride,
                          &vertex->uv.x, stride,
                          list.VtxBuffer.Size - static_cast<int>(command.VtxOffset), some.data(),
                          static_cast<int>(some.size()), sizeof(ImDrawIdx));
}

void Triangles::render(const Rect& box) {
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

}  // namespace motlan
