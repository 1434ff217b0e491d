#include "kiosk/ui/drawn_paper.h"

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <algorithm>

#include "kiosk/core/expects.h"
#include "kiosk/ui/canvas.h"
#include "kiosk/ui/paint.h"

namespace motlan {
namespace {

struct Surface {
    SDL_Surface* pixels = nullptr;
    SDL_Renderer* renderer = nullptr;

    Surface(int width, int height)
        : pixels(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888)),
          renderer(SDL_CreateSoftwareRenderer(pixels)) {
        expects(pixels != nullptr && renderer != nullptr);
    }
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;
    ~Surface() {
        SDL_DestroyRenderer(renderer);
        SDL_FreeSurface(pixels);
    }
};

/// The drawn rows in grey.
Image grey_of(SDL_Renderer* renderer, int width, int height) {
    Image colour(width, height, PixelFormat::Rgb);
    const SDL_Rect box{0, 0, width, height};
    expects(SDL_RenderReadPixels(renderer, &box, SDL_PIXELFORMAT_RGB24, colour.pixels.data(),
                                 width * 3) == 0);
    Image grey(width, height, PixelFormat::Grey);
    for (std::size_t i = 0; i < grey.pixels.size(); ++i) grey.pixels[i] = colour.pixels[3 * i + 1];
    return grey;
}

}  // namespace

DrawnPaper draw_paper(const PaperSheet& sheet, const PaperDrawing& drawing) {
    const Surface surface(sheet.width, sheet.tallest);
    Paint paint(Canvas{*surface.renderer}, sheet.typeface);
    DrawnPaper drawn;
    ViewMemory memory;
    const Panel panel{sheet.width, sheet.tallest, sheet.letter_scale};
    const Rect all{0, 0, sheet.width, sheet.tallest};
    int bottom = 0;
    do {
        drawn.texts.begin();
        paint.begin(sheet.width, sheet.tallest);
        Ui ui({paint, drawn.texts, memory}, {}, panel, all);
        ui.dress({.language = sheet.language});
        paint.fill(all, {255, 255, 255, 255});
        Column column(all.inset(sheet.edge, sheet.edge));
        drawing(ui, column);
        bottom = column.rest().y + sheet.edge;
    } while (!paint.render());
    drawn.is_whole = bottom <= sheet.tallest;
    drawn.picture = grey_of(surface.renderer, sheet.width, std::min(bottom, sheet.tallest));
    return drawn;
}

}  // namespace motlan
