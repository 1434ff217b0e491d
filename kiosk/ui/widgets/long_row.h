// A row that is higher than any page: low and in large letters there are some. It goes on from page
// to page, line by line, and then its buttons, each with what it is about.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/widgets/row_list.h"

namespace motlan {

struct LongRow {
    const ListRow& row;
    bool is_only_shown = false;  ///< no row of its list has a button
};

/// `chosen` gets the id of a chosen button; it must outlive the pieces.
void add_long_row(Ui& ui, Pieces& pieces, const LongRow& row, std::optional<std::string>& chosen);

}  // namespace motlan
