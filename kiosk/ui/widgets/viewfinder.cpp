#include "kiosk/ui/widgets/viewfinder.h"

#include <array>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/card.h"

namespace motlan {
namespace {

constexpr Colour kDark = Colour::hex(0x14202B);

Tone tone_of(CardHint hint) {
    switch (hint) {
        case CardHint::HoldStill:
        case CardHint::CodeSeen: return Tone::Ok;
        case CardHint::NoCard: return Tone::Note;
        case CardHint::WrongSide:
        case CardHint::TooDark:
        case CardHint::Glare:
        case CardHint::Blur:
        case CardHint::TooFar:
        case CardHint::TooNear: return Tone::Warn;
    }
    return Tone::Note;
}

Colour bracket_colour(CardHint hint) {
    return tone_of(hint) == Tone::Ok ? Colour::hex(0x6FE3A0) : Colour::hex(0xFFFFFF);
}

/// Four corners around the place for the card.
void draw_brackets(Ui& ui, const Rect& box, Colour colour) {
    const auto thick = static_cast<float>(ui.dp(10));
    const auto arm = static_cast<float>(ui.dp(72));
    const auto left = static_cast<float>(box.x);
    const auto top = static_cast<float>(box.y);
    const auto right = static_cast<float>(box.right());
    const auto bottom = static_cast<float>(box.bottom());
    const auto corner = [&](Spot at, float dx, float dy) {
        const std::array spots{Spot{at.x + dx * arm, at.y}, at, Spot{at.x, at.y + dy * arm}};
        ui.paint().stroke(spots, thick, colour);
        for (const Spot& spot : spots) ui.paint().disc(spot, thick / 2, colour);
    };
    corner({left, top}, 1, 1);
    corner({right, top}, -1, 1);
    corner({left, bottom}, 1, -1);
    corner({right, bottom}, -1, -1);
}

/// The same proportions, as large as it must be to cover the box.
void draw_preview(Ui& ui, const Rect& box, const Picture& preview) {
    ui.paint().fill(box, kDark, ui.dp(24));
    if (!preview)
        return draw_icon(ui, Icon::Camera, box.centered(ui.dp(160), ui.dp(160)),
                         Colour::hex(0x9FB4C8));
    const Rect fitted = fitted_box(box, preview->width, preview->height);
    ui.paint().picture(fitted, preview, fitted == box ? ui.dp(24) : 0, ui.ground());
}

}  // namespace

Rect fitted_box(const Rect& box, int width, int height) {
    if (width <= 0 || height <= 0) return box;
    const double share =
        std::min(static_cast<double>(box.w) / width, static_cast<double>(box.h) / height);
    return box.centered(static_cast<int>(width * share), static_cast<int>(height * share));
}

void viewfinder(Ui& ui, const Rect& box, const ViewfinderSpec& spec) {
    const TextStyle style{.role = TextRole::Heading2,
                          .weight = Weight::Bold,
                          .align = Align::Center,
                          .is_middle = true};
    const int side = ui.dp(64);
    const int room = box.w - side - ui.dp(80);
    const int band = std::max(ui.dp(112), text_height(ui, spec.words, style, room) + ui.dp(40));
    const Rect picture{box.x, box.y, box.w, box.h - band - ui.dp(20)};
    draw_preview(ui, picture, spec.preview);
    const int high = std::min(picture.h * 72 / 100, picture.w * 72 * 54 / 8560);
    draw_brackets(ui, picture.centered(high * 8560 / 5398, high), bracket_colour(spec.hint));
    ui.add({.id = "card.view",
            .role = NodeRole::Illustration,
            .label = ui.text(Text::CardPicture),
            .rect = picture,
            .privacy = Privacy::Masked});

    const Tint& colours = tint(ui, tone_of(spec.hint));
    const Rect line{box.x, picture.bottom() + ui.dp(20), box.w, band};
    ui.paint().fill(line, colours.ground, ui.dp(20));
    const GroundScope ground(ui, colours.ground);
    draw_icon(ui, icon_of(tone_of(spec.hint)), {line.x + ui.dp(24), line.y, side, line.h},
              colours.line);
    TextStyle words = style;
    words.ink = colours.ink;
    words.id = "card.hint";
    words.heard_as = NodeRole::Status;
    text(ui, {line.x + side + ui.dp(40), line.y, room, line.h}, spec.words, words);
}

}  // namespace motlan
