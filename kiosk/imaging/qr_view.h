// What one picture shows of each module of a code: its level, freed of shade and glare as far as
// they are smooth, and how much that is worth.
#pragma once

#include "kiosk/core/image.h"
#include "kiosk/imaging/qr_layout.h"
#include "kiosk/imaging/qr_plane.h"
#include "kiosk/imaging/qr_warp.h"

namespace motlan {

struct QrView {
    int modules = 0;
    QrPlane level;     ///< mean grey level of each module
    QrPlane texture;   ///< variance of the level inside each module, in grey levels squared
    QrPlane middle;    ///< the level between dark and light there
    QrPlane contrast;  ///< half the difference of light and dark there, in grey levels
    QrPlane signal;    ///< (middle - level) / contrast: about 1 is dark, -1 light
    QrPlane weight;    ///< 0 where nothing can be seen, up to 1
    QrBlur blur{};     ///< how neighbours mix in this picture
    float noise = 1;   ///< variance of the signal where its weight is 1
};

/// Measures every module. The shade is taken from the surroundings of each module, as about as
/// many of them are dark as light (ISO/IEC 18004:2015, 7.8: masks see to that).
[[nodiscard]] QrView view_of(const ImageView& grey, const QrWarp& warp, int modules);

/// The same picture at a corrected place: new levels, the rest as it was.
void measure_again(QrView& view, const ImageView& grey, const QrWarp& warp);

/// Fits middle and contrast anew, now that `expected` (the blurred signal of all modules) says
/// what the surroundings of each module should look like.
void level_by(QrView& view, const QrPlane& expected);

}  // namespace motlan
