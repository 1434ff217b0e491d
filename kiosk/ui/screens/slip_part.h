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

struct SlipPart {
    SlipStage stage;
    std::optional<Fault> fault;
    Text printing;
    Text printed;
    Text not_printed;
};

/// A sentence about the slip and a button: to decline one that is coming, to print one that was
/// declined or to print it again. `event` is set when it was chosen.
void add_slip_part(Ui& ui, Pieces& pieces, const SlipPart& part, std::optional<Event>& event);

/// What is left after sending, in two columns on a wide screen and in one on a high one.
class EndPage {
public:
    /// `share` is the main column's part of the width in percent. The Ui must outlive it.
    EndPage(Ui& ui, const Rect& content, int share);

    [[nodiscard]] Pieces& main() { return main_; }
    /// The second column; below the main one where there is but one.
    [[nodiscard]] Pieces& rest() { return sides_.side.is_empty() ? main_ : side_; }
    /// The facts and the code as a picture, to carry them away without paper: on a card where a
    /// page has room for one. `words` are about the code.
    void add_facts(Ui& ui, const std::vector<SlipFact>& facts, const std::string& code,
                   Text words = Text::DoneQr);
    /// `name` is that of the pages in the view memory.
    void draw(const std::string& name);

private:
    Sides sides_;
    Pieces main_;
    Pieces side_;
};

}  // namespace motlan
