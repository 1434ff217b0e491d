#include "kiosk/ui/screens/settings_sheet.h"

#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

constexpr int kSide = 56;
constexpr int kGap = 20;
constexpr int kClose = 112;

struct Layout {
    int wide = 0;
    int ends = 0;
    int words = 0;  ///< height of title and state
    int high = 0;   ///< of one button
    int rows = 0;
    int skip = 0;  ///< between words, buttons and the last one

    [[nodiscard]] int grid(int gap) const { return rows * high + (rows - 1) * gap; }
};

Layout lay_out(const Ui& ui, const SettingsSheet& sheet) {
    Layout l{.wide = std::min(ui.area().w - 2 * ui.dp(64), ui.dp(952)),
             .ends = ui.dp(ui.theme().is_portrait() ? 48 : 32),
             .high = ui.dp(80),
             .skip = ui.dp(28)};
    const int inner = l.wide - 2 * ui.dp(kSide);
    const int each = (inner - (sheet.columns - 1) * ui.dp(kGap)) / sheet.columns;
    for (const SettingsWish& wish : sheet.wishes)
        l.high = std::max(l.high, button_height(ui, wish.button, each));
    l.rows = (static_cast<int>(sheet.wishes.size()) + sheet.columns - 1) / sheet.columns;
    l.words = text_height(ui, sheet.title, subheading(), inner);
    if (!sheet.now.is_empty()) l.words += text_height(ui, sheet.now, body(), inner);
    return l;
}

/// In the middle; low where hands are low.
Rect box_of(const Ui& ui, int wide, int high) {
    const Rect middle = ui.area().centered(wide, high);
    if (!ui.is_low()) return middle;
    return middle.moved(0, ui.area().bottom() - ui.dp(48) - middle.bottom());
}

void draw_ground(Ui& ui, const Rect& box, const Phrase& title) {
    draw_sheet(ui, box);
    ui.add({.id = "settings", .role = NodeRole::Dialog, .label = title, .rect = box});
}

/// A last button that stands alone is as wide as the row.
Rect button_box(const Row& row, const SettingsSheet& sheet, std::size_t i) {
    const auto columns = static_cast<std::size_t>(sheet.columns);
    const Rect box = row.at(static_cast<int>(i % columns));
    const bool is_alone = i + 1 == sheet.wishes.size() && i % columns == 0;
    return is_alone ? box.joined(row.at(sheet.columns - 1)) : box;
}

}  // namespace

std::optional<Event> draw_settings_sheet(Ui& ui, const SettingsSheet& sheet) {
    const Layout l = lay_out(ui, sheet);
    const int gap = ui.dp(kGap);
    const int high = 2 * l.ends + l.words + l.grid(gap) + ui.dp(kClose) + 2 * l.skip;
    const Rect box = box_of(ui, l.wide, high);
    draw_ground(ui, box, sheet.title);
    const GroundScope ground(ui, ui.colours().surface);
    Column column(box.inset(ui.dp(kSide), l.ends));
    text(ui, column, sheet.title, subheading());
    text(ui, column, sheet.now, body());
    column.skip(l.skip);
    std::optional<Event> event;
    const auto columns = static_cast<std::size_t>(sheet.columns);
    Rect line;
    for (std::size_t i = 0; i < sheet.wishes.size(); ++i) {
        if (i % columns == 0) {
            column.skip(i == 0 ? 0 : gap);
            line = column.take(l.high);
        }
        const Row row(line, sheet.columns, gap);
        if (button(ui, button_box(row, sheet, i), sheet.wishes[i].button))
            event = sheet.wishes[i].event;
    }
    column.skip(l.skip);
    if (button(ui, column.take(ui.dp(kClose)), sheet.close.button)) event = sheet.close.event;
    return event;
}

}  // namespace motlan
