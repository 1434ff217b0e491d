// What the card camera sees, with brackets where the code belongs and a sentence what to do.
#pragma once

#include "kiosk/core/card_hint.h"
#include "kiosk/ui/ui.h"

namespace motlan {

struct ViewfinderSpec {
    Picture preview;  ///< empty until the first frame
    CardHint hint = CardHint::NoCard;
    Phrase words;  ///< what to do now
};

/// Fills the box; the sentence lies below the picture, on its own band.
void viewfinder(Ui& ui, const Rect& box, const ViewfinderSpec& spec);

/// Where a picture of that size lies inside the box, in its own proportions.
[[nodiscard]] Rect fitted_box(const Rect& box, int width, int height);

}  // namespace motlan
