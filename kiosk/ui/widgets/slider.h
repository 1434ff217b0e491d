// A value between two ends: a mark on a line that a finger puts where it touches, and a button for
// one step at each end, which keys reach too. By a key the line itself goes one step on, around its
// end.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/ui.h"

namespace motlan {

struct SliderSpec {
    std::string id;  ///< of the line; its buttons are "<id>.less" and "<id>.more"
    Phrase label;    ///< what is set
    Phrase value;    ///< how it is now
    int step = 0;    ///< where the mark is, 0 to `last`
    int last = 1;    ///< 1 or more
    bool is_enabled = true;
};

/// The step that was chosen.
[[nodiscard]] std::optional<int> slider(Ui& ui, const Rect& box, const SliderSpec& spec);

/// Height that it needs when it is that wide: at least 24 mm.
[[nodiscard]] int slider_height(const Ui& ui, const SliderSpec& spec, int width);

}  // namespace motlan
