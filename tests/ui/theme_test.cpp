// Sizes that are millimetres on every panel, and colours that are told apart.
#include <array>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/theme.h"
#include "kiosk/ui/typeface.h"

namespace motlan {
namespace {

/// Pixels and pixels a millimetre of the panels in ux 3.1: 15.6, 21.5, 23.8, 27 and 32 inches.
constexpr std::array<Panel, 5> kPanels{{{1080, 1920, 5.560},
                                        {1080, 1920, 4.034},
                                        {1080, 1920, 3.644},
                                        {1080, 1920, 3.212},
                                        {1080, 1920, 2.710}}};
constexpr std::array kSizes{TextSize::Normal, TextSize::Medium, TextSize::Large,
                            TextSize::ExtraLarge};
constexpr std::array kThemes{ColourTheme::Light, ColourTheme::Dark, ColourTheme::HighContrast};

/// The smallest letters must cover 0.7 degrees (EN 301 549, 5.1.4) from so far, in millimetres.
constexpr std::array kDistances{400.0, 500.0, 600.0, 650.0};
constexpr double kTangent = 0.012217;  // of 0.7 degrees

}  // namespace

TEST_CASE("a capital letter is as many millimetres high on every panel", "[ui]") {
    const auto typeface = Typeface::open(kFontFolder);
    REQUIRE(typeface.has_value());
    for (const Panel& panel : kPanels) {
        for (const TextSize size : kSizes) {
            const Theme theme(panel, {.size = size});
            for (const TextRole role : {TextRole::Caption, TextRole::Body, TextRole::Button,
                                        TextRole::Heading2, TextRole::Heading1}) {
                const Letter letter = typeface->draw(theme.font(role, Weight::Regular), U'H');
                const double high = letter.mask.height / panel.px_per_mm;
                // Letters end between pixels: half of one may be missing.
                CHECK(high + 0.5 / panel.px_per_mm >= theme.cap_mm(role));
            }
        }
    }
}

TEST_CASE("each size can be read from further away", "[ui]") {
    for (std::size_t i = 0; i < kSizes.size(); ++i) {
        const Theme theme(kPanels[1], {.size = kSizes[i]});

        CHECK(theme.cap_mm(TextRole::Caption) >= kDistances[i] * kTangent);
    }
}

TEST_CASE("the tokens of every theme keep their contrast", "[ui]") {
    for (const ColourTheme look : kThemes) {
        const Palette p = Theme(kPanels[1], {.theme = look}).colours();
        for (const Colour ground : {p.background, p.surface}) {
            CHECK(contrast(p.ink, ground) >= 7);
            CHECK(contrast(p.ink_soft, ground) >= 7);
            CHECK(contrast(p.outline, ground) >= 3);
            CHECK(contrast(p.primary, ground) >= 7);
        }
        CHECK(contrast(p.on_primary, p.primary) >= 7);
        CHECK(contrast(p.on_primary, p.primary_pressed) >= 7);
        CHECK(contrast(p.on_accent, p.accent) >= 7);
        CHECK(contrast(p.disabled_ink, p.disabled_ground) >= 4.5);
        CHECK(contrast(p.focus_outer, p.focus_inner) >= 3);
        for (const Tint& tint : {p.ok, p.warn, p.error, p.note, p.still}) {
            CHECK(contrast(tint.ink, tint.ground) >= 7);
            CHECK(contrast(tint.line, tint.ground) >= 3);
        }
    }
}

}  // namespace motlan
