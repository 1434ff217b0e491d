#include "tests/support/card_picture.h"

#include <qrencode.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "kiosk/core/expects.h"

namespace motlan::testing {
namespace {

constexpr int kPixelsPerMm = 24;
constexpr std::uint8_t kPaper = 235;
constexpr std::uint8_t kInk = 38;
constexpr std::uint8_t kWall = 120;
constexpr int kQuietModules = 4;

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, Free>;

Code code_of(std::string_view payload) {
    Code code(QRcode_encodeData(static_cast<int>(payload.size()),
                                reinterpret_cast<const unsigned char*>(payload.data()), 0,
                                QR_ECLEVEL_M));
    expects(code != nullptr);
    return code;
}

bool is_dark(const QRcode& code, int x, int y) {
    if (x < 0 || y < 0 || x >= code.width || y >= code.width) return false;
    return (code.data[y * code.width + x] & 1) != 0;
}

struct Area {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

Area millimetres(double left, double top, double width, double height) {
    const auto pixels = [](double mm) { return static_cast<int>(mm * kPixelsPerMm); };
    return {pixels(left), pixels(top), pixels(width), pixels(height)};
}

std::uint8_t& at(Image& image, int x, int y) {
    return image
        .pixels[static_cast<std::size_t>(y) * image.view().stride() + static_cast<std::size_t>(x)];
}

void fill(Image& image, const Area& area, std::uint8_t level) {
    for (int y = area.top; y < area.top + area.height; ++y) {
        for (int x = area.left; x < area.left + area.width; ++x) at(image, x, y) = level;
    }
}

void draw_pattern(Image& card) {
    for (int y = 0; y < card.height; ++y) {
        for (int x = 0; x < card.width; ++x) {
            const double wave = std::sin(x / 37.0) * std::cos((x + y) / 53.0);
            at(card, x, y) = static_cast<std::uint8_t>(kPaper - 6 + 6 * wave);
        }
    }
}

// The code fills the area, quiet zone and all.
void draw_code_in(Image& card, const QRcode& code, const Area& area) {
    const int modules = code.width + 2 * kQuietModules;
    for (int y = 0; y < area.height; ++y) {
        for (int x = 0; x < area.width; ++x) {
            const int column = x * modules / area.width - kQuietModules;
            const int row = y * modules / area.height - kQuietModules;
            at(card, area.left + x, area.top + y) = is_dark(code, column, row) ? kInk : kPaper;
        }
    }
}

// The card's level at a place given in pixels of the card; the wall's outside.
double level_at(const Image& card, double x, double y) {
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    if (left < 0 || top < 0 || left + 1 >= card.width || top + 1 >= card.height) return kWall;
    const ImageView view = card.view();
    const auto pixel = [&](int column, int row) {
        return double(view.row(row)[static_cast<std::size_t>(column)]);
    };
    const double upper = std::lerp(pixel(left, top), pixel(left + 1, top), x - left);
    const double lower = std::lerp(pixel(left, top + 1), pixel(left + 1, top + 1), x - left);
    return std::lerp(upper, lower, y - top);
}

// A camera's pixel gathers the light of its whole area: the mean of 3 by 3 places in it.
double light_at(const Image& card, const HeldCard& held, double x, double y) {
    const double angle = held.turn_degrees * std::numbers::pi / 180;
    const double scale = kPixelsPerMm / held.pixels_per_mm;
    double sum = 0;
    for (int i = 0; i < 9; ++i) {
        const int across = i % 3;
        const int down = i / 3;
        const double dx = x + (across - 1) / 3.0 - held.frame_width / 2.0;
        const double dy = y + (down - 1) / 3.0 - held.frame_height / 2.0;
        sum +=
            level_at(card, (dx * std::cos(angle) + dy * std::sin(angle)) * scale + card.width / 2.0,
                     (dy * std::cos(angle) - dx * std::sin(angle)) * scale + card.height / 2.0);
    }
    return sum / 9;
}

}  // namespace

Image draw_card(std::string_view payload) {
    Image card(static_cast<int>(85.6 * kPixelsPerMm), static_cast<int>(53.98 * kPixelsPerMm),
               PixelFormat::Grey);
    draw_pattern(card);
    fill(card, millimetres(4, 20, 20, 27), 150);
    for (int line = 0; line < 7; ++line) {
        fill(card, millimetres(28, 20 + line * 4.4, 44 - (line * 7) % 20, 1.6), kInk);
    }
    fill(card, millimetres(28, 6, 34, 3), kInk);
    const Code code = code_of(payload);
    // 13 mm for the modules; the quiet zone comes on top.
    const double side = 13.0 * (code->width + 2 * kQuietModules) / code->width;
    draw_code_in(card, *code, millimetres(84 - side, 1.5, side, side));
    return card;
}

Image draw_held_card(const Image& card, const HeldCard& held) {
    Image frame(held.frame_width, held.frame_height, PixelFormat::Rgb);
    std::uint8_t* to = frame.pixels.data();
    for (int y = 0; y < frame.height; ++y) {
        for (int x = 0; x < frame.width; ++x) {
            const auto level = static_cast<std::uint8_t>(std::lround(light_at(card, held, x, y)));
            to = std::fill_n(to, 3, level);
        }
    }
    return frame;
}

Image draw_code(std::string_view payload, int module) {
    const Code code = code_of(payload);
    const int side = (code->width + 2 * kQuietModules) * module;
    Image image(side, side, PixelFormat::Grey);
    draw_code_in(image, *code, {0, 0, side, side});
    return image;
}

}  // namespace motlan::testing
