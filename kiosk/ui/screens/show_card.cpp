#include <format>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// After so many refused codes an officer is suggested (ux, C07).
constexpr int kRefusalsBeforeStaff = 3;

/// A code that was just refused is no card, however well it can be read.
CardHint shown_hint(const ShowCard& screen) {
    const bool is_refused = screen.refused && screen.hint == CardHint::CodeSeen;
    return is_refused ? CardHint::NoCard : screen.hint;
}

Phrase hint_words(const Ui& ui, const ShowCard& screen) {
    if (screen.is_resolving) return ui.text(Text::CardResolving);
    if (!screen.preview) return ui.text(Text::CardWait);
    const auto text = find_text(std::format("hint.{}", name(shown_hint(screen))));
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
    pieces.add(std::max(ui.dp(96), words), [=, &ui, is_front = side.is_front](const Rect& box) {
        draw_card_sketch(ui, {box.x, box.center().y - ui.dp(48), sketch, ui.dp(96)}, is_front);
        Column lines({box.x + sketch + ui.dp(28), box.center().y - words / 2, room, words});
        text(ui, lines, title, strong());
        text(ui, lines, where, body());
    });
    pieces.skip(ui.dp(24));
}

/// Why the last code was not taken, and where the code is.
void add_advice(Ui& ui, Pieces& pieces, const ShowCard& screen) {
    if (screen.refused) {
        pieces.notice({.id = "card.refused",
                       .tone = Tone::Warn,
                       .words = ui.text(fault_text(*screen.refused)),
                       .small_code = support_words(ui, *screen.refused)});
        pieces.skip(ui.dp(24));
    }
    if (screen.refusals >= kRefusalsBeforeStaff) {
        pieces.notice({.id = "card.ask_staff",
                       .tone = Tone::Note,
                       .words = ui.text(Text::CardAskStaff),
                       .icon = Icon::Bell});
        pieces.skip(ui.dp(24));
    }
    add_side(ui, pieces, {Text::CardFrontTitle, Text::CardFront, true});
    add_side(ui, pieces, {Text::CardBackTitle, Text::CardBack, false});
    if (ui.office().has_hand_reader) pieces.text(ui.text(Text::CardOrReader), body());
    pieces.text(ui.text(Text::CardPrivacy), caption(ui));
}

/// Height of the viewfinder above the advice: what is left, but enough to see the card in it.
int view_height(const Ui& ui, const Rect& box, int advice) {
    const int least = ui.dp(ui.theme().size() == TextSize::Normal ? 640 : 460);
    return std::max(box.h - advice, least) - ui.dp(32);
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ShowCard& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Identify,
                                        .title = ui.text(Text::CardTitle),
                                        .back = ui.text(Text::CommonBack)});
    const ViewfinderSpec view{screen.preview, shown_hint(screen), hint_words(ui, screen)};
    const Sides sides = split(ui, frame.content, 60);
    const bool is_wide = !sides.side.is_empty();
    Pieces pieces(ui, is_wide ? sides.side.w : sides.main.w);
    add_advice(ui, pieces, screen);
    Rect picture = sides.main;
    Rect rest = sides.side;
    if (!is_wide) {
        picture.h = view_height(ui, picture, pieces.height() + ui.dp(32));
        rest = {picture.x, picture.bottom() + ui.dp(32), picture.w,
                sides.main.bottom() - picture.bottom() - ui.dp(32)};
    }
    viewfinder(ui, picture, view);
    // A refusal is news: it begins at the first page again.
    pieces.draw(rest, "card.advice" + std::to_string(screen.refusals));
    return frame.went_back ? std::optional<Event>(WentBack{}) : std::nullopt;
}

}  // namespace motlan
