// Conditions as an author writes them, and whether they can ever be true.
#pragma once

#include <span>
#include <string>

#include "kiosk/core/fields.h"
#include "kiosk/domain/item.h"

namespace motlan {

/// Reads the condition under `key`, which may be left out:
///   { item = "purpose", is = "marriage" }        { item = "purpose", is = ["work", "study"] }
///   { item = "members", at_least = 2, at_most = 9 }     { age_at_least = 14, age_below = 60 }
///   { sex = "female" }     { all = [ … ] }     { any = [ … ] }     { not = { … } }
[[nodiscard]] std::optional<Condition> read_condition(Fields& above, std::string_view key);

/// Why the condition cannot stand after these items: it looks at one that is not among them, it
/// compares what cannot be compared, or it is never true. Nothing when it can.
[[nodiscard]] std::optional<std::string> objection(const Condition& condition,
                                                   std::span<const Item> earlier);

}  // namespace motlan
