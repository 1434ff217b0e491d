#include "kiosk/imaging/qr_warp.h"

#include <cmath>
#include <cstddef>

#include "kiosk/imaging/linear.h"

namespace motlan {

std::optional<QrWarp> QrWarp::through(const std::array<QrSpot, 4>& modules,
                                      const std::array<QrSpot, 4>& pixels, int side) {
    QrWarp warp;
    warp.side_ = side;
    warp.origin_ = pixels[0];
    Equations<8> equations;
    for (std::size_t i = 0; i < 4; ++i) {
        const double u = 2 * modules[i].x / side - 1;
        const double v = 2 * modules[i].y / side - 1;
        const double x = pixels[i].x - pixels[0].x;
        const double y = pixels[i].y - pixels[0].y;
        equations.add({u, v, 1, 0, 0, 0, -u * x, -v * x}, x, 1);
        equations.add({0, 0, 0, u, v, 1, -u * y, -v * y}, y, 1);
    }
    const auto plane = equations.solved();
    if (!plane) return std::nullopt;
    warp.plane_ = *plane;
    return warp;
}

std::array<double, 6> QrWarp::terms(QrSpot module) const {
    const double x = 2 * module.x / side_ - 1;
    const double y = 2 * module.y / side_ - 1;
    return {1, x, y, x * x, x * y, y * y};
}

QrSpot QrWarp::pixel(QrSpot module) const {
    const double scale = 2.0 / side_;
    double u = scale * module.x - 1;
    double v = scale * module.y - 1;
    if (is_bent_) {
        const auto term = terms(module);
        for (std::size_t i = 0; i < term.size(); ++i) {
            u += bend_[i] * term[i] * scale;
            v += bend_[i + 6] * term[i] * scale;
        }
    }
    // A place on the horizon lies far away, not nowhere.
    constexpr double kLeastDepth = 1e-9;
    const double depth = plane_[6] * u + plane_[7] * v + 1;
    const double nearness = 1 / (std::abs(depth) < kLeastDepth ? kLeastDepth : depth);
    return {(plane_[0] * u + plane_[1] * v + plane_[2]) * nearness + origin_.x,
            (plane_[3] * u + plane_[4] * v + plane_[5]) * nearness + origin_.y};
}

double QrWarp::module_pixels() const {
    const QrSpot middle = pixel({side_ / 2, side_ / 2});
    const QrSpot right = pixel({side_ / 2 + 1, side_ / 2});
    const QrSpot below = pixel({side_ / 2, side_ / 2 + 1});
    return (std::hypot(right.x - middle.x, right.y - middle.y) +
            std::hypot(below.x - middle.x, below.y - middle.y)) /
           2;
}

void QrWarp::bend(const Bend& by) {
    is_bent_ = true;
    for (std::size_t i = 0; i < by.size(); ++i) bend_[i] += by[i];
}

}  // namespace motlan
