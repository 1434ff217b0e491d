// "A or B": ways of which one is enough. The plan takes the one that asks the least; the citizen
// may wish another.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/core/fields.h"
#include "kiosk/domain/item.h"

namespace motlan {

/// An alternative of one procedure, e.g. "birth_proof".
using AlternativeId = Strong<struct AlternativeIdTag, std::string>;

/// The items of each way are needed together; items of ways not taken are not needed.
struct Alternative {
    AlternativeId id;
    Words label;
    LegalBasis basis;  ///< the law that allows the choice
    std::vector<std::vector<ItemId>> ways;
    std::optional<Condition> when;

    /// The first way that has the item.
    [[nodiscard]] std::optional<std::size_t> way_of(const ItemId& item) const;
};

/// Reads one [[alternative]] with two to eight ways over the given items.
[[nodiscard]] Alternative read_alternative(const Tree& entry, Fields& above,
                                           const std::string& path, std::span<const Item> items);

}  // namespace motlan
