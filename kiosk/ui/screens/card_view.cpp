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

/// Height of the viewfinder above the advice: what is left, but enough to see the card in it.
int view_height(const Ui& ui, const Rect& box, int advice) {
    const int least = ui.dp(ui.theme().size() == TextSize::Normal ? 640 : 460);
    return std::max(box.h - advice, least) - ui.dp(32);
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

void draw_card_view(Ui& ui, const Rect& box, const CardView& view,
                    const std::function<void(Pieces&)>& add_advice) {
    const Sides sides = split(ui, box, 60);
    const bool is_wide = !sides.side.is_empty();
    Pieces pieces(ui, is_wide ? sides.side.w : sides.main.w);
    add_advice(pieces);
    Rect picture = sides.main;
    Rect rest = sides.side;
    if (ui.is_low()) {
        picture = shown_place(ui, picture);
        rest = sides.main;
    } else if (!is_wide) {
        picture.h = view_height(ui, picture, pieces.height() + ui.dp(32));
        rest = {picture.x, picture.bottom() + ui.dp(32), picture.w,
                sides.main.bottom() - picture.bottom() - ui.dp(32)};
    }
    viewfinder(ui, picture, {view.preview, shown_hint(view), hint_words(ui, view)});
    // A refusal is news: it begins at the first page again.
    pieces.draw(rest, "card.advice" + std::to_string(view.refusals));
}

}  // namespace motlan
