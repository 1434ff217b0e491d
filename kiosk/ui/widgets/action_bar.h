// The two actions below a screen: "Back" has one third of the bar, the primary action two.
#pragma once

#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/button.h"

namespace motlan {

struct ActionSpec {
    Phrase back;  ///< no button when empty
    Phrase next;  ///< no button when empty
    Icon next_icon = Icon::ArrowRight;
    bool is_back_enabled = true;
    bool is_next_enabled = true;
    Phrase why_not{};  ///< while the primary action is not enabled: why
};

/// Where they stand; both grow when words need two lines.
struct ActionPlaces {
    Rect back;
    Rect next;
};
[[nodiscard]] ActionPlaces lay_actions(const Ui& ui, const Rect& bar, const ActionSpec& spec);

struct ActionsTaken {
    bool went_back = false;
    bool proceeded = false;
};
/// Draws them as "action.back" and "action.next".
[[nodiscard]] ActionsTaken draw_actions(Ui& ui, const ActionPlaces& places, const ActionSpec& spec);

}  // namespace motlan
