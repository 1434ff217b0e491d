#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

void draw_faults(Ui& ui, Column& column, const Welcome& screen) {
    if (screen.out_of_order.empty()) return;
    notice(ui, column,
           {.id = "welcome.out_of_order",
            .tone = Tone::Warn,
            .title = ui.text(Text::WelcomeOutOfOrder),
            .words = ui.text(fault_text(screen.out_of_order.front()))});
    column.skip(ui.dp(24));
}

void draw_promise(Ui& ui, Column& column, Align align) {
    const TextStyle title{.role = TextRole::Display, .weight = Weight::Bold, .align = align};
    const TextStyle promise{
        .role = TextRole::Heading2, .ink = ui.colours().ink_soft, .align = align};
    text(ui, column, ui.text(Text::WelcomeTitle), title);
    column.skip(ui.dp(28));
    text(ui, column, ui.text(Text::WelcomePromise), promise);
}

bool draw_start(Ui& ui, const Rect& box) {
    return button(ui, box,
                  {.id = "welcome.start",
                   .label = ui.text(Text::WelcomeStart),
                   .icon = Icon::Finger,
                   .kind = ButtonKind::Primary,
                   .role = TextRole::Heading1});
}

std::optional<Event> draw_languages(Ui& ui, const Rect& row) {
    const Row halves(row, 2, ui.dp(24));
    const bool is_vietnamese = ui.language() == Language::Vietnamese;
    std::optional<Event> event;
    if (choice(ui, halves.at(0),
               {.id = "welcome.vietnamese",
                .label = ui.text(Text::WelcomeVietnamese),
                .is_selected = is_vietnamese})) {
        event = LanguageWished{Language::Vietnamese};
    }
    if (choice(ui, halves.at(1),
               {.id = "welcome.english",
                .label = ui.text(Text::WelcomeEnglish),
                .is_selected = !is_vietnamese})) {
        event = LanguageWished{Language::English};
    }
    return event;
}

NoticeSpec what_to_bring(Ui& ui) {
    return {.id = "welcome.bring",
            .tone = Tone::Note,
            .title = ui.text(Text::WelcomeBringTitle),
            .words = ui.text(Text::WelcomeBring),
            .icon = Icon::Card};
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Welcome& screen) {
    const Frame frame = draw_frame(ui, {});
    const bool is_portrait = ui.theme().is_portrait();
    const bool is_normal = ui.theme().size() == TextSize::Normal;
    const Align align = is_portrait ? Align::Center : Align::Left;
    Column column(frame.content);
    draw_faults(ui, column, screen);
    if (is_portrait && is_normal && screen.out_of_order.empty()) {
        draw_lotus(ui, column.take(ui.dp(260)));
        column.skip(ui.dp(40));
    }
    draw_promise(ui, column, align);

    // The rest is built from the bottom up, so that the start button is always at the same place.
    const Rect rest = column.rest();
    const NoticeSpec bring = what_to_bring(ui);
    const int languages = ui.dp(128);
    const int bring_height = notice_height(ui, bring, rest.w);
    Rect row{rest.x, rest.bottom() - languages, rest.w, languages};
    std::optional<Event> event = draw_languages(ui, row);
    Column bring_column({rest.x, row.y - ui.dp(32) - bring_height, rest.w, bring_height});
    const int bring_y = bring_column.rest().y;
    notice(ui, bring_column, bring);
    const Rect between{rest.x, rest.y, rest.w, bring_y - rest.y};
    const int high = std::min(between.h - 2 * ui.dp(28), ui.dp(is_portrait ? 220 : 150));
    if (draw_start(ui, between.centered(between.w, high))) event = Started{};
    return event;
}

}  // namespace motlan
