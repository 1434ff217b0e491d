#include "tests/bench/qr_camera.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <random>

#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/picture_file.h"
#include "tests/bench/qr_light.h"

namespace motlan::testing {
namespace {

constexpr double kFocalPixels = 1600;

using Vector = std::array<double, 3>;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

// Turned about the line in the card's plane that has the given direction (Rodrigues' formula).
Vector tilted(const Vector& v, double axis, double angle) {
    const Vector k{std::cos(axis), std::sin(axis), 0};
    const double along = (k[0] * v[0] + k[1] * v[1]) * (1 - std::cos(angle));
    return {v[0] * std::cos(angle) + k[1] * v[2] * std::sin(angle) + k[0] * along,
            v[1] * std::cos(angle) - k[0] * v[2] * std::sin(angle) + k[1] * along,
            v[2] * std::cos(angle) + (k[0] * v[1] - k[1] * v[0]) * std::sin(angle)};
}

double dot(const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

// Where a ray of the camera meets the card, in millimetres from the code's middle.
class Lens {
public:
    Lens(const Scene& scene, double pixels_per_mm)
        : distance_(kFocalPixels / pixels_per_mm), radius_(scene.bend_radius) {
        const double axis = radians(scene.tilt_axis);
        const double tilt = radians(scene.tilt);
        const double turn = radians(scene.turn);
        right_ = tilted({std::cos(turn), std::sin(turn), 0}, axis, tilt);
        down_ = tilted({-std::sin(turn), std::cos(turn), 0}, axis, tilt);
        normal_ = tilted({0, 0, 1}, axis, tilt);
    }

    [[nodiscard]] std::array<double, 2> meet(double x, double y) const {
        const Vector ray{x / kFocalPixels, y / kFocalPixels, 1};
        double depth = 0;
        double across = 0;
        double down = 0;
        // A bent card lies a little deeper the farther it is from its middle.
        for (int i = 0; i < (radius_ > 0 ? 3 : 1); ++i) {
            const double reach = (distance_ * normal_[2] + depth) / dot(ray, normal_);
            const Vector place{ray[0] * reach, ray[1] * reach, ray[2] * reach - distance_};
            across = dot(place, right_);
            down = dot(place, down_);
            if (radius_ > 0) depth = across * across / (2 * radius_);
        }
        if (radius_ > 0) across = radius_ * std::asin(std::clamp(across / radius_, -1.0, 1.0));
        return {across, down};
    }

private:
    double distance_;
    double radius_;
    Vector right_{};
    Vector down_{};
    Vector normal_{};
};

// Nothing beside the card.
std::optional<float> level_at(const Image& card, double x, double y) {
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    if (left < 0 || top < 0 || left + 1 >= card.width || top + 1 >= card.height)
        return std::nullopt;
    const auto wide = static_cast<std::size_t>(card.width);
    const std::uint8_t* at =
        card.pixels.data() + static_cast<std::size_t>(top) * wide + static_cast<std::size_t>(left);
    const auto across = static_cast<float>(x - left);
    const auto down = static_cast<float>(y - top);
    const float upper = std::lerp(float(at[0]), float(at[1]), across);
    return std::lerp(upper, std::lerp(float(at[wide]), float(at[wide + 1]), across), down);
}

LightPicture seen_through_lens(const Image& card, const Scene& scene, const Image& behind) {
    const CodePlace code = place_of_code(scene.payload, scene.print);
    const double per_mm = scene.module_pixels * code.modules / scene.print.side_mm;
    const Lens lens(scene, per_mm);
    LightPicture picture(scene.frame_width, scene.frame_height);
    float* to = picture.levels.data();
    const std::uint8_t* wall = behind.pixels.data();
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x, ++wall) {
            float sum = 0;
            for (int part = 0; part < 4; ++part) {
                const int right = part % 2;
                const int below = part / 2;
                const auto [across, down] =
                    lens.meet(x + 0.25 + 0.5 * right - picture.width / 2.0 - scene.shift_x,
                              y + 0.25 + 0.5 * below - picture.height / 2.0 - scene.shift_y);
                sum += level_at(card, (across + code.centre_x_mm) * kCardPixelsPerMm - 0.5,
                                (down + code.centre_y_mm) * kCardPixelsPerMm - 0.5)
                           .value_or(*wall);
            }
            *to++ = sum / 4;
        }
    }
    return picture;
}

void paint_disc(Image& card, double x, double y, double radius, std::uint8_t level) {
    for (int row = static_cast<int>(y - radius); row <= static_cast<int>(y + radius + 1); ++row) {
        for (int at = static_cast<int>(x - radius); at <= static_cast<int>(x + radius + 1); ++at) {
            if (at < 0 || row < 0 || at >= card.width || row >= card.height) continue;
            if (std::hypot(at - x, row - y) > radius) continue;
            card.pixels[static_cast<std::size_t>(row) * static_cast<std::size_t>(card.width) +
                        static_cast<std::size_t>(at)] = level;
        }
    }
}

// Lines of 0.08 to 0.35 mm and half as many spots of 0.4 to 1.6 mm (capture design 8).
void scratch(Image& card, const Scene& scene) {
    std::mt19937_64 random(scene.seed + 77);
    const auto within = [&random](double least, double most) {
        return std::uniform_real_distribution<double>(least, most)(random);
    };
    const auto level = [&random] {
        return static_cast<std::uint8_t>(random() % 2 == 0 ? 70 : 225);
    };
    const CodePlace code = place_of_code(scene.payload, scene.print);
    const double reach = scene.print.side_mm / 2;
    for (int i = 0; i < scene.scratches + scene.scratches / 2; ++i) {
        const double x = code.centre_x_mm + within(-reach, reach);
        const double y = code.centre_y_mm + within(-reach, reach);
        const bool is_line = i < scene.scratches;
        const double radius = is_line ? within(0.04, 0.175) : within(0.2, 0.8);
        const double turn = within(0, 2 * std::numbers::pi);
        const double length = is_line ? within(0.1, 0.7) * reach : 0;
        const std::uint8_t ink = level();
        for (double along = -length; along <= length; along += 0.03) {
            paint_disc(card, (x + along * std::cos(turn)) * kCardPixelsPerMm,
                       (y + along * std::sin(turn)) * kCardPixelsPerMm, radius * kCardPixelsPerMm,
                       ink);
        }
    }
}

}  // namespace

Image printed_card(const Scene& scene) {
    Image card = draw_card(scene.payload, scene.print);
    scratch(card, scene);
    return card;
}

Image photograph(const Image& card, const Scene& scene) {
    return photograph(card, scene,
                      draw_wall(Wall::Plain, 0, scene.frame_width, scene.frame_height));
}

Image photograph(const Image& card, const Scene& scene, const Image& behind) {
    LightPicture picture = seen_through_lens(card, scene, behind);
    soften(picture, scene.blur * scene.module_pixels);
    drag(picture, scene.motion * scene.module_pixels, radians(scene.motion_turn));
    light(picture, scene);
    const Image sensed = sense(picture, scene);
    const Bytes file = encode_jpeg(sensed.view(), scene.quality).value();
    return decode_picture({.coding = PictureCoding::Jpeg, .bytes = file}, {}).value();
}

}  // namespace motlan::testing
