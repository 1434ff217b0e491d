#include "kiosk/flow/page_reading.h"

#include <algorithm>
#include <map>
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

/// The page that was read, with what it answers; nullptr when it is not among these of a paper.
Page* answered(const PageRead& read, const ItemId& paper, const Visit& visit,
               std::vector<Page>& pages) {
    if (read.sheet < 0) return nullptr;
    const auto page = std::ranges::find(pages, read.sheet, &Page::sheet);
    if (page == pages.end()) return nullptr;
    page->said = answers_on(read.text, paper, visit);
    return &*page;
}

}  // namespace

void note_reading(const PageRead& read, Visit& visit, const ItemId& item,
                  std::vector<Page>& pages) {
    note_answers(read, visit);
    Page* page = answered(read, item, visit, pages);
    if (page == nullptr || page->kept_because) return;
    if (read.is_text_lost) doubt(*page, Fault::PageTextLost);
    const Paper* paper = paper_of(visit, item);
    if (paper == nullptr || page != pages.data()) return;
    if (title_verdict(paper->titles, read.text) == TitleVerdict::Missing)
        doubt(*page, Fault::PageOtherPaper);
}

void note_answers(const PageRead& read, Visit& visit) {
    for (auto& [item, pages] : visit.papers) answered(read, item, visit, pages);
}

}  // namespace motlan
