// Asks one source and turns its answer into words of the domain, one for each concept asked.
#pragma once

#include "kiosk/app/standing.h"
#include "kiosk/flow/effect.h"

namespace motlan {

/// Every concept gets a word: held, not found, incomplete, silent or forged. Blocks until the
/// source has answered or its time is over.
[[nodiscard]] SourceWords ask_source(const QuerySource& query, const ProvincePlaces& places,
                                     const Clock& clock);

/// Asks whose code of the VNeID application this is. Blocks like ask_source().
/// Fails with Fault::VneidUnknown when the province cannot tell, or not for sure.
[[nodiscard]] Result<Profile> resolve_code(const ResolveCode& resolve, const ProvincePlaces& places,
                                           const Clock& clock);

}  // namespace motlan
