// The paper behind the ink: how bright it is everywhere, and the page with it made white.
#pragma once

#include "kiosk/core/image.h"
#include "kiosk/imaging/prepared_page.h"

namespace motlan {

/// The colour of the paper at a grid of places, as if nothing were printed on it.
struct PaperLight {
    Image map;  ///< the format of the page, `cell` pixels of the page for each of its own
    int cell = 8;
    double level = 0;  ///< median brightness, 0 to 255
};

/// Shadows belong to the paper's light, pictures and solid colours do not. A scanner casts no
/// deep shadows.
[[nodiscard]] PaperLight light_of(const ImageView& page, double dpi, PageSource source);

/// Makes the paper white in place: ink keeps its colour as under even, white light.
void whiten(Image& page, const PaperLight& light);

/// Share of the page that is coloured ink, of a whitened page.
[[nodiscard]] double colour_share(const ImageView& page);

}  // namespace motlan
