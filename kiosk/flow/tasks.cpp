#include "kiosk/flow/tasks.h"

#include <algorithm>
#include <utility>

#include "kiosk/flow/draft.h"
#include "kiosk/flow/page_reading.h"
#include "kiosk/flow/saving.h"
#include "kiosk/flow/suggestion.h"

namespace motlan {
namespace {

bool has_answer(const Visit& visit, const Item& item) {
    if (std::holds_alternative<Paper>(item.otherwise)) return is_paper_done(visit, item.id);
    return visit.answers.contains(item.id);
}

/// True for what neither the plan nor an open condition has any use for.
bool is_needless(const Visit& visit, const ItemId& item) {
    return visit.plan.find(item) == nullptr && !std::ranges::contains(visit.plan.undecided, item);
}

bool is_paper(const Item* item) { return std::holds_alternative<Paper>(item->otherwise); }

/// One paper alone is scanned; several are chosen from a list.
bool has_list(const Visit& visit) { return asked_papers(visit).size() > 1; }

/// The screen of an asked item: its own, or the list where it is one of several papers.
Turn reached(Visit visit, const Item* item) {
    if (is_paper(item) && has_list(visit)) return {ListPapers{std::move(visit)}, {}};
    const Item wished = *item;
    return {task(std::move(visit), wished, false), {}};
}

/// Questions come first, then the papers, then the questions that these papers may answer.
int place_of(const Item* item, const Visit& visit) {
    if (is_paper(item)) return 1;
    const ValueOnPaper* value = value_on_paper(*item);
    const Acquisition* paper = value != nullptr ? visit.plan.find(value->paper) : nullptr;
    return paper != nullptr && paper->is_asked() ? 2 : 0;
}

/// Its pages at the first doubtful one, else the scanner.
Screen paper_task(Visit visit, const ItemId& item, bool from_review) {
    const auto kept = visit.papers.find(item);
    const auto doubtful = kept == visit.papers.end() ? std::nullopt : doubtful_page(kept->second);
    if (!doubtful)
        return scan_paper(std::move(visit), item,
                          {.from_review = from_review, .replaces = from_review});
    std::vector<Page> pages = kept->second;
    const bool may_add = static_cast<int>(pages.size()) < most_pages(visit, item);
    return ReviewPage{.visit = std::move(visit),
                      .item = item,
                      .pages = std::move(pages),
                      .shown = *doubtful,
                      .from_review = from_review,
                      .may_add = may_add,
                      .is_reopened = true};
}

/// The asked item before that one in the order of the tasks.
Turn asked_before(Visit visit, std::vector<const Item*>::const_iterator here,
                  const std::vector<const Item*>& asked) {
    if (here == asked.begin()) return before_tasks(std::move(visit));
    return reached(std::move(visit), *std::prev(here));
}

}  // namespace

void replan(Visit& visit, const Office& office) {
    const auto subject = subject_of(visit);
    visit.plan = plan(visit.procedure, office.sources, office.today, known_of(visit, subject));
    visit.dropped.clear();
    for (const Item& item : visit.procedure.items) {
        if (!is_needless(visit, item.id)) continue;
        visit.drafts.erase(item.id);
        const bool had_answer = visit.answers.erase(item.id) + visit.papers.erase(item.id) > 0;
        if (had_answer) visit.dropped.push_back(item.id);
    }
}

ConsentRecord consent_now(const State& state) {
    return {.reference = state.reference, .given = state.now, .language = state.comfort.language};
}

Turn identified(Visit visit) {
    if (visit.procedure.behalf) return {ChooseSubject{.visit = std::move(visit)}, {}};
    lay_back(visit);
    return {Consent{std::move(visit)}, {}};
}

void take_other_way(Visit& visit, const ItemId& item, const Office& office) {
    for (const Alternative& alternative : visit.procedure.alternatives) {
        const auto taken = visit.plan.ways.find(alternative.id);
        const bool is_here = taken != visit.plan.ways.end() &&
                             std::ranges::contains(alternative.ways.at(taken->second), item);
        if (!is_here) continue;
        visit.wished[alternative.id] = (taken->second + 1) % alternative.ways.size();
        return replan(visit, office);
    }
}

std::vector<const Item*> asked_items(const Visit& visit) {
    std::vector<const Item*> asked;
    for (const Acquisition& acquisition : visit.plan.items) {
        if (acquisition.is_asked()) asked.push_back(visit.procedure.find(acquisition.item));
    }
    std::ranges::stable_sort(asked, {},
                             [&visit](const Item* item) { return place_of(item, visit); });
    return asked;
}

std::vector<const Item*> asked_papers(const Visit& visit) {
    std::vector<const Item*> papers = asked_items(visit);
    std::erase_if(papers, [](const Item* item) { return !is_paper(item); });
    return papers;
}

std::vector<const Item*> open_items(const Visit& visit) {
    std::vector<const Item*> open = asked_items(visit);
    std::erase_if(open, [&](const Item* item) { return has_answer(visit, *item); });
    return open;
}

const Item* open_paper(const Visit& visit) {
    const auto papers = asked_papers(visit);
    const auto open =
        std::ranges::find_if(papers, [&](const Item* item) { return !has_answer(visit, *item); });
    return open == papers.end() ? nullptr : *open;
}

bool is_paper_done(const Visit& visit, const ItemId& item) {
    const auto pages = visit.papers.find(item);
    return pages != visit.papers.end() && !pages->second.empty() &&
           std::ranges::none_of(pages->second, &Page::is_open);
}

void accept_pages(Visit& visit, const ItemId& item, std::vector<Page> pages) {
    for (Page& page : pages) page.is_accepted = !page.is_open();
    visit.papers[item] = std::move(pages);
    for (auto& [other, others] : visit.papers) judge_places(others, visit, other);
}

Screen task(Visit visit, const Item& item, bool from_review) {
    const ItemId id = item.id;
    if (is_paper(&item)) return paper_task(std::move(visit), id, from_review);
    const auto asked = asked_items(visit);
    const auto is_question = [](const Item* each) { return !is_paper(each); };
    const auto place = std::ranges::find(asked, id, [](const Item* each) { return each->id; });
    const auto before = std::ranges::count_if(asked.begin(), place, is_question);
    std::string draft = first_draft(visit, item);
    const bool is_complete = is_acceptable(draft, item);
    return AskQuestion{.visit = std::move(visit),
                       .item = id,
                       .number = static_cast<int>(before) + 1,
                       .total = static_cast<int>(std::ranges::count_if(asked, is_question)),
                       .draft = std::move(draft),
                       .is_complete = is_complete,
                       .from_review = from_review};
}

const Paper* paper_of(const Visit& visit, const ItemId& item) {
    const Item* found = visit.procedure.find(item);
    return found != nullptr ? std::get_if<Paper>(&found->otherwise) : nullptr;
}

int most_pages(const Visit& visit, const ItemId& item) {
    const Paper* paper = paper_of(visit, item);
    return paper != nullptr ? paper->most_pages : 0;
}

ScanPaper scan_paper(Visit visit, const ItemId& item, Laying laying) {
    const auto kept = visit.papers.find(item);
    const bool has_none = laying.replaces || kept == visit.papers.end();
    std::vector<Page> laid = has_none ? std::vector<Page>() : kept->second;
    const bool may_scan = static_cast<int>(laid.size()) < most_pages(visit, item);
    return {.visit = std::move(visit),
            .item = item,
            .fault = {},
            .from_review = laying.from_review,
            .laid = std::move(laid),
            .may_scan = may_scan,
            .replaces = laying.replaces};
}

Turn next_task(Visit visit, const std::optional<ItemId>& done) {
    const auto asked = asked_items(visit);
    auto from = asked.begin();
    if (done) {
        from = std::ranges::find(asked, *done, [](const Item* item) { return item->id; });
        if (from != asked.end()) ++from;
    }
    const auto open = std::ranges::find_if(from, asked.end(), [&](const Item* item) {
        return done.has_value() || !has_answer(visit, *item);
    });
    if (open == asked.end()) return {ReviewAll{std::move(visit)}, {}};
    return reached(std::move(visit), *open);
}

// The screen of the wishes holds no pages: they would be gone.
Turn before_tasks(Visit visit) {
    if (!visit.supplements) return {CheckDetails{std::move(visit)}, {}};
    if (has_made_anything(visit)) return {ReviewAll{std::move(visit)}, {}};
    return {ReviewWishes{.followed = *std::move(visit.supplements),
                         .words = std::move(visit.words),
                         .consent = std::move(visit.consent)},
            {}};
}

Turn task_before(Visit visit, const ItemId& item) {
    const auto asked = asked_items(visit);
    const auto here = std::ranges::find(asked, item, [](const Item* each) { return each->id; });
    if (here == asked.end()) return before_tasks(std::move(visit));
    if (is_paper(*here) && has_list(visit)) return {ListPapers{std::move(visit)}, {}};
    return asked_before(std::move(visit), here, asked);
}

Turn before_paper(Visit visit, const ItemId& item, bool from_review) {
    if (from_review) return {ReviewAll{std::move(visit)}, {}};
    return task_before(std::move(visit), item);
}

Turn before_papers(Visit visit) {
    const auto asked = asked_items(visit);
    return asked_before(std::move(visit), std::ranges::find_if(asked, is_paper), asked);
}

Turn before_review(Visit visit) {
    const auto asked = asked_items(visit);
    return asked_before(std::move(visit), asked.end(), asked);
}

Turn after_papers(Visit visit) {
    const auto papers = asked_papers(visit);
    if (papers.empty()) return {ReviewAll{std::move(visit)}, {}};
    const ItemId last = papers.back()->id;
    return next_task(std::move(visit), last);
}

Turn after_paper(Visit visit, const ItemId& item, bool from_review) {
    if (from_review) return {ReviewAll{std::move(visit)}, {}};
    if (!has_list(visit)) return next_task(std::move(visit), item);
    if (open_paper(visit) == nullptr) return after_papers(std::move(visit));
    return {ListPapers{std::move(visit)}, {}};
}

}  // namespace motlan
