#include "kiosk/care/colour_difference.h"

#include <cmath>

namespace motlan {
namespace {

using Triple = std::array<double, 3>;

/// IEC 61966-2-1:1999, 5.2.
double linear(double value) {
    const double share = value / 255;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

/// CIE 15:2004, 8.2.1.1.
double stretched(double share) {
    constexpr double kBend = 6.0 / 29;
    return share > kBend * kBend * kBend ? std::cbrt(share)
                                         : share / (3 * kBend * kBend) + 4.0 / 29;
}

Triple lab_of(const Triple& colour) {
    const double r = linear(colour[0]);
    const double g = linear(colour[1]);
    const double b = linear(colour[2]);
    // sRGB's matrix, each row by its white point.
    const double x = stretched((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = stretched(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = stretched((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.0890);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

}  // namespace

double colour_difference(const std::array<double, 3>& one,
                         const std::array<std::uint8_t, 3>& other) {
    const Triple first = lab_of(one);
    const Triple second = lab_of({static_cast<double>(other[0]), static_cast<double>(other[1]),
                                  static_cast<double>(other[2])});
    return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

}  // namespace motlan
