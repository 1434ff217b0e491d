#include "kiosk/ui/widgets/action_bar.h"

#include <algorithm>

namespace motlan {
namespace {

ButtonSpec back_button(const ActionSpec& spec) {
    return {.id = "action.back",
            .label = spec.back,
            .icon = Icon::ArrowLeft,
            .is_enabled = spec.is_back_enabled};
}

ButtonSpec next_button(const ActionSpec& spec) {
    return {.id = "action.next",
            .label = spec.next,
            .icon = spec.next_icon,
            .kind = ButtonKind::Primary,
            .is_enabled = spec.is_next_enabled,
            .why_not = spec.why_not,
            .is_icon_last = true};
}

}  // namespace

ActionPlaces lay_actions(const Ui& ui, const Rect& bar, const ActionSpec& spec) {
    const int third = (bar.w - ui.dp(24)) / 3;
    int high = ui.dp(112);
    if (!spec.back.is_empty()) high = std::max(high, button_height(ui, back_button(spec), third));
    if (!spec.next.is_empty())
        high = std::max(high, button_height(ui, next_button(spec), 2 * third));
    const int top = bar.bottom() - (bar.h - ui.dp(112)) / 2 - high;
    return {ui.for_hand({bar.x, top, third, high}, bar),
            ui.for_hand({bar.right() - 2 * third, top, 2 * third, high}, bar)};
}

ActionsTaken draw_actions(Ui& ui, const ActionPlaces& places, const ActionSpec& spec) {
    ActionsTaken taken;
    if (!spec.back.is_empty()) taken.went_back = button(ui, places.back, back_button(spec));
    if (!spec.next.is_empty()) taken.proceeded = button(ui, places.next, next_button(spec));
    return taken;
}

}  // namespace motlan
