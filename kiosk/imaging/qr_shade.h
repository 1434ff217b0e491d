// How light falls on a code: brightness and contrast of the print around each module, once it is
// guessed which modules are dark. Pure arithmetic.
#pragma once

#include "kiosk/imaging/qr_plane.h"

namespace motlan {

/// Least contrast that is not taken for noise, in grey levels.
inline constexpr float kLeastContrast = 0.7F;

/// Weighted means of what is seen within two modules or so around every module.
class QrAround {
public:
    /// Weights are above 0.
    QrAround(QrPlane weight, int modules);

    [[nodiscard]] QrPlane mean(const QrPlane& of) const;
    [[nodiscard]] int modules() const { return modules_; }

private:
    QrPlane weight_;
    int modules_;
    QrPlane sum_;
};

/// What is known of the light on a code.
struct QrLight {
    const QrPlane& level;     ///< of each module; beyond white where it must have been lighter
    const QrPlane& expected;  ///< of the print, from -1, light, to 1
    const QrPlane& usual;     ///< contrast farther around, in grey levels
    const QrPlane& burnt;     ///< share of burnt modules around, 0 to 1: there the usual contrast
                              ///< counts, as a reflection adds light and takes no contrast away
};

/// In grey levels: what a module half dark would show, and by how much a dark one is darker.
struct QrShade {
    QrPlane middle;
    QrPlane contrast;
};

/// Around each module the level is a slope of light less the contrast of what is expected, by
/// weighted least squares: beside a reflection the light changes as much as the print does, and
/// what can be seen of it lies on one side only.
[[nodiscard]] QrShade shade_of(const QrLight& light, const QrAround& around);

}  // namespace motlan
