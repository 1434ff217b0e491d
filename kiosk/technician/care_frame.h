// What all pages of the technician share: a dark header that says so, a frame around everything
// that is seen from afar, a title, two actions, and a bar that makes the page easier to read.
#pragma once

#include <optional>

#include "kiosk/technician/care_desk.h"
#include "kiosk/ui/widgets/icon.h"

namespace motlan {

struct CareFrameSpec {
    Phrase title;
    Phrase back{};  ///< "Back" when empty
    Phrase next{};  ///< no button when empty
    Icon next_icon = Icon::ArrowRight;
    bool is_next_enabled = true;
};

struct CareFrame {
    Rect content;
    bool went_back = false;
    bool proceeded = false;
};

/// Header, title and actions. The buttons are "action.back" and "action.next".
[[nodiscard]] CareFrame draw_care_frame(Ui& ui, const CareDesk& desk, const CareFrameSpec& spec);

/// Language, letters, reach and the way out, on every page at the same place.
[[nodiscard]] std::optional<CareEvent> draw_care_bar(Ui& ui, const CareDesk& desk);

/// Around the whole screen; draw it last.
void draw_care_edge(Ui& ui);

}  // namespace motlan
