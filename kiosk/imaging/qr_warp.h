// Where a code's modules lie in a picture: a plane in perspective, slightly bent.
#pragma once

#include <array>
#include <optional>

#include "kiosk/imaging/qr_layout.h"

namespace motlan {

/// A point in pixels or in modules; the middle of a code's first module is (0.5, 0.5).
struct QrSpot {
    double x = 0;
    double y = 0;
    QrSpot operator-(const QrSpot& other) const { return {x - other.x, y - other.y}; }
};

/// From places in modules to places in pixels.
class QrWarp {
public:
    /// The plane that takes four places in modules to four in pixels; nothing when they do not
    /// span one. `modules` is the length of a side.
    static std::optional<QrWarp> through(const std::array<QrSpot, 4>& modules,
                                         const std::array<QrSpot, 4>& pixels, int side);

    [[nodiscard]] QrSpot pixel(QrSpot module) const;

    /// Pixels along a module's side in the middle of the code.
    [[nodiscard]] double module_pixels() const;

    /// A small move of every place, in modules: quadratic over the code, six terms for each axis.
    using Bend = std::array<double, 12>;
    void bend(const Bend& by);
    /// The six terms at a place.
    [[nodiscard]] std::array<double, 6> terms(QrSpot module) const;

private:
    QrWarp() = default;
    std::array<double, 8> plane_{};
    QrSpot origin_;
    Bend bend_{};
    bool is_bent_ = false;
    double side_ = 1;
};

}  // namespace motlan
