// Rows of what is known, asked or done: a label, its value, a badge that says where it comes from
// and at most two small buttons. Checklists and summaries are both made of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/pieces.h"

namespace motlan {

struct RowAction {
    std::string id;  ///< of the button, e.g. "need.copies.why"
    Phrase label;
    bool is_for_holding = false;  ///< acts while a finger lies on it
};

struct ListRow {
    bool is_header = false;  ///< begins a group: only label and note are used
    std::string id{};
    Phrase label{};
    Phrase value{};  ///< bold; may be empty
    Phrase note{};   ///< of a header, at its right end, e.g. "5/6"
    Tone tone = Tone::Still;
    Phrase badge{};                 ///< may be empty
    bool is_badge_news = false;     ///< said when it comes
    bool is_badge_private = false;  ///< it says something of the citizen's, not only where from
    std::vector<RowAction> actions{};
    Privacy privacy = Privacy::Public;
    std::string provenance{};
    std::string legal_ref{};
};

/// Adds the rows to other pieces. `chosen` gets the id of a chosen button; it must outlive them.
void add_rows(Ui& ui, Pieces& pieces, const std::vector<ListRow>& rows,
              std::optional<std::string>& chosen);

/// Draws the rows into the box, in pages when they are too many. The id of a chosen button.
[[nodiscard]] std::optional<std::string> draw_rows(Ui& ui, const Rect& box, const std::string& id,
                                                   const std::vector<ListRow>& rows);

}  // namespace motlan
