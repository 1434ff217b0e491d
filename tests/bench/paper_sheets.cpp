// Writes invented papers as an office scanner would hand them over, every second one in the light
// under which a phone is held ("phone-01"), each with what stands on it:
// NAME.png, the same as NAME.ppm, NAME.txt, and a line "NAME angle turn" on standard output; of an
// office's scan also NAME.grey.png, as a scanner in grey would hand it over.
// A third as many more ("aslant-00") hold numbers written across the lines, which a recogniser of
// straight lines passes over: NAME.txt has one to a line.
//
//     bench_paper_sheets FOLDER COUNT SEED
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <print>
#include <span>
#include <string>
#include <vector>

#include "kiosk/core/file.h"
#include "kiosk/core/png.h"
#include "kiosk/imaging/colour.h"
#include "tests/bench/page_dice.h"
#include "tests/bench/page_pen.h"
#include "tests/bench/page_sheet.h"
#include "tests/bench/paper_letter.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr double kPi = 3.14159265358979;

struct Scan {
    double angle = 0;  ///< degrees, clockwise
    int turn = 0;      ///< quarters, clockwise
    bool is_phone = false;
};

Image turned(const Image& page, int quarters) {
    if (quarters == 0) return page;
    Image out(page.height, page.width, PixelFormat::Rgb);
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x) {
            const auto from = static_cast<std::size_t>(y * page.width + x) * 3;
            const auto to = static_cast<std::size_t>(x * out.width + (page.height - 1 - y)) * 3;
            std::copy_n(page.pixels.begin() + std::ptrdiff_t(from), 3,
                        out.pixels.begin() + std::ptrdiff_t(to));
        }
    }
    return turned(out, quarters - 1);
}

// Turned about its middle, white beyond the edges, by linear interpolation.
Image skewed(const Image& page, double degrees) {
    Image out(page.width, page.height, PixelFormat::Rgb);
    const double cosine = std::cos(degrees * kPi / 180);
    const double sine = std::sin(degrees * kPi / 180);
    const double middle_x = page.width / 2.0;
    const double middle_y = page.height / 2.0;
    std::size_t to = 0;
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x, to += 3) {
            const double u = cosine * (x - middle_x) + sine * (y - middle_y) + middle_x;
            const double v = -sine * (x - middle_x) + cosine * (y - middle_y) + middle_y;
            const int left = static_cast<int>(std::floor(u));
            const int top = static_cast<int>(std::floor(v));
            if (left < 0 || top < 0 || left + 1 >= page.width || top + 1 >= page.height) {
                std::fill_n(out.pixels.begin() + std::ptrdiff_t(to), 3, std::uint8_t{250});
                continue;
            }
            const std::size_t at = static_cast<std::size_t>(top * page.width + left) * 3;
            const std::size_t below = at + static_cast<std::size_t>(page.width) * 3;
            for (std::size_t c = 0; c < 3; ++c) {
                const double upper =
                    std::lerp(page.pixels[at + c], page.pixels[at + 3 + c], u - left);
                const double lower =
                    std::lerp(page.pixels[below + c], page.pixels[below + 3 + c], u - left);
                out.pixels[to + c] =
                    static_cast<std::uint8_t>(std::lround(std::lerp(upper, lower, v - top)));
            }
        }
    }
    return out;
}

// Noise of sigma 5 with a texture of sigma 3 over four pixels, and edges a tenth darker
// (capture design 8).
void grain(Image& page, PageDice& dice) {
    std::array<double, 4096> bell{};
    for (double& value : bell) {
        for (int i = 0; i < 12; ++i) value += dice.within(-0.5, 0.5);
    }
    std::vector<double> texture(static_cast<std::size_t>(page.width / 4 + 1) *
                                static_cast<std::size_t>(page.height / 4 + 1));
    for (double& value : texture) value = 3 * bell[static_cast<std::size_t>(dice.below(4096))];
    std::size_t at = 0;
    std::uint32_t walk = 1;
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x) {
            const double shade = 1 - 0.1 * std::abs(x - page.width / 2.0) / (page.width / 2.0);
            const double woven =
                texture[static_cast<std::size_t>(y / 4 * (page.width / 4 + 1) + x / 4)];
            for (int c = 0; c < 3; ++c, ++at) {
                walk = walk * 1664525U + 1013904223U;
                const double value = page.pixels[at] * shade + woven + 5 * bell[walk >> 20U];
                page.pixels[at] = static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0));
            }
        }
    }
}

