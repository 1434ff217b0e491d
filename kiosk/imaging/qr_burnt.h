// What is left of a view where a reflection has burnt it: a burnt module was at least white, and
// light that is added takes no contrast away. Pure arithmetic on the planes of a view.
#pragma once

#include <algorithm>
#include <cstddef>

#include "kiosk/imaging/qr_view.h"

namespace motlan {

/// Whether a module shows as much light as the camera can tell.
[[nodiscard]] bool is_burnt(const QrView& view, std::size_t module);

/// The share of burnt modules around each, 0 to 1.
[[nodiscard]] QrPlane burnt_around(const QrView& view);

/// How clear it is among so many burnt ones, 1 to 0.
[[nodiscard]] inline float clearness(float burnt_share) {
    return std::clamp((0.95F - burnt_share) / 0.35F, 0.0F, 1.0F);
}

/// The contrast where nothing is burnt, from farther around each module.
[[nodiscard]] QrPlane usual_contrast(const QrView& view, const QrPlane& burnt);

/// The levels that a camera would have shown that knows no white: what is `expected` there of the
/// print (-1 light, 1 dark, blurred), in the light around it, as far as it is beyond white.
[[nodiscard]] QrPlane unclipped(const QrView& view, const QrPlane& expected,
                                const QrPlane& contrast);

/// Where all around is burnt, so are the dark modules among it: lifts the middle as far.
void raise_burnt(QrView& view, const QrPlane& burnt);

/// Takes for measured what was expected of burnt modules, where that is lighter still.
void believe_burnt(QrView& view, const QrPlane& expected);

}  // namespace motlan
