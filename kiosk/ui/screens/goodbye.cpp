#include <array>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Thing {
    Icon icon;
    Text label;
};

constexpr std::array kThings{Thing{Icon::Card, Text::ByeCard}, Thing{Icon::Paper, Text::ByePaper},
                             Thing{Icon::Printer, Text::ByeSlip}};

TextStyle thing_style() {
    return {.weight = Weight::Bold, .align = Align::Center, .is_middle = true};
}

/// Height of the words below the pictures.
int words_height(const Ui& ui, int width) {
    int high = 0;
    for (const Thing& thing : kThings)
        high = std::max(high, text_height(ui, ui.text(thing.label), thing_style(), width));
    return high;
}

/// What people leave behind, as pictures with words.
void add_things(Ui& ui, Pieces& pieces) {
    const int room = Row({0, 0, pieces.width(), 0}, 3, ui.dp(24)).at(0).w - ui.dp(16);
    const int words = words_height(ui, room);
    pieces.show(ui.dp(176) + words, [=, &ui](const Rect& box) {
        const Row row(box, 3, ui.dp(24));
        for (int i = 0; i < 3; ++i) {
            const Thing& thing = kThings.at(static_cast<std::size_t>(i));
            const Rect card = row.at(i);
            draw_card(ui, card);
            const GroundScope ground(ui, ui.colours().surface);
            draw_icon(ui, thing.icon, {card.x, card.y + ui.dp(28), card.w, ui.dp(112)},
                      ui.colours().primary);
            text(ui, {card.x + ui.dp(8), card.y + ui.dp(148), room, words}, ui.text(thing.label),
                 thing_style());
        }
    });
}

/// Each reminder has words of its own, so that each is heard.
Phrase left_words(const Ui& ui, const Goodbye& screen) {
    if (screen.reminders <= 1) return ui.text(Text::ByeLeft);
    return ui.text(screen.reminders == 2 ? Text::ByeLeftStill : Text::ByeLeftCalling);
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Goodbye& screen) {
    const Frame frame = draw_frame(ui, {.next = ui.text(Text::ByeNext), .next_icon = Icon::Check});
    const bool is_portrait = ui.theme().is_portrait();
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::ByeTitle),
                {.role = TextRole::Display, .weight = Weight::Bold, .align = Align::Center});
    pieces.skip(ui.dp(16));
    pieces.text(ui.text(Text::ByeWiped), {.role = TextRole::Heading2, .align = Align::Center});
    pieces.text(ui.text(Text::ByeTake),
                {.role = TextRole::Heading2, .weight = Weight::Bold, .align = Align::Center});
    pieces.skip(ui.dp(is_portrait ? 60 : 28));
    if (screen.is_paper_left)
        pieces.notice({.id = "bye.left", .tone = Tone::Warn, .words = left_words(ui, screen)});
    else
        add_things(ui, pieces);
    // The lotus has what is left.
    const Rect& box = frame.content;
    const int left = std::min(box.h - pieces.height(), ui.dp(360)) - ui.dp(48);
    if (left > ui.dp(100)) draw_lotus(ui, {box.x, box.y + ui.dp(24), box.w, left});
    const int top = std::max(0, left) + ui.dp(left > 0 ? 48 : 0);
    pieces.draw({box.x, box.y + top, box.w, box.h - top}, "bye.page");
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : std::nullopt;
}

}  // namespace motlan
