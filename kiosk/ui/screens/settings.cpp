// C02: everything that makes the kiosk easier to use, each with its present value; a tap changes it
// at once, and the sheet itself is the preview.
#include <vector>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/ease.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Wish {
    std::string id;
    Text label;
    Icon icon;
    Event event;
};

std::vector<Wish> wishes_of(const Ui& ui) {
    const Comfort& c = ui.comfort();
    std::vector<Wish> wishes{
        {"settings.size", size_text(c.size), Icon::TextSize, TextSizeWished{after(c.size)}},
        {"settings.colours", colours_text(c.theme), Icon::Contrast, ThemeWished{after(c.theme)}}};
    if (ui.office().has_voice)
        wishes.push_back({"settings.voice",
                          c.is_voiced ? Text::SettingsVoiceOn : Text::SettingsVoiceOff,
                          Icon::Speaker, VoiceWished{!c.is_voiced}});
    if (ui.theme().is_portrait())
        wishes.push_back({"settings.reach", c.is_low ? Text::SettingsLow : Text::SettingsHigh,
                          Icon::ChevronDown, ReachWished{!c.is_low}});
    wishes.push_back({"settings.hand", c.is_mirrored ? Text::SettingsLeft : Text::SettingsRight,
                      Icon::Finger, MirrorWished{!c.is_mirrored}});
    wishes.push_back({"settings.motion", c.is_still ? Text::SettingsStill : Text::SettingsMoving,
                      Icon::ArrowRight, StillnessWished{!c.is_still}});
    return wishes;
}

ButtonSpec button_of(const Ui& ui, const Wish& wish) {
    return {.id = wish.id,
            .label = ui.text(wish.label),
            .icon = wish.icon,
            .kind = ButtonKind::Secondary,
            .role = TextRole::Body};
}

/// Two columns, one where letters are large.
struct Layout {
    int wide = 0;
    int columns = 0;
    int high = 0;  ///< of one button
    int rows = 0;
    int title = 0;

    [[nodiscard]] int grid(int gap) const { return rows * high + (rows - 1) * gap; }
};

Layout lay_out(const Ui& ui, const std::vector<Wish>& wishes) {
    const bool is_normal = ui.theme().size() == TextSize::Normal;
    const bool is_high = ui.theme().is_portrait();
    Layout l{.wide = std::min(ui.area().w - 2 * ui.dp(64), ui.dp(952)),
             .columns = is_high && !is_normal ? 1 : 2};
    const int inner = l.wide - 2 * ui.dp(56);
    const int each = (inner - (l.columns - 1) * ui.dp(20)) / l.columns;
    l.high = ui.dp(80);
    for (const Wish& wish : wishes)
        l.high = std::max(l.high, button_height(ui, button_of(ui, wish), each));
    l.rows = (static_cast<int>(wishes.size()) + l.columns - 1) / l.columns;
    l.title = text_height(ui, ui.text(Text::SettingsTitle), subheading(), inner);
    return l;
}

/// The sheet: low where hands are low.
Rect sheet_of(const Ui& ui, int wide, int high) {
    const Rect middle = ui.area().centered(wide, high);
    if (!ui.is_low()) return middle;
    return middle.moved(0, ui.area().bottom() - ui.dp(48) - middle.bottom());
}

void draw_sheet(Ui& ui, const Rect& box) {
    const Palette& p = ui.colours();
    ui.paint().fill(ui.area(), Colour{10, 20, 32, 150});
    if (p.has_shadows) ui.paint().shadow(box, {ui.dp(32), ui.dp(48), ui.dp(16), 90});
    ui.paint().fill(box, p.surface, ui.dp(32));
    if (!p.has_shadows) ui.paint().outline(box, p.outline, ui.dp(32), ui.dp(4));
    ui.add({.id = "settings",
            .role = NodeRole::Dialog,
            .label = ui.text(Text::SettingsTitle),
            .rect = box});
}

}  // namespace

std::optional<Event> draw_settings(Ui& ui) {
    const std::vector<Wish> wishes = wishes_of(ui);
    const Layout l = lay_out(ui, wishes);
    const int gap = ui.dp(20);
    const int ends = ui.dp(ui.theme().is_portrait() ? 48 : 32);
    const int high = 2 * ends + l.title + l.grid(gap) + ui.dp(112) + 2 * ui.dp(28);
    ui.tree().cover();
    const Rect box = sheet_of(ui, l.wide, high);
    draw_sheet(ui, box);
    const GroundScope ground(ui, ui.colours().surface);
    Column column(box.inset(ui.dp(56), ends));
    text(ui, column, ui.text(Text::SettingsTitle), subheading());
    column.skip(ui.dp(28));
    std::optional<Event> event;
    for (std::size_t i = 0; i < wishes.size();) {
        const Row row(column.take(l.high), l.columns, gap);
        for (int c = 0; c < l.columns && i < wishes.size(); ++c, ++i)
            if (button(ui, row.at(c), button_of(ui, wishes[i]))) event = wishes[i].event;
        column.skip(gap);
    }
    column.skip(ui.dp(28) - gap);
    if (button(ui, column.take(ui.dp(112)),
               {.id = "settings.primary",
                .label = ui.text(Text::SettingsDone),
                .icon = Icon::Check,
                .kind = ButtonKind::Primary}))
        event = OverlayClosed{};
    return event;
}

}  // namespace motlan
