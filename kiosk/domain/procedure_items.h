// The items of a procedure as an author writes them, with its repeated groups.
#pragma once

#include "kiosk/domain/procedure.h"

namespace motlan {

/// Reads every [[item]] into the procedure, and every [[group]] right behind the item that counts
/// it. Names are unique, a condition looks back only, there are at most 400 items.
void read_items(Fields& fields, Procedure& procedure, const Published& published);

}  // namespace motlan
