// The pages of one paper: looked at, arranged, doubted, accepted.
#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/flow/handlers.h"
#include "kiosk/flow/page_reading.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

/// Back to the scanner with the pages as they are now.
ScanPaper lay_more(ReviewPage screen, std::optional<std::size_t> place = {}) {
    const ItemId item = screen.item;
    ScanPaper laying = scan_paper(std::move(screen.visit), item,
                                  {.from_review = screen.from_review, .replaces = screen.replaces});
    laying.laid = std::move(screen.pages);
    const int most = most_pages(laying.visit, laying.item);
    laying.may_scan = place || static_cast<int>(laying.laid.size()) < most;
    laying.place = place;
    return laying;
}

void erase_page(ReviewPage& screen, std::size_t place) {
    screen.pages.erase(std::next(screen.pages.begin(), static_cast<std::ptrdiff_t>(place)));
}

/// The pages go with the visit. False while one of them is doubtful; then that one is shown.
bool accept(ReviewPage& screen) {
    if (const auto doubtful = doubtful_page(screen.pages)) {
        screen.shown = *doubtful;
        return false;
    }
    accept_pages(screen.visit, screen.item, screen.pages);
    screen.pages = screen.visit.papers[screen.item];
    screen.replaces = false;
    return true;
}

std::vector<Effect> stop_feeder(const ReviewPage& screen) {
    if (!screen.is_fed) return {};
    return {CancelScan{}};
}

/// Somebody has arranged the pages: none of them is just scanned any more.
void note_arranged(ReviewPage& screen) {
    screen.fresh_count = 0;
    screen.replaced.reset();
    judge_places(screen.pages, screen.visit, screen.item);
}

/// The new page is not used: what was there before it is there again.
void take_back(ReviewPage& screen) {
    if (screen.replaced) {
        screen.pages[screen.fresh_first] = *std::move(screen.replaced);
    } else if (screen.fresh_count == 1) {
        erase_page(screen, screen.fresh_first);
    }
    judge_places(screen.pages, screen.visit, screen.item);
}

/// The place one page before or after the shown one; the shown one where there is none.
std::size_t beside(const ReviewPage& screen, PageStep step) {
    if (step == PageStep::Before) return screen.shown - (screen.shown > 0 ? 1 : 0);
    return std::min(screen.shown + 1, screen.pages.size() - 1);
}

}  // namespace

std::optional<std::size_t> doubtful_page(const std::vector<Page>& pages) {
    const auto found = std::ranges::find(pages, false, &Page::is_settled);
    if (found == pages.end()) return std::nullopt;
    return static_cast<std::size_t>(found - pages.begin());
}

Turn on(ReviewPage screen, const Proceeded&, const Scene&) {
    if (screen.is_fed || !accept(screen)) return {std::move(screen), {}};
    return after_paper(std::move(screen.visit), screen.item, screen.from_review);
}

Turn on(ReviewPage screen, const PageAdded&, const Scene&) {
    if (screen.is_fed || !screen.may_add || !accept(screen)) return {std::move(screen), {}};
    return {lay_more(std::move(screen)), {}};
}

// The page stays until the one that is scanned again is used. A doubtful new one that is not used
// has driven nothing out.
Turn on(ReviewPage screen, const PageRedone&, const Scene&) {
    if (screen.is_fed) return {std::move(screen), {}};
    const std::size_t place = screen.shown;
    const bool is_fresh = screen.replaced && place == screen.fresh_first;
    if (is_fresh && !screen.pages[place].is_settled()) take_back(screen);
    return {lay_more(std::move(screen), place), {}};
}

// A page just scanned is not kept; a whole stack is, and so is what somebody has arranged. What the
// visit has already stays as it is.
Turn on(ReviewPage screen, const WentBack&, const Scene&) {
    if (screen.stage != ReviewStage::Look) {
        screen.stage = ReviewStage::Look;
        return {std::move(screen), {}};
    }
    if (screen.is_reopened)
        return before_paper(std::move(screen.visit), screen.item, screen.from_review);
    std::vector<Effect> effects = stop_feeder(screen);
    take_back(screen);
    return {lay_more(std::move(screen)), std::move(effects)};
}

