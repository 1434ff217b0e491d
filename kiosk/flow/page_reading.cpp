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

void note(const PageRead& read, const Visit& visit, const ItemId& item, std::vector<Page>& pages) {
    const auto page =
        std::ranges::find_if(pages, [&](const Page& each) { return is_about(read, each); });
    if (page == pages.end()) return;
    page->said = answers_on(read.text, item, visit);
    if (page->kept_because) return;
    if (read.is_text_lost) doubt(*page, Fault::PageTextLost);
    const Paper* paper = paper_of(visit, item);
    if (paper == nullptr || page != pages.begin()) return;
    if (title_verdict(paper->titles, read.text) == TitleVerdict::Missing)
        doubt(*page, is_held(read.text, visit) ? Fault::PageHeld : Fault::PageOtherPaper);
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

}  // namespace motlan
