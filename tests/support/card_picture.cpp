#include "tests/support/card_picture.h"

#include <qrencode.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <utility>

#include "kiosk/core/expects.h"

namespace motlan::testing {
namespace {

constexpr int kPixelsPerMm = kCardPixelsPerMm;
constexpr std::uint8_t kPaper = 235;
constexpr std::uint8_t kInk = 38;
constexpr std::uint8_t kWall = 120;

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, Free>;

Code code_of(std::string_view payload, CodeLevel level = CodeLevel::M) {
    Code code(QRcode_encodeData(static_cast<int>(payload.size()),
                                reinterpret_cast<const unsigned char*>(payload.data()), 0,
                                static_cast<QRecLevel>(level)));
    expects(code != nullptr);
    return code;
}

bool is_dark(const QRcode& code, int x, int y) {
    if (x < 0 || y < 0 || x >= code.width || y >= code.width) return false;
    return (code.data[y * code.width + x] & 1) != 0;
}

// Whether there is ink at a place given in modules, which spreads into squares.
bool is_inked(const QRcode& code, double x, double y, double spread) {
    const double reach = std::abs(spread);
    for (const auto& [dx, dy] : {std::pair{-1, -1}, {-1, 1}, {1, -1}, {1, 1}}) {
        const bool dark = is_dark(code, static_cast<int>(std::floor(x + dx * reach)),
                                  static_cast<int>(std::floor(y + dy * reach)));
        if (dark == (spread > 0)) return dark;
    }
    return spread <= 0;
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
void draw_code_in(Image& card, const QRcode& code, const Area& area, const PrintedCode& print) {
    const double modules = code.width + 2 * print.quiet_modules;
    for (int y = 0; y < area.height; ++y) {
        for (int x = 0; x < area.width; ++x) {
            const double column = (x + 0.5) * modules / area.width - print.quiet_modules;
            const double row = (y + 0.5) * modules / area.height - print.quiet_modules;
            at(card, area.left + x, area.top + y) =
                is_inked(code, column, row, print.ink_spread) ? kInk : kPaper;
        }
    }
}

// Where the code and its quiet zone lie: 1.5 mm from the top, 84 mm from the left at its right.
struct Square {
    double left_mm = 0;
    double top_mm = 0;
    double side_mm = 0;
};

Square square_of(const QRcode& code, const PrintedCode& print) {
    const double side = print.side_mm * (code.width + 2 * print.quiet_modules) / code.width;
    return {84 - side, 1.5, side};
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

Image draw_card(std::string_view payload, const PrintedCode& print) {
    Image card(static_cast<int>(85.6 * kPixelsPerMm), static_cast<int>(53.98 * kPixelsPerMm),
               PixelFormat::Grey);
    draw_pattern(card);
    fill(card, millimetres(4, 20, 20, 27), 150);
    for (int line = 0; line < 7; ++line) {
        fill(card, millimetres(28, 20 + line * 4.4, 44 - (line * 7) % 20, 1.6), kInk);
    }
    fill(card, millimetres(28, 6, 34, 3), kInk);
    const Code code = code_of(payload, print.level);
    const Square square = square_of(*code, print);
    draw_code_in(card, *code,
                 millimetres(square.left_mm, square.top_mm, square.side_mm, square.side_mm), print);
    return card;
}

CodePlace place_of_code(std::string_view payload, const PrintedCode& print) {
    const Code code = code_of(payload, print.level);
    const Square square = square_of(*code, print);
    return {square.left_mm + square.side_mm / 2, square.top_mm + square.side_mm / 2, code->width};
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
    const PrintedCode print;
    const int side = (code->width + 2 * print.quiet_modules) * module;
    Image image(side, side, PixelFormat::Grey);
    draw_code_in(image, *code, {0, 0, side, side}, print);
    return image;
}

}  // namespace motlan::testing
