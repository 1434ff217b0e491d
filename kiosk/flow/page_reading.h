// What the words on a page say: against it, and in answer to questions. They are read in the
// background and come late.
#pragma once

#include <vector>

#include "kiosk/domain/page.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/visit.h"

namespace motlan {

/// Adds to the page that was read what is doubtful about it: text that was lost, and, where it is
/// the first page of its paper `item`, a title that is not the paper's. A page that somebody has
/// taken already keeps his word. Adds also what it says in answer to questions, here or where the
/// visit has it already.
void note_reading(const PageRead& read, Visit& visit, const ItemId& item, std::vector<Page>& pages);

/// What it answers alone, of a page that the visit has already: nobody is asked about it again.
void note_answers(const PageRead& read, Visit& visit);

}  // namespace motlan
