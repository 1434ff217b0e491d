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

/// What a picture of the code should look like.
struct QrExpectation {
    const QrPlane& signal;
    const QrPlane& trusted;  ///< only modules above 0 count
};

/// Where the modules really are, judged by how the picture differs from what was expected: a
/// correction of the warp, in modules. A stiff code is moved, turned and stretched rather than
/// bent.
[[nodiscard]] QrWarp::Bend misplaced_by(const QrView& view, const QrExpectation& expected,
                                        const QrWarp& warp, QrBending bending);

}  // namespace motlan
