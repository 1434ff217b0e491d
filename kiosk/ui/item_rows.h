// Rows about a procedure's items, shared by the screens that list them: words for where a value
// comes from. Chooses words, never acquisitions.
#pragma once

#include <string>

#include "kiosk/flow/state.h"
#include "kiosk/ui/widgets/row_list.h"

namespace motlan {

/// "CSDL quốc gia về dân cư".
[[nodiscard]] std::string source_name(const Ui& ui, const SourceId& source);

/// Where the profile's values come from, as the tree names it: "card.qr".
[[nodiscard]] std::string provenance_name(const Profile& profile);

/// The same in the citizen's words.
[[nodiscard]] Phrase read_from(const Ui& ui, const Profile& profile);

/// The fee as a citizen reads it: "8.000 đồng mỗi bản".
[[nodiscard]] Phrase fee_words(const Ui& ui, const Procedure& procedure);

/// "8.000".
[[nodiscard]] std::string grouped(std::int64_t number);

/// The button "Vì sao?" of an item; its id is "<item>.why".
[[nodiscard]] RowAction why_action(const Ui& ui, const Item& item, Text label);

/// A row about a paper asks to look at it again; the row as it is where there are no words.
void add_late_doubt(ListRow& row, Phrase words);

/// The item of a chosen button "<item>.<verb>", if that is its verb.
[[nodiscard]] std::optional<ItemId> item_of(const std::optional<std::string>& chosen,
                                            std::string_view verb);

/// How a person reads a value: dates as dd/mm/yyyy, other words as they are; dots while staff have
/// the kiosk.
[[nodiscard]] std::string readable(const Ui& ui, const std::string& value);

/// An answer as a person reads it: a choice's label, a number with its unit, a place's name; dots
/// while staff have the kiosk.
[[nodiscard]] Phrase answer_words(const Ui& ui, const Item& item, const std::string& answer);

}  // namespace motlan
