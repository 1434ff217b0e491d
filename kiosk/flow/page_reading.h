// What the words on a page say: against it, and in answer to questions. They are read in the
// background and come late.
#pragma once

#include <vector>

#include "kiosk/domain/page.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/visit.h"

namespace motlan {

/// Adds to the page that was read, where the visit has it already, what is doubtful about it: text
/// that was lost, and, on the first page of its paper, a title that is not the paper's. A page that
/// somebody has taken in spite of doubts keeps his word. Adds also what it says in answer to
/// questions. Words of a page that has been turned since say nothing about it.
void note_reading(const PageRead& read, Visit& visit);

/// The same also among these pages, which are about to become those of the paper `item`.
void note_reading(const PageRead& read, Visit& visit, const ItemId& item, std::vector<Page>& pages);

}  // namespace motlan
