// Asks one source and turns its answer into words of the domain, one for each concept asked.
#pragma once

#include "kiosk/app/standing.h"
#include "kiosk/flow/effect.h"

namespace motlan {

/// Every concept gets a word: held, not found, incomplete, silent or forged. Blocks until the
/// source has answered or its time is over.
[[nodiscard]] SourceWords ask_source(const QuerySource& query, const ProvincePlaces& places,
                                     const Clock& clock);

}  // namespace motlan
