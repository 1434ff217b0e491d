#include <array>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/frame.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

constexpr int kVoiceSlot = 2;
constexpr int kColoursSlot = 3;
constexpr int kLeaveSlot = 4;
constexpr int kStaffSlot = 5;

Language other(Language language) {
    return language == Language::Vietnamese ? Language::English : Language::Vietnamese;
}

TextSize next(TextSize size) {
    switch (size) {
        case TextSize::Normal: return TextSize::Large;
        case TextSize::Large: return TextSize::ExtraLarge;
        case TextSize::ExtraLarge: return TextSize::Normal;
    }
    return TextSize::Normal;
}

Text size_text(TextSize size) {
    switch (size) {
        case TextSize::Normal: return Text::AccessSizeNormal;
        case TextSize::Large: return Text::AccessSizeLarge;
        case TextSize::ExtraLarge: return Text::AccessSizeExtraLarge;
    }
    return Text::AccessSizeNormal;
}

struct Grid {
    int columns;
    int rows;
};

Grid grid_of(const Ui& ui) {
    const bool is_normal = ui.theme().size() == TextSize::Normal;
    if (ui.theme().is_portrait()) return is_normal ? Grid{6, 1} : Grid{2, 3};
    return is_normal ? Grid{2, 3} : Grid{1, 6};
}

/// The box of one button. The one for calling staff takes what is left of its row.
Rect slot(const Ui& ui, const Rect& bar, int index) {
    const Grid grid = grid_of(ui);
    const int gap = ui.dp(16);
    const int side = ui.dp(ui.theme().is_portrait() ? 24 : 20);
    const Rect inner = bar.inset(side, ui.dp(ui.theme().size() == TextSize::Normal ? 24 : 20));
    const int high = (inner.h - gap * (grid.rows - 1)) / grid.rows;
    const Rect row{inner.x, inner.y + index / grid.columns * (high + gap), inner.w, high};
    Rect box = Row(row, grid.columns, gap).at(index % grid.columns);
    if (index == kStaffSlot) box.w = row.right() - box.x;
    return box;
}

bool access_button(Ui& ui, const Rect& box, ButtonSpec spec) {
    spec.role = TextRole::Caption;
    spec.is_stacked = ui.theme().size() == TextSize::Normal;
    if (spec.kind != ButtonKind::Accent) spec.kind = ButtonKind::Quiet;
    return button(ui, box, spec);
}

/// Where nothing can be finished, the button before takes that place where it is in the same row.
Rect colours_slot(const Ui& ui, const Rect& bar, Finish finish) {
    const Rect box = slot(ui, bar, kColoursSlot);
    const Rect free = slot(ui, bar, kLeaveSlot);
    return finish == Finish::Absent && free.y == box.y ? box.joined(free) : box;
}

std::optional<Event> comfort_event(Ui& ui, const Rect& bar, Finish finish) {
    const Comfort& comfort = ui.comfort();
    std::optional<Event> event;
    if (access_button(ui, slot(ui, bar, 0),
                      {.id = "access.language",
                       .label = ui.text(Text::AccessOtherLanguage),
                       .icon = Icon::Globe})) {
        event = LanguageWished{other(comfort.language)};
    }
    if (access_button(ui, slot(ui, bar, 1),
                      {.id = "access.size",
                       .label = ui.text(size_text(comfort.size)),
                       .icon = Icon::TextSize})) {
        event = TextSizeWished{next(comfort.size)};
    }
    if (ui.office().has_voice &&
        access_button(
            ui, slot(ui, bar, kVoiceSlot),
            {.id = "access.voice",
             .label = ui.text(comfort.is_voiced ? Text::AccessVoicePanel : Text::AccessVoiceOn),
             .icon = Icon::Speaker})) {
        event = comfort.is_voiced ? Event(VoicePanelWished{}) : Event(VoiceWished{true});
    }
    const bool is_light = comfort.theme == ColourTheme::Light;
    if (access_button(ui, colours_slot(ui, bar, finish),
                      {.id = "access.colours",
                       .label = ui.text(is_light ? Text::AccessDark : Text::AccessLight),
                       .icon = Icon::Contrast})) {
        event = ThemeWished{is_light ? ColourTheme::HighContrast : ColourTheme::Light};
    }
    return event;
}

}  // namespace

std::optional<Event> draw_access_bar(Ui& ui, Finish finish) {
    const Palette& p = ui.colours();
    const Rect bar = zones_of(ui).access;
    if (ui.theme().is_portrait()) {
        ui.paint().fill(bar, p.surface);
        ui.paint().fill({bar.x, bar.y, bar.w, ui.dp(2)}, p.hairline);
    }
    const GroundScope ground(ui, p.surface);
    std::optional<Event> event = comfort_event(ui, bar, finish);
    if (finish == Finish::Offered &&
        access_button(
            ui, slot(ui, bar, kLeaveSlot),
            {.id = "access.leave", .label = ui.text(Text::AccessLeave), .icon = Icon::Cross})) {
        event = LeaveWished{};
    }
    if (access_button(ui, slot(ui, bar, kStaffSlot),
                      {.id = "access.staff",
                       .label = ui.text(Text::AccessStaff),
                       .icon = Icon::Bell,
                       .kind = ButtonKind::Accent})) {
        event = StaffWished{};
    }
    return event;
}

}  // namespace motlan
