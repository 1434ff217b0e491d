#include <array>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Thing {
    Icon icon;
    Text label;
};

/// What people leave behind, as pictures with words.
void draw_things(Ui& ui, const Rect& box) {
    constexpr std::array kThings{Thing{Icon::Card, Text::ByeCard},
                                 Thing{Icon::Paper, Text::ByePaper},
                                 Thing{Icon::Printer, Text::ByeSlip}};
    const Palette& p = ui.colours();
    const Row row(box, 3, ui.dp(24));
    for (int i = 0; i < 3; ++i) {
        const Thing& thing = kThings.at(static_cast<std::size_t>(i));
        const Rect card = row.at(i);
        draw_card(ui, card);
        const GroundScope ground(ui, p.surface);
        draw_icon(ui, thing.icon, {card.x, card.y + ui.dp(28), card.w, ui.dp(112)}, p.primary);
        text(ui, {card.x + ui.dp(12), card.y + ui.dp(148), card.w - ui.dp(24), card.h - ui.dp(156)},
             ui.text(thing.label),
             {.weight = Weight::Bold, .align = Align::Center, .is_middle = true});
    }
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Goodbye&) {
    const Frame frame = draw_frame(ui, {.next = ui.text(Text::ByeNext), .next_icon = Icon::Check});
    const bool is_portrait = ui.theme().is_portrait();
    Column column(frame.content);
    column.skip(is_portrait ? ui.dp(60) : 0);
    draw_lotus(ui, column.take(ui.dp(is_portrait ? 240 : 150)));
    column.skip(ui.dp(24));
    const TextStyle title{
        .role = TextRole::Display, .weight = Weight::Bold, .align = Align::Center};
    text(ui, column, ui.text(Text::ByeTitle), title);
    column.skip(ui.dp(16));
    text(ui, column, ui.text(Text::ByeWiped), {.role = TextRole::Heading2, .align = Align::Center});
    text(ui, column, ui.text(Text::ByeTake),
         {.role = TextRole::Heading2, .weight = Weight::Bold, .align = Align::Center});
    column.skip(ui.dp(is_portrait ? 60 : 28));
    const int high = std::min(
        column.left(), ui.dp(260) + 2 * (ui.theme().line_height(TextRole::Body) - ui.dp(42)));
    draw_things(ui, column.take(high));
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : std::nullopt;
}

}  // namespace motlan
