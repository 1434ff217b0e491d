#include "kiosk/ui/theme.h"

#include <array>
#include <cmath>
#include <utility>

namespace motlan {
namespace {

/// Capital height over em of Noto Sans (ux 0.1).
constexpr double kCapShare = 0.714;

/// Capital heights in millimetres by role. The smallest covers 0.7 degrees from 40, 50, 60 and
/// 65 cm (EN 301 549, 5.1.4); the larger roles as in ux 3.2.
constexpr std::array<std::array<double, 6>, 4> kCaps{{
    {4.9, 5.2, 6.0, 7.4, 9.6, 14.0},
    {6.2, 6.6, 7.0, 8.3, 10.3, 14.5},
    {7.4, 7.8, 8.0, 9.2, 11.0, 15.0},
    {8.0, 8.8, 9.0, 10.4, 12.0, 15.5},
}};

constexpr Palette kLight{
    .background = Colour::hex(0xF2F6FA),
    .surface = Colour::hex(0xFFFFFF),
    .ink = Colour::hex(0x14202B),
    .ink_soft = Colour::hex(0x3D4B59),
    .outline = Colour::hex(0x6B7885),
    .hairline = Colour::hex(0xD5DEE7),
    .primary = Colour::hex(0x0B4A7F),
    .primary_pressed = Colour::hex(0x073357),
    .on_primary = Colour::hex(0xFFFFFF),
    .accent = Colour::hex(0x9C1F54),
    .on_accent = Colour::hex(0xFFFFFF),
    .disabled_ground = Colour::hex(0xE6EBF0),
    .disabled_ink = Colour::hex(0x5B6772),
    .focus_outer = Colour::hex(0xFFB400),
    .focus_inner = Colour::hex(0x14202B),
    .ok = {Colour::hex(0xE2F3E9), Colour::hex(0x0B5A30), Colour::hex(0x0B6B39)},
    .warn = {Colour::hex(0xFFF1CC), Colour::hex(0x5F3B00), Colour::hex(0x8A5200)},
    .error = {Colour::hex(0xFDE8E6), Colour::hex(0x8E1B12), Colour::hex(0xA61E14)},
    .note = {Colour::hex(0xE3EFFA), Colour::hex(0x0B4A7F), Colour::hex(0x0B4A7F)},
    .still = {Colour::hex(0xEDF1F5), Colour::hex(0x3D4B59), Colour::hex(0x6B7885)},
};

constexpr Palette kDark{
    .background = Colour::hex(0x0F161D),
    .surface = Colour::hex(0x1B2630),
    .ink = Colour::hex(0xF3F6F9),
    .ink_soft = Colour::hex(0xC3CED9),
    .outline = Colour::hex(0x8A99A8),
    .hairline = Colour::hex(0x34434F),
    .primary = Colour::hex(0x9CCBF5),
    .primary_pressed = Colour::hex(0xC7E2FB),
    .on_primary = Colour::hex(0x0A1B2A),
    .accent = Colour::hex(0xF5A3C4),
    .on_accent = Colour::hex(0x2A0A1A),
    .disabled_ground = Colour::hex(0x26323D),
    .disabled_ink = Colour::hex(0xA3AFBA),
    .focus_outer = Colour::hex(0xFFB400),
    .focus_inner = Colour::hex(0x0A0F14),
    .ok = {Colour::hex(0x12301F), Colour::hex(0xA6E8BF), Colour::hex(0x7FD69F)},
    .warn = {Colour::hex(0x33260A), Colour::hex(0xFFD98A), Colour::hex(0xF0B84A)},
    .error = {Colour::hex(0x3B1715), Colour::hex(0xFFB9B2), Colour::hex(0xFF8F85)},
    .note = {Colour::hex(0x172F45), Colour::hex(0xB5D9FA), Colour::hex(0x9CCBF5)},
    .still = {Colour::hex(0x212D37), Colour::hex(0xC3CED9), Colour::hex(0x8A99A8)},
};

constexpr Palette kHighContrast{
    .background = Colour::hex(0x000000),
    .surface = Colour::hex(0x1A1A1A),
    .ink = Colour::hex(0xFFFFFF),
    .ink_soft = Colour::hex(0xFFFFFF),
    .outline = Colour::hex(0xFFFFFF),
    .hairline = Colour::hex(0xFFFFFF),
    .primary = Colour::hex(0xFFE100),
    .primary_pressed = Colour::hex(0xFFFFFF),
    .on_primary = Colour::hex(0x000000),
    .accent = Colour::hex(0xFFE100),
    .on_accent = Colour::hex(0x000000),
    .disabled_ground = Colour::hex(0x1A1A1A),
    .disabled_ink = Colour::hex(0xB8B8B8),
    .focus_outer = Colour::hex(0x7FDBFF),
    .focus_inner = Colour::hex(0x000000),
    .ok = {Colour::hex(0x000000), Colour::hex(0x8CF5A6), Colour::hex(0x8CF5A6)},
    .warn = {Colour::hex(0x000000), Colour::hex(0xFFC85C), Colour::hex(0xFFC85C)},
    .error = {Colour::hex(0x000000), Colour::hex(0xFF9C94), Colour::hex(0xFF9C94)},
    .note = {Colour::hex(0x000000), Colour::hex(0xFFFFFF), Colour::hex(0x7FDBFF)},
    .still = {Colour::hex(0x000000), Colour::hex(0xFFFFFF), Colour::hex(0xFFFFFF)},
    .has_shadows = false,
    .border_dp = 4,
};

const Palette& palette_of(ColourTheme theme) {
    switch (theme) {
        case ColourTheme::Light: return kLight;
        case ColourTheme::Dark: return kDark;
        case ColourTheme::HighContrast: return kHighContrast;
    }
    return kLight;
}

double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

double contrast(Colour one, Colour other) {
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

Theme::Theme(const Panel& panel, const Comfort& comfort)
    : panel_(panel), size_(comfort.size), palette_(palette_of(comfort.theme)) {}

int Theme::dp(int quarters) const {
    return static_cast<int>(std::lround(quarters * 0.25 * panel_.px_per_mm));
}

Font Theme::font(TextRole role, Weight weight) const {
    return {weight, static_cast<int>(std::ceil(cap_mm(role) / kCapShare * panel_.px_per_mm))};
}

int Theme::line_height(TextRole role) const {
    // Stacked marks reach 1.05 em above and 0.24 em below the base line: 1.37 em never clips.
    const double leading = role <= TextRole::Body ? 1.45 : 1.37;
    return static_cast<int>(std::lround(font(role, Weight::Regular).em * leading));
}

double Theme::cap_mm(TextRole role) const {
    return kCaps.at(std::to_underlying(size_)).at(std::to_underlying(role));
}

}  // namespace motlan
