// Draws on a sheet of paper: letters of Noto, lines, round stamps, signatures. Lengths in mm.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "kiosk/core/image.h"
#include "tests/bench/page_dice.h"

namespace motlan::testing {

using Ink = std::array<std::uint8_t, 3>;

/// A place on the sheet, from its upper left corner.
struct Spot2 {
    double x = 0;
    double y = 0;
};

struct Script {
    std::string face = "NotoSerif-Regular";  ///< a file of fonts-noto-core, without its ending
    double points = 12;
    Ink ink{30, 30, 32};
    double spacing = 1.35;  ///< of lines, in heights of the letters
};

class Pen {
public:
    /// An empty sheet.
    Pen(double width_mm, double height_mm, int dpi, const Ink& paper);
    ~Pen();
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;

    /// One line; returns where it ends. `base` is where the base line begins.
    double write(const Script& script, Spot2 base, std::string_view text);
    [[nodiscard]] double width_of(const Script& script, std::string_view text);
    void write_middle(const Script& script, Spot2 middle, std::string_view text);
    /// Lines broken between words; returns the base line below the last one.
    double paragraph(const Script& script, Spot2 base, double width, std::string_view text);
    void line(Spot2 from, Spot2 to, double thick, const Ink& ink);
    void box(Spot2 corner, double width, double height, const Ink& ink);
    void ring(Spot2 middle, double radius, double thick, const Ink& ink);
    /// A round red stamp with its words around a star, a little uneven.
    void stamp(Spot2 middle, double radius, PageDice& dice);
    void signature(Spot2 left, double width, const Ink& ink, PageDice& dice);

    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double height() const { return height_; }
    [[nodiscard]] double bottom() const { return height_ - 15; }
    [[nodiscard]] Image take() { return std::move(picture_); }
    /// What was written, line by line.
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    struct Faces;
    void blend(int x, int y, const Ink& ink, double share);
    void star(Spot2 middle, double radius, const Ink& ink);
    void letters_around(Spot2 middle, double radius, const Ink& ink, std::string_view text);

    double width_;
    double height_;
    double scale_;  ///< pixels per mm
    Image picture_;
    std::string text_;
    std::unique_ptr<Faces> faces_;
};

/// The height of a small letter (x) in mm; Noto's are 0.536 of the letters' size.
[[nodiscard]] constexpr double letter_height(const Script& script) {
    return script.points * 25.4 / 72 * 0.536;
}

}  // namespace motlan::testing
