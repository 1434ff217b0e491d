#include "tests/bench/page_pen.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <cmath>
#include <format>
#include <map>
#include <numbers>

#include "kiosk/core/expects.h"
#include "kiosk/core/utf8.h"

namespace motlan::testing {
namespace {

constexpr double kPointMm = 25.4 / 72;
constexpr std::string_view kFontFolder = "/usr/share/fonts/truetype/noto";

}  // namespace

struct Pen::Faces {
    Faces() { expects(FT_Init_FreeType(&library) == 0); }
    Faces(const Faces&) = delete;
    Faces& operator=(const Faces&) = delete;
    ~Faces() { FT_Done_FreeType(library); }

    FT_Face sized(const Script& script, double pixels_per_mm) {
        FT_Face& face = faces[script.face];
        if (face == nullptr) {
            const std::string path = std::format("{}/{}.ttf", kFontFolder, script.face);
            expects(FT_New_Face(library, path.c_str(), 0, &face) == 0);
        }
        const double pixels = script.points * kPointMm * pixels_per_mm;
        FT_Set_Char_Size(face, 0, std::lround(pixels * 64), 72, 72);
        return face;
    }

    FT_Library library = nullptr;
    std::map<std::string, FT_Face> faces;
};

Pen::Pen(double width_mm, double height_mm, int dpi, const Ink& paper)
    : width_(width_mm),
      height_(height_mm),
      scale_(dpi / 25.4),
      picture_(static_cast<int>(std::lround(width_mm * scale_)),
               static_cast<int>(std::lround(height_mm * scale_)), PixelFormat::Rgb),
      faces_(std::make_unique<Faces>()) {
    for (std::size_t i = 0; i < picture_.pixels.size(); ++i) picture_.pixels[i] = paper[i % 3];
}

Pen::~Pen() = default;

void Pen::blend(int x, int y, const Ink& ink, double share) {
    if (x < 0 || y < 0 || x >= picture_.width || y >= picture_.height) return;
    std::uint8_t* at = picture_.pixels.data() + (std::ptrdiff_t{y} * picture_.width + x) * 3;
    for (std::size_t i = 0; i < 3; ++i) {
        at[i] = static_cast<std::uint8_t>(
            std::lerp(double(at[i]), double(std::min(at[i], ink[i])), share));
    }
}

double Pen::write(const Script& script, Spot2 base, std::string_view text) {
    FT_Face face = faces_->sized(script, scale_);
    double x = base.x * scale_;
    for (const char32_t letter : to_letters(text)) {
        FT_Vector shift{std::lround((x - std::floor(x)) * 64), 0};
        FT_Set_Transform(face, nullptr, &shift);
        if (FT_Load_Char(face, letter, FT_LOAD_RENDER | FT_LOAD_NO_HINTING) != 0) continue;
        const FT_GlyphSlot slot = face->glyph;
        for (unsigned row = 0; row < slot->bitmap.rows; ++row) {
            for (unsigned column = 0; column < slot->bitmap.width; ++column) {
                const unsigned char ink =
                    slot->bitmap.buffer[row * static_cast<unsigned>(slot->bitmap.pitch) + column];
                if (ink == 0) continue;
                blend(static_cast<int>(x) + slot->bitmap_left + static_cast<int>(column),
                      static_cast<int>(std::lround(base.y * scale_)) - slot->bitmap_top +
                          static_cast<int>(row),
                      script.ink, ink / 255.0);
            }
        }
        x += static_cast<double>(slot->advance.x) / 64;
    }
    text_ += std::string(text) + "\n";
    return x / scale_;
}

double Pen::width_of(const Script& script, std::string_view text) {
    FT_Face face = faces_->sized(script, scale_);
    FT_Set_Transform(face, nullptr, nullptr);
    double width = 0;
    for (const char32_t letter : to_letters(text)) {
        if (FT_Load_Char(face, letter, FT_LOAD_NO_HINTING) != 0) continue;
        width += static_cast<double>(face->glyph->advance.x) / 64;
    }
    return width / scale_;
}

void Pen::write_middle(const Script& script, Spot2 middle, std::string_view text) {
    write(script, {middle.x - width_of(script, text) / 2, middle.y}, text);
}

double Pen::paragraph(const Script& script, Spot2 base, double width, std::string_view text) {
    const double step = script.points * kPointMm * script.spacing;
    const double blank = width_of(script, " ");
    std::string line;
    double used = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        const double wide = width_of(script, word);
        if (!line.empty() && used + blank + wide > width) {
            write(script, base, line);
            base.y += step;
            line.clear();
            used = 0;
        }
        if (!line.empty()) line += ' ';
        line += word;
        used += wide + (used > 0 ? blank : 0);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    write(script, base, line);
    return base.y + step;
}

void Pen::line(Spot2 from, Spot2 to, double thick, const Ink& ink) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const double reach = thick / 2 + 1 / scale_;
    const auto pixel = [&](double mm) { return static_cast<int>(std::floor(mm * scale_)); };
    for (int y = pixel(std::min(from.y, to.y) - reach); y <= pixel(std::max(from.y, to.y) + reach);
         ++y) {
        for (int x = pixel(std::min(from.x, to.x) - reach);
             x <= pixel(std::max(from.x, to.x) + reach); ++x) {
            const Spot2 at{(x + 0.5) / scale_ - from.x, (y + 0.5) / scale_ - from.y};
            const double along =
                length > 0 ? std::clamp((at.x * (to.x - from.x) + at.y * (to.y - from.y)) / length,
                                        0.0, length)
                           : 0;
            const double share = length > 0 ? along / length : 0;
            const double away =
                std::hypot(at.x - share * (to.x - from.x), at.y - share * (to.y - from.y));
            const double cover = (thick / 2 - away) * scale_ + 0.5;
            if (cover > 0) blend(x, y, ink, std::min(cover, 1.0));
        }
    }
}

