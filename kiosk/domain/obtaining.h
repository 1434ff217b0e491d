// How one item is obtained, given what its source said: the rule of once-only for one item.
#pragma once

#include <optional>
#include <string>

#include "kiosk/domain/acquisition.h"

namespace motlan {

/// Who has published an item's concept, and what is known of it.
struct Standing {
    const Source* source = nullptr;  ///< nullptr: nobody has published it
    SourceVerdict verdict = SourceVerdict::Silent;
    bool is_disputed = false;
    std::optional<Provenance> on_card;  ///< the profile holds a value, read from there
    bool is_proven = false;             ///< and no source need be asked for it
    bool is_excepted = false;           ///< staff take the paper while the source is silent
};

/// A held value is never asked, unless it is disputed and the law names that case; an outage is
/// left to the office where the law lets it (ux 5.5); whatever is asked has its reason.
[[nodiscard]] Acquisition obtain(const Item& item, const Standing& standing);

}  // namespace motlan
