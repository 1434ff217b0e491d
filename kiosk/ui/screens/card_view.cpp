#include "kiosk/ui/screens/card_view.h"

#include <format>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/shown.h"

namespace motlan {
namespace {

constexpr int kRefusalsBeforeStaff = 3;

/// A code that was just refused is no card, however well it can be read.
CardHint shown_hint(const CardView& view) {
    const bool is_refused = view.refused && view.hint == CardHint::CodeSeen;
    return is_refused ? CardHint::NoCard : view.hint;
}

Phrase hint_words(const Ui& ui, const CardView& view) {
    if (!view.busy.is_empty()) return view.busy;
    if (!view.preview) return ui.text(Text::CardWait);
    const auto text = find_text(std::format("hint.{}", name(shown_hint(view))));
    return ui.text(text.value_or(Text::HintNoCard));
}

struct Side {
    Text title;
    Text where;
    bool is_front;
};

/// A small drawing of a card, the code in its place.
void draw_card_sketch(Ui& ui, const Rect& box, bool is_front) {
    const Palette& p = ui.colours();
    ui.paint().fill(box, p.note.ground, ui.dp(12));
    ui.paint().outline(box, p.note.line, ui.dp(12), ui.dp(3));
    const int code = box.h * 44 / 100;
    const Rect qr{box.right() - code - ui.dp(12), box.y + ui.dp(12), code, code};
    ui.paint().fill(qr, p.accent, ui.dp(4));
    ui.paint().fill(qr.inset(code / 4), p.note.ground, ui.dp(2));
    const Rect left{box.x + ui.dp(14), box.y + ui.dp(14), box.h * 40 / 100, box.h - ui.dp(28)};
    if (is_front)
        ui.paint().fill(left, p.outline, ui.dp(6));
    else
        ui.paint().fill({left.x, left.bottom() - ui.dp(30), box.w - ui.dp(28), ui.dp(8)},
                        p.outline);
}

void add_side(Ui& ui, Pieces& pieces, const Side& side) {
    const int sketch = ui.dp(152);
    const int room = pieces.width() - sketch - ui.dp(28);
    const Phrase title = ui.text(side.title);
    const Phrase where = ui.text(side.where);
    const int words = text_height(ui, title, strong(), room) + text_height(ui, where, body(), room);
    pieces.show(std::max(ui.dp(96), words), [=, &ui, is_front = side.is_front](const Rect& box) {
        draw_card_sketch(ui, {box.x, box.center().y - ui.dp(48), sketch, ui.dp(96)}, is_front);
        Column lines({box.x + sketch + ui.dp(28), box.center().y - words / 2, room, words});
        text(ui, lines, title, strong());
        text(ui, lines, where, body());
    });
    pieces.skip(ui.dp(24));
}

constexpr int kGap = 32;

ButtonSpec lamp_switch(const Ui& ui, Lamp lamp) {
    return {.id = "card.lamp",
            .label = ui.text(lamp == Lamp::On ? Text::CardLampOn : Text::CardLampOff),
            .icon = Icon::Bulb,
            .role = TextRole::Body};
}

int switch_height(const Ui& ui, Lamp lamp, int width) {
    return std::max(ui.dp(72), button_height(ui, lamp_switch(ui, lamp), width));
}

std::optional<Event> draw_switch(Ui& ui, const Rect& box, Lamp lamp) {
    if (!button(ui, box, lamp_switch(ui, lamp))) return std::nullopt;
    return LampWished{other(lamp)};
}

/// Below the viewfinder: the bar and, where it has room beside it, the switch of the lamp.
struct Foot {
    int high = 0;    ///< with the space above it; 0: there is none
    int button = 0;  ///< width of the switch; 0: it stands with the advice
};

Foot foot_of(const Ui& ui, const CardView& view, int width) {
    if (view.is_badge) return {};
    Foot foot{.high = distance_bar_height(ui) + ui.dp(kGap)};
    if (!view.lamp || ui.is_low()) return foot;
    const int wide = std::max(button_width(ui, lamp_switch(ui, Lamp::Off)),
                              button_width(ui, lamp_switch(ui, Lamp::On)));
    if (width - wide - ui.dp(kGap) < distance_bar_width(ui)) return foot;
    return {std::max(foot.high, switch_height(ui, *view.lamp, wide) + ui.dp(kGap)), wide};
}

std::optional<Event> draw_foot(Ui& ui, Rect bar, const CardView& view, const Foot& foot) {
    if (foot.high == 0) return std::nullopt;
    const Rect end{bar.right() - foot.button, bar.y, foot.button, bar.h};
    if (foot.button > 0) bar.w -= foot.button + ui.dp(kGap);
    distance_bar(ui, bar, view.distance);
    return foot.button > 0 ? draw_switch(ui, end, *view.lamp) : std::nullopt;
}

/// Height of the viewfinder above the advice: what is left, but enough to see the card in it.
int view_height(const Ui& ui, const Rect& box, int advice, const Foot& foot) {
    const TextSize size = ui.theme().size();
    const int least = size == TextSize::Normal ? 640 : size >= TextSize::Large ? 360 : 460;
    return std::max(box.h - advice, ui.dp(least) + foot.high) - ui.dp(kGap);
}

}  // namespace

void add_refusal(Ui& ui, Pieces& pieces, const CardView& view) {
    if (view.refused) {
        pieces.notice(
            {.id = "card.refused",
             .tone = Tone::Warn,
             .words = view.why_not.is_empty() ? ui.text(fault_text(*view.refused)) : view.why_not,
             .small_code = support_words(ui, *view.refused)});
        pieces.skip(ui.dp(24));
    }
    if (view.refusals < kRefusalsBeforeStaff) return;
    pieces.notice({.id = "card.ask_staff",
                   .tone = Tone::Note,
                   .words = ui.text(Text::CardAskStaff),
                   .icon = Icon::Bell});
    pieces.skip(ui.dp(24));
}

void add_card_sides(Ui& ui, Pieces& pieces) {
    add_side(ui, pieces, {Text::CardFrontTitle, Text::CardFront, true});
    add_side(ui, pieces, {Text::CardBackTitle, Text::CardBack, false});
    if (ui.office().has_hand_reader) pieces.text(ui.text(Text::CardOrReader), body());
}

std::optional<Event> draw_card_view(Ui& ui, const Rect& box, const CardView& view,
                                    const std::function<void(Pieces&)>& add_advice) {
    const Sides sides = split(ui, box, 60);
    const bool is_wide = !sides.side.is_empty();
    Foot foot = foot_of(ui, view, sides.main.w);
    std::optional<Event> event;
    Pieces pieces(ui, is_wide ? sides.side.w : sides.main.w);
    if (view.lamp && !view.is_badge && foot.button == 0) {
        pieces.add(switch_height(ui, *view.lamp, pieces.width()),
                   [&](const Rect& place) { event = draw_switch(ui, place, *view.lamp); });
        pieces.skip(ui.dp(24));
    }
    add_advice(pieces);
    Rect picture = sides.main;
    Rect rest = sides.side;
    if (ui.is_low()) {
        picture = shown_place(ui, picture);
        rest = sides.main;
        // With large letters the picture needs all that is left there.
        if (picture.h < foot.high + ui.dp(420)) foot.high = 0;
    } else if (!is_wide) {
        if (ui.theme().size() >= TextSize::Large && foot.button == 0) foot.high = 0;
        picture.h = view_height(ui, picture, pieces.height() + ui.dp(kGap), foot);
        rest = {picture.x, picture.bottom() + ui.dp(kGap), picture.w,
                sides.main.bottom() - picture.bottom() - ui.dp(kGap)};
    }
    picture.h -= foot.high;
    // The card is the citizen's: a helper sees that one is there, not what stands on it.
    viewfinder(ui, picture,
               {view.is_badge || !ui.is_helped() ? view.preview : Picture{}, shown_hint(view),
                hint_words(ui, view)});
    const Rect below{picture.x, picture.bottom() + ui.dp(kGap), picture.w, foot.high - ui.dp(kGap)};
    const auto switched = draw_foot(ui, below, view, foot);
    // A refusal is news: it begins at the first page again.
    pieces.draw(rest, "card.advice" + std::to_string(view.refusals));
    return switched ? switched : event;
}

}  // namespace motlan
