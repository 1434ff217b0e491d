// A big row to choose: pictogram, one to five words, a short hint. The whole row is the target.
#pragma once

#include <functional>

#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/icon.h"
#include "kiosk/ui/widgets/pieces.h"

namespace motlan {

struct ChoiceSpec {
    std::string id;
    Phrase label;
    Phrase hint;  ///< may be empty
    Icon icon = Icon::None;
    bool is_selected = false;
    bool leads_on = false;  ///< choosing it opens the next screen: drawn with a chevron
    bool is_enabled = true;
    Phrase why_not{};  ///< while it is not enabled: why, in a sentence
    Privacy privacy = Privacy::Public;
};

[[nodiscard]] int choice_height(const Ui& ui, const ChoiceSpec& spec, int width);

/// Adds it to other pieces; `when_chosen` is called when it was chosen.
void add_choice(Ui& ui, Pieces& pieces, const ChoiceSpec& spec, std::function<void()> when_chosen);

/// True when it was chosen.
[[nodiscard]] bool choice(Ui& ui, const Rect& box, const ChoiceSpec& spec);

}  // namespace motlan
