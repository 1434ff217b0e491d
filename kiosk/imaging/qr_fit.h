// What a view teaches about its own camera: how it blurs, how noisy it is, where it looks.
#pragma once

#include <cstdint>

#include "kiosk/imaging/qr_plane.h"
#include "kiosk/imaging/qr_view.h"
#include "kiosk/imaging/qr_warp.h"

namespace motlan {

/// Chooses the round blur that explains the known modules best; `known` is 1 dark, -1 light and 0
/// for what is not known. For a view whose contrast was taken from its surroundings.
void guess_blur(QrView& view, const QrPlane& known);

/// Fits the blur and the noise to what is believed of all modules (1 dark, -1 light).
void fit_blur(QrView& view, const QrPlane& believed);

/// How freely the place of a code is corrected.
enum class QrBending : std::uint8_t { Stiff, Loose };

/// Where the modules really are, judged by how the picture differs from `expected`: a correction
/// of the warp, in modules. Only modules with `trusted` above 0 count. A stiff code is moved,
/// turned and stretched rather than bent.
[[nodiscard]] QrWarp::Bend misplaced_by(const QrView& view, const QrPlane& expected,
                                        const QrPlane& trusted, const QrWarp& warp,
                                        QrBending bending);

}  // namespace motlan
