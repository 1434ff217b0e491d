#include <vector>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/widgets/ease.h"
#include "kiosk/ui/widgets/frame.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

enum class AccessPlace : std::uint8_t { Language, Size, Voice, Reach, Settings, Leave, Staff };

struct Grid {
    int columns;
    int rows;
};

Grid grid_of(const Ui& ui) {
    const bool is_normal = ui.theme().size() == TextSize::Normal;
    if (!ui.theme().is_portrait()) return is_normal ? Grid{2, 3} : Grid{1, 6};
    if (is_normal) return {7, 1};
    return ui.is_low() ? Grid{3, 2} : Grid{3, 3};
}

/// What has a place here. A wide panel is low enough as it is; low and with large letters the size
/// is set among the other settings.
std::vector<AccessPlace> places_of(const Ui& ui) {
    std::vector<AccessPlace> slots{AccessPlace::Language};
    if (!ui.is_low() || ui.theme().size() == TextSize::Normal) slots.push_back(AccessPlace::Size);
    slots.push_back(AccessPlace::Voice);
    if (ui.theme().is_portrait()) slots.push_back(AccessPlace::Reach);
    slots.insert(slots.end(), {AccessPlace::Settings, AccessPlace::Leave, AccessPlace::Staff});
    return slots;
}

/// The box of the n-th button. The last one, which calls staff, takes what is left of its row.
Rect box_at(const Ui& ui, const Rect& bar, int index, bool is_last) {
    const Grid grid = grid_of(ui);
    const int gap = ui.dp(16);
    const int side = ui.dp(ui.theme().is_portrait() ? 24 : 20);
    const Rect inner = bar.inset(side, ui.dp(ui.theme().size() == TextSize::Normal ? 24 : 20));
    const int high = (inner.h - gap * (grid.rows - 1)) / grid.rows;
    const Rect row{inner.x, inner.y + index / grid.columns * (high + gap), inner.w, high};
    Rect box = Row(row, grid.columns, gap).at(index % grid.columns);
    if (is_last) box.w = row.right() - box.x;
    return ui.for_hand(box, row);
}

/// Where a button stands; empty for one that has no place.
Rect box_of(const Ui& ui, const Rect& bar, AccessPlace slot) {
    const std::vector<AccessPlace> slots = places_of(ui);
    const auto found = std::ranges::find(slots, slot);
    if (found == slots.end()) return {};
    return box_at(ui, bar, static_cast<int>(found - slots.begin()), slot == AccessPlace::Staff);
}

/// Where nothing can be finished, the button before takes that place where it is in the same row.
Rect settings_box(const Ui& ui, const Rect& bar, Finish finish) {
    const Rect box = box_of(ui, bar, AccessPlace::Settings);
    const Rect free = box_of(ui, bar, AccessPlace::Leave);
    return finish == Finish::Absent && free.y == box.y ? box.joined(free) : box;
}

bool access_button(Ui& ui, const Rect& box, ButtonSpec spec) {
    if (box.is_empty()) return false;
    spec.role = TextRole::Caption;
    spec.is_stacked = ui.theme().size() == TextSize::Normal;
    if (spec.kind != ButtonKind::Accent) spec.kind = ButtonKind::Quiet;
    return button(ui, box, spec);
}

std::optional<Event> comfort_event(Ui& ui, const Rect& bar) {
    const Comfort& comfort = ui.comfort();
    std::optional<Event> event;
    if (access_button(ui, box_of(ui, bar, AccessPlace::Language),
                      {.id = "access.language",
                       .label = ui.text(Text::AccessOtherLanguage),
                       .icon = Icon::Globe})) {
        event = LanguageWished{other(comfort.language)};
    }
    if (access_button(ui, box_of(ui, bar, AccessPlace::Size),
                      {.id = "access.size",
                       .label = ui.text(size_text(comfort.size)),
                       .icon = Icon::TextSize})) {
        event = TextSizeWished{after(comfort.size)};
    }
    if (ui.office().has_voice &&
        access_button(
            ui, box_of(ui, bar, AccessPlace::Voice),
            {.id = "access.voice",
             .label = ui.text(comfort.is_voiced ? Text::AccessVoicePanel : Text::AccessVoiceOn),
             .icon = Icon::Speaker})) {
        event = comfort.is_voiced ? Event(VoicePanelWished{}) : Event(VoiceWished{true});
    }
    if (access_button(ui, box_of(ui, bar, AccessPlace::Reach),
                      {.id = "access.reach",
                       .label = ui.text(comfort.is_low ? Text::AccessHigh : Text::AccessLow),
                       .icon = comfort.is_low ? Icon::ChevronUp : Icon::ChevronDown})) {
        event = ReachWished{!comfort.is_low};
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
    std::optional<Event> event = comfort_event(ui, bar);
    if (access_button(ui, settings_box(ui, bar, finish),
                      {.id = "access.settings",
                       .label = ui.text(Text::AccessSettings),
                       .icon = Icon::Contrast})) {
        event = SettingsWished{};
    }
    if (finish == Finish::Offered &&
        access_button(
            ui, box_of(ui, bar, AccessPlace::Leave),
            {.id = "access.leave", .label = ui.text(Text::AccessLeave), .icon = Icon::Cross})) {
        event = LeaveWished{};
    }
    // Whoever helps stands here: the same place hands the kiosk back.
    if (ui.is_helped()) {
        const ButtonSpec hand_back{.id = "access.hand_back",
                                   .label = ui.text(Text::HelpHandBack),
                                   .icon = Icon::Person,
                                   .kind = ButtonKind::Accent};
        if (access_button(ui, box_of(ui, bar, AccessPlace::Staff), hand_back)) event = HandedBack{};
        return event;
    }
    if (ui.office().has_bell && access_button(ui, box_of(ui, bar, AccessPlace::Staff),
                                              {.id = "access.staff",
                                               .label = ui.text(Text::AccessStaff),
                                               .icon = Icon::Bell,
                                               .kind = ButtonKind::Accent})) {
        event = StaffWished{};
    }
    return event;
}

}  // namespace motlan
