// What the two screens share that look for a card: the camera's picture, why the last code led to
// nothing, and where the code is on the cards.
#pragma once

#include <functional>
#include <optional>

#include "kiosk/flow/event.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

struct CardView {
    Picture preview;
    CardHint hint = CardHint::NoCard;
    std::optional<Fault> refused;
    int refusals = 0;
    Phrase busy;     ///< what is being done with a code, instead of the hint
    Phrase why_not;  ///< instead of the fault's own words
    bool is_badge = false;
    std::optional<CardDistance> distance{};
    std::optional<Lamp> lamp{};  ///< where the camera has one
};

/// Why the last code was not taken; after three of them an officer is suggested (ux, C07).
void add_refusal(Ui& ui, Pieces& pieces, const CardView& view);

/// Two small drawings with the code in its place, and that a hand reader will do as well.
void add_card_sides(Ui& ui, Pieces& pieces);

/// Fills the box with the viewfinder, the bar of the card's distance and the switch of the lamp
/// and, beside or below them, the advice. Answers what was wished of the lamp.
[[nodiscard]] std::optional<Event> draw_card_view(Ui& ui, const Rect& box, const CardView& view,
                                                  const std::function<void(Pieces&)>& add_advice);

}  // namespace motlan
