// Answers that were read on scanned papers: a citizen confirms them instead of writing.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "kiosk/flow/visit.h"

namespace motlan {

/// What a scanned paper says in answer to the item's question; nothing when it was not read, or
/// says only what is known of whoever stands here.
[[nodiscard]] std::optional<std::string> suggestion(const Visit& visit, const Item& item);

/// The answers that stand on a scanned paper like that.
[[nodiscard]] std::set<ItemId> answers_on_papers(const Visit& visit);

}  // namespace motlan
