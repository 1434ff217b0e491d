// What the two screens share that end with a slip: the card with the code to keep, and how the
// printing is doing.
#pragma once

#include <vector>

#include "kiosk/flow/event.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

/// One line of the card: what it is, and its value with the node's id.
struct SlipFact {
    Text label;
    std::string value;
    TextRole role = TextRole::Body;
    std::string id;
};

/// A card with the facts and the code as a picture, to carry it away without paper.
void add_slip_card(Ui& ui, Pieces& pieces, const std::vector<SlipFact>& facts,
                   const std::string& code);

struct SlipPart {
    SlipStage stage;
    std::optional<Fault> fault;
    Text printing;
    Text printed;
    Text not_printed;
};

/// A sentence about the slip and the button "print again"; `event` is set when that was chosen.
void add_slip_part(Ui& ui, Pieces& pieces, const SlipPart& part, std::optional<Event>& event);

}  // namespace motlan
