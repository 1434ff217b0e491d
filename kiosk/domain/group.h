// What is needed once for each of several people or things: those who move along, the members of a
// business. A group is written once and read as one set of items for each, so that plans,
// conditions and screens need to know nothing about it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "kiosk/core/fields.h"
#include "kiosk/domain/item.h"

namespace motlan {

/// A group of one procedure, e.g. "mover".
using GroupId = Strong<struct GroupIdTag, std::string>;

struct Group {
    GroupId id;
    ItemId count;             ///< the number item that says how many there are
    std::vector<Item> items;  ///< as written, "{n}" in their texts stands for first, second, …
};

/// Reads one [[group]] with its [[group.item]]. A concept that a source has published is a
/// problem: sources answer about the citizen who stands here, not about others.
[[nodiscard]] Group read_group(const Tree& entry, Fields& above, const std::string& path,
                               const Published& published);

/// The items of the `number`-th, from 1: "mover_2_name" is needed when there are at least two and
/// when its own condition holds. Conditions among the group's items stay within the same number.
[[nodiscard]] std::vector<Item> items_for(const Group& group, int number);

/// How many there may be at most; a problem of `fields` when the item is not a number up to 12.
[[nodiscard]] int most_of(const Group& group, const Item& count, Fields& fields);

}  // namespace motlan
