#include "kiosk/flow/page_reading.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "kiosk/core/utf8.h"
#include "kiosk/domain/paper_title.h"
#include "kiosk/domain/paper_value.h"
#include "kiosk/flow/draft.h"
#include "kiosk/flow/suggestion.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

void doubt(Page& page, Fault fault) {
    if (!std::ranges::contains(page.doubts, fault)) page.doubts.push_back(fault);
}

void doubt_while(bool is_so, Page& page, Fault fault) {
    if (is_so) return doubt(page, fault);
    std::erase(page.doubts, fault);
}

// Of a page from an earlier visit only the doubt may be known.
void judge_title(Page& page, bool is_first) {
    for (const Fault fault : {Fault::PageOtherPaper, Fault::PageHeld}) {
        if (!page.as_first && std::ranges::contains(page.doubts, fault)) page.as_first = fault;
    }
    for (const Fault fault : {Fault::PageOtherPaper, Fault::PageHeld})
        doubt_while(is_first && page.as_first == fault, page, fault);
}

/// A paper that names two people names whoever stands here as well.
bool is_own(const std::string& value, const Profile& profile) {
    return value == profile.number.reveal().digits() ||
           fold(value) == fold(profile.full_name.reveal()) ||
           value == profile.birth_date.reveal().to_text();
}

/// What a page of that paper answers.
std::map<ItemId, Personal<std::string>> answers_on(const PageText& text, const ItemId& paper,
                                                   const Visit& visit) {
    std::map<ItemId, Personal<std::string>> said;
    for (const Item& item : visit.procedure.items) {
        const ValueOnPaper* wanted = value_on_paper(item);
        if (wanted == nullptr || wanted->paper != paper) continue;
        const auto values = values_on(*wanted, text);
        const auto other = std::ranges::find_if(values, [&](const std::string& value) {
            return !is_own(value, visit.profile) && is_acceptable(value, item);
        });
        if (other != values.end()) said.emplace(item.id, Personal(*other));
    }
    return said;
}

bool is_about(const PageRead& read, const Page& page) {
    return read.sheet >= 0 && read.sheet == page.sheet && read.turns == page.turns;
}

/// Whether the page is a paper of this procedure that a source has given already (ux 5.4).
bool is_held(const PageText& text, const Visit& visit) {
    return std::ranges::any_of(visit.procedure.items, [&](const Item& item) {
        const auto* paper = std::get_if<Paper>(&item.otherwise);
        const auto word = visit.words.find(item.concept_id);
        return paper != nullptr && word != visit.words.end() &&
               word->second.verdict == SourceVerdict::Held &&
               title_verdict(paper->titles, text) == TitleVerdict::Found;
    });
}

/// What the title says against a page that is to be the first of the paper.
std::optional<Fault> against_title(const PageText& text, const Paper& paper, const Visit& visit) {
    if (title_verdict(paper.titles, text) != TitleVerdict::Missing) return std::nullopt;
    return is_held(text, visit) ? Fault::PageHeld : Fault::PageOtherPaper;
}

void note(const PageRead& read, const Visit& visit, const ItemId& item, std::vector<Page>& pages) {
    const auto page =
        std::ranges::find_if(pages, [&](const Page& each) { return is_about(read, each); });
    if (page == pages.end()) return;
    page->said = answers_on(read.text, item, visit);
    const Paper* paper = paper_of(visit, item);
    if (paper != nullptr) page->as_first = against_title(read.text, *paper, visit);
    if (page->kept_because) return;
    if (read.is_text_lost) doubt(*page, Fault::PageTextLost);
    judge_title(*page, page == pages.begin());
}

}  // namespace

void note_reading(const PageRead& read, Visit& visit) {
    for (auto& [item, pages] : visit.papers) note(read, visit, item, pages);
}

void note_reading(const PageRead& read, Visit& visit, const ItemId& item,
                  std::vector<Page>& pages) {
    note_reading(read, visit);
    note(read, visit, item, pages);
}

std::vector<int> sheets_with(const std::vector<Page>& pages, const Visit& visit,
                             const ItemId& item) {
    std::vector<int> sheets;
    for (const Page& page : pages) sheets.push_back(page.sheet);
    for (const auto& [other, others] : visit.papers) {
        if (other == item) continue;
        for (const Page& page : others) sheets.push_back(page.sheet);
    }
    std::erase_if(sheets, [](int sheet) { return sheet < 0; });
    return sheets;
}

void judge_places(std::vector<Page>& pages, const Visit& visit, const ItemId& item) {
    const std::vector<int> sheets = sheets_with(pages, visit, item);
    for (Page& page : pages) {
        if (page.kept_because) continue;
        judge_title(page, &page == &pages.front());
        const bool is_there_twice = std::ranges::any_of(
            page.same_as, [&](int sheet) { return std::ranges::contains(sheets, sheet); });
        if (!page.same_as.empty()) doubt_while(is_there_twice, page, Fault::PageDuplicate);
    }
}

}  // namespace motlan