Turn on(ReviewPage screen, const PageTurned& turned, const Scene&) {
    screen.shown = beside(screen, turned.step);
    screen.stage = ReviewStage::Look;
    return {std::move(screen), {}};
}

Turn on(ReviewPage screen, const PageMoved& moved, const Scene&) {
    if (screen.is_fed) return {std::move(screen), {}};
    const std::size_t place = beside(screen, moved.step);
    std::swap(screen.pages[screen.shown], screen.pages[place]);
    screen.shown = place;
    note_arranged(screen);
    return {std::move(screen), {}};
}

Turn on(ReviewPage screen, const PageDropped&, const Scene&) {
    if (screen.is_fed) return {std::move(screen), {}};
    erase_page(screen, screen.shown);
    note_arranged(screen);
    screen.may_add = true;
    screen.stage = ReviewStage::Look;
    if (screen.pages.empty()) return {lay_more(std::move(screen)), {}};
    screen.shown = std::min(screen.shown, screen.pages.size() - 1);
    return {std::move(screen), {}};
}

Turn on(ReviewPage screen, const QuarterTurned&, const Scene&) {
    if (screen.is_fed || screen.stage != ReviewStage::Look) return {std::move(screen), {}};
    Page& page = screen.pages[screen.shown];
    page.turn_right();
    const ReadTurned read{page.sheet, page.turns};
    return {std::move(screen), {read}};
}

Turn on(ReviewPage screen, const ArrangeWished&, const Scene&) {
    if (!screen.is_fed) screen.stage = ReviewStage::Arrange;
    return {std::move(screen), {}};
}

Turn on(ReviewPage screen, const KeepWished&, const Scene&) {
    if (!screen.pages[screen.shown].is_settled()) screen.stage = ReviewStage::SayReason;
    return {std::move(screen), {}};
}

Turn on(ReviewPage screen, const PageKept& kept, const Scene&) {
    if (screen.stage != ReviewStage::SayReason) return {std::move(screen), {}};
    screen.pages[screen.shown].kept_because = kept.reason;
    screen.stage = ReviewStage::Look;
    return {std::move(screen), {}};
}

// Also the page that has given way may come back.
Turn on(ReviewPage screen, const PageRead& read, const Scene&) {
    note_reading(read, screen.visit, screen.item, screen.pages);
    if (screen.replaced) {
        std::swap(screen.pages[screen.fresh_first], *screen.replaced);
        note_reading(read, screen.visit, screen.item, screen.pages);
        std::swap(screen.pages[screen.fresh_first], *screen.replaced);
    }
    return {std::move(screen), {}};
}

// The next sheet of the stack.
Turn on(ReviewPage screen, const PageScanned& scanned, const Scene&) {
    if (!screen.is_fed) return {std::move(screen), {}};
    const std::size_t place = screen.fresh_first + screen.fresh_count;
    screen.pages.insert(std::next(screen.pages.begin(), static_cast<std::ptrdiff_t>(place)),
                        scanned.page);
    ++screen.fresh_count;
    screen.is_fed = scanned.is_fed;
    screen.may_add = static_cast<int>(screen.pages.size()) < most_pages(screen.visit, screen.item);
    return {std::move(screen), {}};
}

Turn on(ReviewPage screen, const FeedEnded&, const Scene&) {
    screen.is_fed = false;
    return {std::move(screen), {}};
}

// What the feeder has brought before it failed stays.
Turn on(ReviewPage screen, const ScanFailed& failed, const Scene&) {
    if (screen.is_fed) screen.fault = failed.fault;
    screen.is_fed = false;
    return {std::move(screen), {}};
}

}  // namespace motlan
