// The order of a visit's tasks: the questions and papers that the plan asks for.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/flow/handlers.h"

namespace motlan {

/// The items that the plan asks of the citizen, questions before papers.
[[nodiscard]] std::vector<const Item*> asked_items(const Visit& visit);

/// The papers among them.
[[nodiscard]] std::vector<const Item*> asked_papers(const Visit& visit);

/// The asked items that are still to be done: no answer, no page, or a page in doubt.
[[nodiscard]] std::vector<const Item*> open_items(const Visit& visit);

/// The first asked paper that is not done; nullptr when all are.
[[nodiscard]] const Item* open_paper(const Visit& visit);

/// Plans anew from all that the visit knows now. Answers and papers that are not needed any more
/// are dropped and named in `dropped`.
void replan(Visit& visit, const Office& office);

/// The citizen's agreement to be looked up, given now.
[[nodiscard]] ConsentRecord consent_now(const State& state);

/// The card was read and its camera is not needed any more: its chip where there is a reader that
/// works, else identified().
[[nodiscard]] Turn after_card(Visit visit, const Scene& scene);

/// The screen after whoever stands here is known: for whom it is, where the procedure leaves that
/// open, else the consent.
[[nodiscard]] Turn identified(Visit visit);

/// Takes the next way of the alternative through which the item is asked; the visit as it was when
/// there is none.
void take_other_way(Visit& visit, const ItemId& item, const Office& office);

/// The screen of the first asked item after `done` (or of all, if none is given) that has no
/// answer yet, or the list where it is one of several papers; the review when there is none.
[[nodiscard]] Turn next_task(Visit visit, const std::optional<ItemId>& done = {});

/// The screen before the first task: the check of the data, or the wishes that are answered.
[[nodiscard]] Turn before_tasks(Visit visit);

/// The screen before this item's: the list of several papers, the asked item before it, else the
/// check of the data.
[[nodiscard]] Turn task_before(Visit visit, const ItemId& item);

/// Where going back from a paper leads: the review it was reached from, else task_before().
[[nodiscard]] Turn before_paper(Visit visit, const ItemId& item, bool from_review);

/// The screen before the list of papers: the last question, else what is before the tasks.
[[nodiscard]] Turn before_papers(Visit visit);

/// The screen before the review: the last task, else what is before the tasks.
[[nodiscard]] Turn before_review(Visit visit);

/// The paper has pages, and none of them still waits for somebody's word.
[[nodiscard]] bool is_paper_done(const Visit& visit, const ItemId& item);

/// These are the pages of that paper from now on: a person has used those that are in no doubt, or
/// were used before.
void accept_pages(Visit& visit, const ItemId& item, std::vector<Page> pages);

/// The screen that asks for this item. A paper of which a page is in doubt is shown at that page.
[[nodiscard]] Screen task(Visit visit, const Item& item, bool from_review);

/// The paper of this item; nullptr when it is none. Lives as long as the visit.
[[nodiscard]] const Paper* paper_of(const Visit& visit, const ItemId& item);

/// Most pages that the paper of this item may have; 0 when it is no paper.
[[nodiscard]] int most_pages(const Visit& visit, const ItemId& item);

/// Why a paper is laid: from where, and whether what is there stays.
struct Laying {
    bool from_review = false;
    bool replaces = false;
};

/// The screen that scans a page of this item.
[[nodiscard]] ScanPaper scan_paper(Visit visit, const ItemId& item, Laying laying);

/// Where the last of the papers leads: the first question that they may answer, else the review.
[[nodiscard]] Turn after_papers(Visit visit);

/// Where a paper leads when it is done: the review, the list while one is open, or the next task.
[[nodiscard]] Turn after_paper(Visit visit, const ItemId& item, bool from_review);

}  // namespace motlan
