#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/page_view.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

enum class Wish : std::uint8_t { None, Redo, Add };

ButtonSpec redo_button(const Ui& ui) {
    return {.id = "page.redo", .label = ui.text(Text::PageRedo), .icon = Icon::Retry};
}

ButtonSpec add_button(const Ui& ui) {
    return {.id = "page.add", .label = ui.text(Text::PageAdd), .icon = Icon::Plus};
}

/// The two ways at the end of the column, beside the page on a wide screen.
Wish draw_ways(Ui& ui, Column& column, const ReviewPage& screen) {
    Wish wish = Wish::None;
    Rect box = column.rest();
    if (screen.may_add && button(ui, take_end(ui, box, add_button(ui)), add_button(ui)))
        wish = Wish::Add;
    if (button(ui, take_end(ui, box, redo_button(ui)), redo_button(ui))) wish = Wish::Redo;
    return wish;
}

/// The two ways side by side, below the page on a high screen.
Wish draw_ways_row(Ui& ui, const Rect& box, const ReviewPage& screen) {
    const Row row(box, screen.may_add ? 2 : 1, ui.dp(16));
    Wish wish = Wish::None;
    if (button(ui, row.at(0), redo_button(ui))) wish = Wish::Redo;
    if (screen.may_add && button(ui, row.at(1), add_button(ui))) wish = Wish::Add;
    return wish;
}

void draw_advice(Ui& ui, Column& column) {
    const Phrase checked = ui.text(Text::PageChecked);
    badge(ui, take_shown(ui, column, badge_height(ui, checked, column.width())),
          {.words = checked});
    skip_shown(ui, column, ui.dp(12));
    const Phrase look = ui.text(Text::PageLook);
    text(ui, take_shown(ui, column, text_height(ui, look, body(), column.width())), look, body());
    skip_shown(ui, column, ui.dp(20));
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ReviewPage& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Scan,
                                        .title = ui.text(Text::PageTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = ui.text(Text::PageUse),
                                        .next_icon = Icon::Check});
    const Sides sides = split(ui, frame.content, 58);
    Wish wish = Wish::None;
    if (!sides.side.is_empty()) {
        page_view(ui, sides.main, screen.page.preview);
        Column column(sides.side);
        draw_advice(ui, column);
        column.skip(ui.dp(40));
        wish = draw_ways(ui, column, screen);
    } else {
        Column column(frame.content);
        draw_advice(ui, column);
        const int ways =
            std::max(ui.dp(96), 2 * ui.theme().line_height(TextRole::Button) + ui.dp(16));
        Rect view = column.rest().inset(0, ui.dp(20));
        view.h -= ways;
        const Rect row{view.x, view.bottom() + ui.dp(20), view.w, ways};
        page_view(ui, view, screen.page.preview);
        wish = draw_ways_row(ui, row, screen);
    }
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (wish == Wish::Redo) return PageRedone{};
    if (wish == Wish::Add) return PageAdded{};
    return std::nullopt;
}

}  // namespace motlan
