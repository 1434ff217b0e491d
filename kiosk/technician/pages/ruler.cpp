// T07: how many pixels a metre of this screen has. A card is held against an outline that is made
// wider and narrower until both are alike; nobody has to find a ruler. Every millimetre that the
// kiosk draws comes of this number.
#include "kiosk/technician/pages/ruler.h"

#include <array>
#include <charconv>
#include <cmath>

#include "kiosk/care/settings_text.h"
#include "kiosk/technician/config_words.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

// ISO/IEC 7810, ID-1: bank cards and the citizen's card.
constexpr double kCardWide = 85.60;
constexpr double kCardHigh = 53.98;
constexpr double kCardCorner = 3.18;
/// For the outline: 70 mm.
constexpr int kRoom = 280;

struct Step {
    std::string_view id;
    int pixels;
    Text words;
};
constexpr std::array<Step, 4> kSteps{{{"ruler.much_narrower", -10, Text::CareRulerMuchNarrower},
                                      {"ruler.much_wider", 10, Text::CareRulerMuchWider},
                                      {"ruler.narrower", -1, Text::CareRulerNarrower},
                                      {"ruler.wider", 1, Text::CareRulerWider}}};

double number_in(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

int pixels_of(double millimetres, double per_metre) {
    return static_cast<int>(std::lround(millimetres * per_metre / 1000));
}

void draw_outline(Ui& ui, const Rect& box, double per_metre) {
    const int wide = std::clamp(pixels_of(kCardWide, per_metre), 0, box.w);
    const int high = std::clamp(pixels_of(kCardHigh, per_metre), 0, box.h);
    const Rect card = box.centered(wide, high);
    const Palette& p = ui.colours();
    ui.paint().fill(card, p.surface, pixels_of(kCardCorner, per_metre));
    // Inside the outline's own edge, so that the card covers it when both are alike.
    ui.paint().outline(card, p.primary, pixels_of(kCardCorner, per_metre), ui.dp(4));
    ui.add({.id = "ruler.card",
            .role = NodeRole::Illustration,
            .label = ui.text(Text::CareRulerCard),
            .rect = card});
}

/// How large the screen would be, which somebody with a ruler can believe or not.
Phrase size_words(const Ui& ui, const ConfigWork& change, double per_metre) {
    const auto millimetres = [&](std::string_view side) {
        const double pixels = number_in(setting_in(change.draft, side).value_or(""));
        return std::to_string(std::lround(per_metre > 0 ? pixels * 1000 / per_metre : 0));
    };
    return ui.text(Text::CareRulerSize,
                   {{"wide", millimetres("screen.width")}, {"high", millimetres("screen.height")}});
}

void add_step(Ui& ui, Pieces& pieces, std::span<const Step> pair, std::optional<int>& moved) {
    int high = ui.dp(112);
    const int width = (pieces.width() - ui.dp(24)) / 2;
    const auto spec_of = [&ui](const Step& step) {
        return ButtonSpec{.id = std::string(step.id),
                          .label = ui.text(step.words),
                          .icon = step.pixels < 0 ? Icon::Minus : Icon::Plus};
    };
    for (const Step& step : pair) high = std::max(high, button_height(ui, spec_of(step), width));
    pieces.skip(ui.dp(24));
    pieces.add(high, [&ui, &moved, pair, spec_of](const Rect& box) {
        const Row row(box, 2, ui.dp(24));
        for (std::size_t i = 0; i < pair.size(); ++i) {
            if (button(ui, row.at(static_cast<int>(i)), spec_of(pair[i]))) moved = pair[i].pixels;
        }
    });
}

}  // namespace

std::optional<CareEvent> draw_ruler(Ui& ui, const Rect& box, const ConfigWork& change) {
    const double per_metre = number_in(change.typed);
    std::optional<int> moved;
    Pieces pieces(ui, box.w);
    pieces.text(ui.text(Text::CareRulerLead), body());
    pieces.skip(ui.dp(24));
    // Always as high, so that no button moves away from the finger that presses it.
    pieces.show(std::min(ui.dp(kRoom), box.h / 2),
                [&ui, per_metre](const Rect& room) { draw_outline(ui, room, per_metre); });
    for (std::size_t first = 0; first < kSteps.size(); first += 2)
        add_step(ui, pieces, std::span(kSteps).subspan(first, 2), moved);
    pieces.skip(ui.dp(24));
    if (change.complaint)
        pieces.notice({.id = "setting.rule",
                       .tone = Tone::Error,
                       .words = rule_words(ui, *find_setting(kRuledSetting))});
    else
        pieces.text(size_words(ui, change, per_metre), body());
    pieces.draw(box, "care.ruler");
    if (!moved) return std::nullopt;
    const int wide = pixels_of(kCardWide, per_metre) + *moved;
    return ValueChosen{std::to_string(std::lround(wide * 1000 / kCardWide))};
}

}  // namespace motlan
