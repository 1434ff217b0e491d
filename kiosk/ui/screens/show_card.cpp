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

void draw_side(Ui& ui, Column& column, const Side& side) {
    const int sketch = ui.dp(152);
    const int room = column.width() - sketch - ui.dp(28);
    const Phrase title = ui.text(side.title);
    const Phrase where = ui.text(side.where);
    const int words = text_height(ui, title, strong(), room) + text_height(ui, where, body(), room);
    const Rect box = column.take(std::max(ui.dp(96), words));
    draw_card_sketch(ui, {box.x, box.center().y - ui.dp(48), sketch, ui.dp(96)}, side.is_front);
    Column lines({box.x + sketch + ui.dp(28), box.center().y - words / 2, room, words});
    text(ui, lines, title, strong());
    text(ui, lines, where, body());
    column.skip(ui.dp(24));
}

/// Why the last code was not taken, or where the code is.
void draw_advice(Ui& ui, Column& column, const ShowCard& screen) {
    if (screen.refused) {
        notice(
            ui, column,
            {.id = "card.refused",
             .tone = Tone::Warn,
             .words = ui.text(fault_text(*screen.refused)),
             .small_code =
                 ui.text(Text::CommonCode, {{"code", std::string(code(*screen.refused))}}).shown});
        column.skip(ui.dp(24));
    }
    if (screen.refusals >= kRefusalsBeforeStaff) {
        notice(ui, column,
               {.id = "card.ask_staff",
                .tone = Tone::Note,
                .words = ui.text(Text::CardAskStaff),
                .icon = Icon::Bell});
        column.skip(ui.dp(24));
    }
}

void draw_sides(Ui& ui, Column& column) {
    draw_side(ui, column, {Text::CardFrontTitle, Text::CardFront, true});
    draw_side(ui, column, {Text::CardBackTitle, Text::CardBack, false});
    text(ui, column, ui.text(Text::CardPrivacy), caption(ui));
}

int advice_height(const Ui& ui, int width, const ShowCard& screen) {
    const int room = width - ui.dp(180);
    int high = text_height(ui, ui.text(Text::CardPrivacy), caption(ui), width);
    for (const auto& [title, where] : {std::pair{Text::CardFrontTitle, Text::CardFront},
                                       {Text::CardBackTitle, Text::CardBack}}) {
        const int words = text_height(ui, ui.text(title), strong(), room) +
                          text_height(ui, ui.text(where), body(), room);
        high += std::max(ui.dp(96), words) + ui.dp(24);
    }
    if (screen.refused)
        high += notice_height(
                    ui, {.words = ui.text(fault_text(*screen.refused)), .small_code = "x"}, width) +
                ui.dp(24);
    if (screen.refusals >= kRefusalsBeforeStaff) {
        high += notice_height(ui, {.words = ui.text(Text::CardAskStaff)}, width) + ui.dp(24);
    }
    return high;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ShowCard& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Identify,
                                        .title = ui.text(Text::CardTitle),
                                        .back = ui.text(Text::CommonBack)});
    const ViewfinderSpec view{screen.preview, shown_hint(screen), hint_words(ui, screen)};
    const Sides sides = split(ui, frame.content, 60);
    if (!sides.side.is_empty()) {
        viewfinder(ui, sides.main, view);
        Column column(sides.side);
        draw_advice(ui, column, screen);
        draw_sides(ui, column);
    } else {
        const Rect& box = frame.content;
        const int below = advice_height(ui, box.w, screen) + ui.dp(32);
        viewfinder(ui, {box.x, box.y, box.w, box.h - below}, view);
        Column column({box.x, box.bottom() - below + ui.dp(32), box.w, below});
        draw_advice(ui, column, screen);
        draw_sides(ui, column);
    }
    return frame.went_back ? std::optional<Event>(WentBack{}) : std::nullopt;
}

}  // namespace motlan
