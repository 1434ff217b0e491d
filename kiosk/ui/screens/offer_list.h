// What a screen offers to choose from, page by page: procedures, or answers of the guide.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/flow/event.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/choice.h"

namespace motlan {

/// Something to choose, and what choosing it means.
struct Offer {
    ChoiceSpec spec;
    Event event;
};
using Offers = std::vector<Offer>;

/// A procedure by its place in the catalogue: its name, how long it takes and when it is due.
[[nodiscard]] Offer whole_offer(const Ui& ui, std::size_t place);
/// The same by its short name, for where a keyboard leaves little room.
[[nodiscard]] Offer short_offer(const Ui& ui, std::size_t place);
/// An answer to the question on the screen.
[[nodiscard]] Offer answer_offer(const Ui& ui, const GuideAnswer& answer);

/// Drops what does not fit into the box, where there is no room for a bar that turns pages.
void keep_fitting(const Ui& ui, const Rect& box, Offers& offers);

/// How offers are cut into pages.
struct OfferPages {
    std::string name;  ///< of the pages in the view memory
    int columns = 1;
};

/// Two side by side where the screen is wide and letters are small, else one.
[[nodiscard]] int offer_columns(const Ui& ui);

/// Draws the page shown now, at most six offers. What was chosen.
[[nodiscard]] std::optional<Event> draw_offers(Ui& ui, const Rect& box, const OfferPages& pages,
                                               Offers offers);

}  // namespace motlan
