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

/// In grey levels: what a module half dark would show, and by how much a dark one is darker.
struct QrShade {
    QrPlane middle;
    QrPlane contrast;
};

/// Around each module the level is a slope of light less the contrast of what is expected (from
/// -1, light, to 1), by weighted least squares: beside a reflection the light changes as much as
/// the print does, and what can be seen of it lies on one side only.
[[nodiscard]] QrShade shade_of(const QrPlane& level, const QrPlane& expected,
                               const QrAround& around);

}  // namespace motlan
