#include "kiosk/flow/page_reading.h"

#include <algorithm>

#include "kiosk/domain/paper_title.h"

namespace motlan {
namespace {

void doubt(Page& page, Fault fault) {
    if (!std::ranges::contains(page.doubts, fault)) page.doubts.push_back(fault);
}

}  // namespace

void note_reading(const PageRead& read, const Paper* paper, std::vector<Page>& pages) {
    if (read.sheet < 0) return;
    const auto page = std::ranges::find(pages, read.sheet, &Page::sheet);
    if (page == pages.end() || page->kept_because) return;
    if (read.is_text_lost) doubt(*page, Fault::PageTextLost);
    if (paper == nullptr || page != pages.begin()) return;
    if (title_verdict(paper->titles, read.text) == TitleVerdict::Missing)
        doubt(*page, Fault::PageOtherPaper);
}

}  // namespace motlan
