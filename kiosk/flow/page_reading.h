// What the words on a page say against it: they are read in the background and come late.
#pragma once

#include <vector>

#include "kiosk/domain/item.h"
#include "kiosk/domain/page.h"
#include "kiosk/flow/event.h"

namespace motlan {

/// Adds to the page that was read what is doubtful about it: text that was lost, and, where it is
/// the first page of its paper, a title that is not the paper's. A page that somebody has taken
/// already keeps his word. `paper` may be nullptr.
void note_reading(const PageRead& read, const Paper* paper, std::vector<Page>& pages);

}  // namespace motlan