void Pen::box(Spot2 corner, double width, double height, const Ink& ink) {
    const auto pixel = [&](double mm) { return static_cast<int>(std::lround(mm * scale_)); };
    for (int y = pixel(corner.y); y < pixel(corner.y + height); ++y) {
        for (int x = pixel(corner.x); x < pixel(corner.x + width); ++x) blend(x, y, ink, 1);
    }
}

void Pen::ring(Spot2 middle, double radius, double thick, const Ink& ink) {
    const int reach = static_cast<int>((radius + thick) * scale_) + 2;
    const int left = static_cast<int>(middle.x * scale_);
    const int top = static_cast<int>(middle.y * scale_);
    for (int y = top - reach; y <= top + reach; ++y) {
        for (int x = left - reach; x <= left + reach; ++x) {
            const double away =
                std::hypot((x + 0.5) / scale_ - middle.x, (y + 0.5) / scale_ - middle.y);
            const double cover = (thick / 2 - std::abs(away - radius)) * scale_ + 0.5;
            if (cover > 0) blend(x, y, ink, std::min(cover, 0.9));
        }
    }
}

void Pen::star(Spot2 middle, double radius, const Ink& ink) {
    const int reach = static_cast<int>(radius * scale_) + 1;
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) {
            const double angle = std::atan2(x, -y);
            const double fifth = 2 * std::numbers::pi / 5;
            const double inside = std::abs(angle - fifth * std::round(angle / fifth));
            const double edge = radius * std::cos(2 * fifth / 2) / std::cos(2 * fifth / 2 - inside);
            if (std::hypot(x, y) / scale_ > std::abs(edge)) continue;
            blend(static_cast<int>(middle.x * scale_) + x, static_cast<int>(middle.y * scale_) + y,
                  ink, 0.9);
        }
    }
}

void Pen::letters_around(Spot2 middle, double radius, const Ink& ink, std::string_view text) {
    const Script script{.face = "NotoSans-Bold", .points = 7.5, .ink = ink};
    const auto letters = to_letters(text);
    const double step = 1.6 * std::numbers::pi / static_cast<double>(letters.size());
    double angle = -0.8 * std::numbers::pi;
    for (const char32_t letter : letters) {
        const Spot2 at{middle.x + radius * std::sin(angle) - 0.8,
                       middle.y - radius * std::cos(angle) + 0.9};
        const std::string before = text_;
        write(script, at, from_letters({&letter, 1}));
        text_ = before;
        angle += step;
    }
}

void Pen::stamp(Spot2 middle, double radius, PageDice& dice) {
    const Ink red{static_cast<std::uint8_t>(190 + dice.below(40)),
                  static_cast<std::uint8_t>(30 + dice.below(40)),
                  static_cast<std::uint8_t>(40 + dice.below(40))};
    ring(middle, radius, 0.9, red);
    ring(middle, radius * 0.93, 0.35, red);
    ring(middle, radius * 0.62, 0.35, red);
    star(middle, radius * 0.42, red);
    letters_around(middle, radius * 0.77, red, "ỦY BAN NHÂN DÂN XÃ VÍ DỤ - TỈNH MẪU");
}

void Pen::signature(Spot2 left, double width, const Ink& ink, PageDice& dice) {
    Spot2 from = left;
    const double waves = dice.within(3, 7);
    const double high = width * dice.within(0.12, 0.3);
    const double drift = dice.within(-0.3, 0.05);
    for (int i = 1; i <= 160; ++i) {
        const double t = i / 160.0;
        const double bend = std::sin(t * waves * 2 * std::numbers::pi);
        const Spot2 to{left.x + width * (t + 0.06 * std::cos(t * waves * 2 * std::numbers::pi)),
                       left.y + drift * width * t +
                           high * bend * std::sin(std::numbers::pi * std::min(1.0, t + 0.2))};
        line(from, to, 0.45, ink);
        from = to;
    }
}

}  // namespace motlan::testing
