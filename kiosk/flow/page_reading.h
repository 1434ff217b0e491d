// What the words on a page say: against it, and in answer to questions. They are read in the
// background and come late. What is said against a page for where it stands changes with its place.
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

/// The numbers of the sheets of these pages of the paper `item` and of the visit's other papers.
[[nodiscard]] std::vector<int> sheets_with(const std::vector<Page>& pages, const Visit& visit,
                                           const ItemId& item);

/// Doubts these pages of the paper `item` anew for where they stand: a title that is not the
/// paper's on the first of them alone, a sheet that was scanned already while its other copy is
/// still there. To be asked whenever their order or number has changed. A page that somebody has
/// taken in spite of doubts keeps his word.
void judge_places(std::vector<Page>& pages, const Visit& visit, const ItemId& item);

}  // namespace motlan