// A lamp to one side, the shadow of a hand, a warm colour: as bright as before in one place, a
// third of it in the darkest.
void phone_light(Image& page, PageDice& dice) {
    const double way = dice.within(0, 2 * kPi);
    const double shadow = dice.within(-0.3, 0.3);
    const double depth = dice.within(0.25, 0.45);
    const double across = std::hypot(page.width, page.height);
    const std::array<double, 3> tint{1.0, 0.95, 0.84};
    std::size_t at = 0;
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x) {
            const double along =
                (std::cos(way) * (x - page.width / 2.0) + std::sin(way) * (y - page.height / 2.0)) /
                across;
            const double edge = 1 / (1 + std::exp((along - shadow) * 60));
            const double light = (0.8 + 0.4 * along) * (1 - depth * edge);
            for (const double part : tint) {
                page.pixels[at] = static_cast<std::uint8_t>(page.pixels[at] * light * part);
                ++at;
            }
        }
    }
}

// Rows of numbers in the lower half of a short letter, on a note that lies across it.
Sheet draw_crossed_letter(PageDice& dice) {
    constexpr double kNoteSide = 110;
    constexpr double kNoteLeft = 50;
    constexpr double kNoteTop = 170;
    Sheet letter = draw_letter(dice, 60);
    letter.text.clear();
    Pen pen(kNoteSide, kNoteSide, letter.dpi, {255, 255, 255});
    for (double base = 38; base < 75; base += 7) {
        std::string row;
        for (int i = 0; i < 3; ++i) {
            const std::string number = std::format("{}", 100'000 + dice.below(900'000));
            row += (row.empty() ? "" : " ") + number;
            letter.text += number + "\n";
        }
        pen.write({.face = "NotoSans-Regular", .points = 13}, {30, base}, row);
    }
    const double across = dice.within(25, 90);
    const Image note = skewed(pen.take(), dice.chance(0.5) ? across : -across);
    const auto pixel = [&](double mm) { return static_cast<int>(mm * letter.dpi / 25.4); };
    for (int y = 0; y < note.height; ++y) {
        const ByteView from = note.view().row(y);
        const std::size_t at =
            static_cast<std::size_t>(pixel(kNoteTop) + y) * letter.picture.view().stride() +
            static_cast<std::size_t>(pixel(kNoteLeft)) * 3;
        for (std::size_t i = 0; i < from.size(); ++i) {
            letter.picture.pixels[at + i] = std::min(letter.picture.pixels[at + i], from[i]);
        }
    }
    return letter;
}

void keep(const std::filesystem::path& folder, const std::string& name, const Sheet& sheet,
          const Scan& scan, PageDice& dice) {
    Image page = turned(skewed(sheet.picture, scan.angle), scan.turn);
    if (scan.is_phone) phone_light(page, dice);
    grain(page, dice);
    Bytes plain = to_bytes(std::format("P6\n{} {}\n255\n", page.width, page.height));
    plain.insert(plain.end(), page.pixels.begin(), page.pixels.end());
    if (!write_file(folder / (name + ".png"), encode_png(page.view())) ||
        !write_file(folder / (name + ".ppm"), plain) ||
        !write_file(folder / (name + ".grey.png"),
                    encode_png(converted(page.view(), PixelFormat::Grey).view())) ||
        !write_file(folder / (name + ".txt"), to_bytes(sheet.text))) {
        std::println(stderr, "{} cannot be written", name);
        std::exit(EXIT_FAILURE);
    }
    std::println("{} {:.2f} {}", name, scan.angle, scan.turn * 90);
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) return EXIT_FAILURE;
    const std::filesystem::path folder = words[1];
    const int sheets = std::atoi(words[2]);
    const auto seed = static_cast<std::uint64_t>(std::atoll(words[3]));
    for (int i = 0; i < sheets; ++i) {
        PageDice dice(seed * 1000 + static_cast<std::uint64_t>(i));
        const Scan scan{
            .angle = i == 0 ? 0 : dice.within(-10, 10), .turn = i / 2 % 4, .is_phone = i % 2 == 1};
        const std::string_view kind = scan.is_phone ? "phone" : "letter";
        keep(folder, std::format("{}-{:02}", kind, i), draw_letter(dice), scan, dice);
    }
    for (int i = 0; i < (sheets + 2) / 3; ++i) {
        PageDice dice(seed * 1000 + 500 + static_cast<std::uint64_t>(i));
        const Scan scan{.angle = dice.within(-3, 3)};
        keep(folder, std::format("aslant-{:02}", i), draw_crossed_letter(dice), scan, dice);
    }
    return EXIT_SUCCESS;
}
