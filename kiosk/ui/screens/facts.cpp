#include "kiosk/ui/screens/facts.h"

#include <array>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Fact {
    Icon icon;
    Phrase label;
    Phrase value;
};

/// Icon, label and value; side by side where the fact has the whole width.
void draw_fact(Ui& ui, const Rect& box, const Fact& fact) {
    const Palette& p = ui.colours();
    const int side = ui.dp(48);
    draw_icon(ui, fact.icon, {box.x, box.y, side, side}, p.primary);
    const Rect words{box.x + side + ui.dp(16), box.y, box.w - side - ui.dp(16), box.h};
    const bool is_beside = ui.theme().size() != TextSize::Normal;
    const int label = is_beside ? words.w * 34 / 100 : words.w;
    const int high = text_height(ui, fact.label, caption(ui), label);
    text(ui, {words.x, words.y, label, high}, fact.label, caption(ui));
    const Rect rest = is_beside ? Rect{words.x + label, words.y, words.w - label, words.h}
                                : Rect{words.x, words.y + high, words.w, words.h - high};
    text(ui, rest, fact.value,
         {.weight = Weight::Bold, .id = std::string(fact.label.key) + ".value"});
}

int fact_height(const Ui& ui, const Fact& fact, int width) {
    const int room = width - ui.dp(64);
    if (ui.theme().size() != TextSize::Normal)
        return text_height(ui, fact.value, strong(), room - room * 34 / 100);
    return text_height(ui, fact.label, caption(ui), room) +
           text_height(ui, fact.value, strong(), room);
}

}  // namespace

void add_facts(Ui& ui, Pieces& pieces, const Procedure& procedure) {
    const std::array facts{
        Fact{Icon::Clock, ui.text(Text::NeedMinutesLabel),
             ui.text(Text::NeedMinutes, {{"minutes", std::to_string(procedure.minutes)}})},
        Fact{Icon::Money, ui.text(Text::NeedFeeLabel), fee_words(ui, procedure)},
        Fact{Icon::Calendar, ui.text(Text::NeedLimitLabel), ui.words(procedure.time_limit)},
    };
    if (ui.theme().size() != TextSize::Normal) {
        for (const Fact& fact : facts)
            pieces.show(fact_height(ui, fact, pieces.width()),
                        [&ui, fact](const Rect& box) { draw_fact(ui, box, fact); });
        return;
    }
    int high = 0;
    const int wide = Row({0, 0, pieces.width(), 0}, 3, ui.dp(24)).at(0).w;
    for (const Fact& fact : facts) high = std::max(high, fact_height(ui, fact, wide));
    pieces.show(high, [&ui, facts](const Rect& box) {
        const Row row(box, 3, ui.dp(24));
        for (int i = 0; i < 3; ++i) draw_fact(ui, row.at(i), facts.at(static_cast<std::size_t>(i)));
    });
}

}  // namespace motlan
