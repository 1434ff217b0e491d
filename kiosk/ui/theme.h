// How everything looks: colours by role, sizes in tenths of millimetres turned into pixels once.
// Colours and contrast ratios: ux 3.3; sizes: ux 3.1, 3.2 and 3.4. Never knows a screen.
#pragma once

#include <cstdint>

#include "kiosk/flow/state.h"
#include "kiosk/ui/geometry.h"

namespace motlan {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;

    /// 0xRRGGBB.
    static constexpr Colour hex(std::uint32_t rgb) {
        return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>(rgb >> 8U),
                static_cast<std::uint8_t>(rgb), 255};
    }
    [[nodiscard]] constexpr Colour faded(std::uint8_t alpha) const { return {r, g, b, alpha}; }
    bool operator==(const Colour&) const = default;
};

/// Contrast of two opaque colours (WCAG 2.2, "contrast ratio"), 1 to 21.
[[nodiscard]] double contrast(Colour one, Colour other);

/// A quiet ground with the ink that is readable on it.
struct Tint {
    Colour ground;
    Colour ink;
    Colour line;  ///< border and icon, at least 3:1 on the ground
};

struct Palette {
    Colour background, surface, ink, ink_soft, outline, hairline;
    Colour primary, primary_pressed, on_primary;
    Colour accent, on_accent;
    Colour disabled_ground, disabled_ink;
    Colour focus_outer, focus_inner;
    Colour helper, on_helper;  ///< frame and header while staff have the kiosk
    Tint ok, warn, error, note, still;
    bool has_shadows = true;
    int border_dp = 2;  ///< of cards and buttons
};

enum class TextRole : std::uint8_t { Caption, Body, Button, Heading2, Heading1, Display };
enum class Weight : std::uint8_t { Regular, Bold };

/// One face at one size: `em` in pixels.
struct Font {
    Weight weight = Weight::Regular;
    int em = 16;
    auto operator<=>(const Font&) const = default;
};

/// The glass: its pixels and how many of them are a millimetre.
struct Panel {
    int width = 1080;
    int height = 1920;
    double px_per_mm = 4.034;  ///< 21.5 inches (ux 3.1)

    [[nodiscard]] bool is_portrait() const { return height > width; }
    bool operator==(const Panel&) const = default;
};

class Theme {
public:
    Theme(const Panel& panel, const Comfort& comfort);

    [[nodiscard]] const Panel& panel() const { return panel_; }
    [[nodiscard]] const Palette& colours() const { return palette_; }
    [[nodiscard]] TextSize size() const { return size_; }
    [[nodiscard]] bool is_portrait() const { return panel_.is_portrait(); }
    /// Quarter millimetres to pixels (ux 3.1: 1 dp = 0.25 mm).
    [[nodiscard]] int dp(int quarters) const;
    [[nodiscard]] Font font(TextRole role, Weight weight) const;
    /// From one line of text to the next, in pixels.
    [[nodiscard]] int line_height(TextRole role) const;
    /// Height of a capital letter in millimetres.
    [[nodiscard]] double cap_mm(TextRole role) const;

private:
    Panel panel_;
    TextSize size_;
    Palette palette_;
};

}  // namespace motlan
