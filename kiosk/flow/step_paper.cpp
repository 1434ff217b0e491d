#include <algorithm>
#include <utility>

#include "kiosk/flow/handlers.h"
#include "kiosk/flow/leaving.h"
#include "kiosk/flow/page_reading.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

int room_for(const ScanPaper& screen) {
    return most_pages(screen.visit, screen.item) - static_cast<int>(screen.laid.size());
}

/// The sheets of the other papers and those laid for this one, without one that is scanned again.
std::vector<int> kept_sheets(const ScanPaper& screen) {
    std::vector<int> kept = sheets_with(screen.laid, screen.visit, screen.item);
    if (screen.place && *screen.place < screen.laid.size())
        std::erase(kept, screen.laid[*screen.place].sheet);
    return kept;
}

/// The pages, looked at from that one on.
ReviewPage look_at(ScanPaper screen, std::size_t shown) {
    const bool may_add = room_for(screen) > 0;
    return {.visit = std::move(screen.visit),
            .item = std::move(screen.item),
            .pages = std::move(screen.laid),
            .shown = shown,
            .from_review = screen.from_review,
            .may_add = may_add,
            .replaces = screen.replaces};
}

/// What is laid goes with the visit; a doubtful page among it is asked about before the dossier
/// goes. Earlier pages that it would replace stay while nothing good has come in their place.
void keep_laid(ScanPaper& screen) {
    const bool is_all_open = std::ranges::all_of(screen.laid, &Page::is_open);
    const bool has_earlier = screen.replaces && screen.visit.papers.contains(screen.item);
    if (screen.laid.empty() || (has_earlier && is_all_open)) return;
    accept_pages(screen.visit, screen.item, std::move(screen.laid));
}

}  // namespace

Turn on(ListPapers screen, const Proceeded&, const Scene&) {
    const Item* open = open_paper(screen.visit);
    if (open == nullptr) return after_papers(std::move(screen.visit));
    const Item item = *open;
    return {task(std::move(screen.visit), item, false), {}};
}

Turn on(ListPapers screen, const AnswerReopened& reopened, const Scene&) {
    const auto papers = asked_papers(screen.visit);
    const auto wished =
        std::ranges::find(papers, reopened.item, [](const Item* each) { return each->id; });
    if (wished == papers.end()) return {std::move(screen), {}};
    const Item item = **wished;
    return {task(std::move(screen.visit), item, false), {}};
}

Turn on(ListPapers screen, const PageRead& read, const Scene&) {
    note_reading(read, screen.visit);
    return {std::move(screen), {}};
}

Turn on(ListPapers screen, const WentBack&, const Scene&) {
    return before_papers(std::move(screen.visit));
}

// Whoever sees what the camera sees may take it as it is: it does not know every sheet.
Turn on(ScanPaper screen, const ScanWished&, const Scene& scene) {
    if (screen.stage == ScanStage::Watching && screen.sight)
        return {std::move(screen), {TakeSheet{}}};
    if (screen.stage != ScanStage::LayPaper || !screen.may_scan) return {std::move(screen), {}};
    const bool is_watched = scene.office.has_document_camera;
    screen.stage = is_watched ? ScanStage::Watching : ScanStage::Scanning;
    screen.percent = 0;
    screen.fault.reset();
    screen.sight = {};
    const ScanSheet sheet{.most = screen.place ? 1 : room_for(screen),
                          .is_again = screen.place.has_value(),
                          .kept = kept_sheets(screen)};
    return {std::move(screen), {sheet}};
}

Turn on(ScanPaper screen, const PaperSeen& seen, const Scene&) {
    if (screen.stage != ScanStage::Watching) return {std::move(screen), {}};
    screen.sight = seen.sight;
    screen.hint = seen.hint;
    return {std::move(screen), {}};
}

Turn on(ScanPaper screen, const ScanProgressed& progressed, const Scene&) {
    if (screen.stage != ScanStage::Scanning) return {std::move(screen), {}};
    screen.percent = std::clamp(progressed.percent, 0, 100);
    return {std::move(screen), {}};
}

Turn on(ScanPaper screen, const SheetScanned&, const Scene&) {
    const bool is_scanned =
        screen.stage == ScanStage::Scanning || screen.stage == ScanStage::Watching;
    if (is_scanned) screen.stage = ScanStage::Checking;
    return {std::move(screen), {}};
}

// What a cancelled scan still hands over belongs to no paper. A page that is scanned again gives
// way for now: it is lost only when the new one is used.
Turn on(ScanPaper screen, const PageScanned& scanned, const Scene&) {
    if (screen.stage == ScanStage::LayPaper) return {std::move(screen), {}};
    const bool is_again = screen.place && *screen.place < screen.laid.size();
    const std::size_t place = is_again ? *screen.place : screen.laid.size();
    std::optional<Page> replaced;
    if (is_again) replaced = std::exchange(screen.laid[place], scanned.page);
    if (!is_again) screen.laid.push_back(scanned.page);
    judge_places(screen.laid, screen.visit, screen.item);
    ReviewPage review = look_at(std::move(screen), place);
    review.fresh_first = place;
    review.fresh_count = 1;
    review.is_fed = scanned.is_fed;
    review.replaced = std::move(replaced);
    return {std::move(review), {}};
}

Turn on(ScanPaper screen, const PageRead& read, const Scene&) {
    note_reading(read, screen.visit, screen.item, screen.laid);
    return {std::move(screen), {}};
}

// Pages that were already laid stay.
Turn on(ScanPaper screen, const ScanFailed& failed, const Scene&) {
    const bool is_cancelled = is_waiting(screen.stage) && failed.fault == Fault::ScannerCancelled;
    if (is_cancelled) return {std::move(screen), {}};
    screen.stage = ScanStage::LayPaper;
    screen.percent = 0;
    screen.fault = failed.fault;
    return {std::move(screen), {}};
}

Turn on(ScanPaper screen, const PagesOpened&, const Scene&) {
    if (!is_waiting(screen.stage) || screen.laid.empty()) return {std::move(screen), {}};
    std::vector<Effect> effects = stop_scan(screen.stage);
    return {look_at(std::move(screen), 0), std::move(effects)};
}

Turn on(ScanPaper screen, const Proceeded&, const Scene&) {
    if (!is_waiting(screen.stage) || screen.laid.empty()) return {std::move(screen), {}};
    std::vector<Effect> effects = stop_scan(screen.stage);
    if (const auto doubtful = doubtful_page(screen.laid))
        return {look_at(std::move(screen), *doubtful), std::move(effects)};
    keep_laid(screen);
    Turn turn = after_paper(std::move(screen.visit), screen.item, screen.from_review);
    effects.insert(effects.end(), turn.effects.begin(), turn.effects.end());
    return {std::move(turn.screen), std::move(effects)};
}

Turn on(ScanPaper screen, const OtherWayWished& wish, const Scene& scene) {
    if (!is_waiting(screen.stage)) return {std::move(screen), {}};
    std::vector<Effect> effects = stop_scan(screen.stage);
    keep_laid(screen);
    take_other_way(screen.visit, wish.item, scene.office);
    Turn turn = next_task(std::move(screen.visit));
    return {std::move(turn.screen), std::move(effects)};
}

Turn on(ScanPaper screen, const WentBack&, const Scene&) {
    std::vector<Effect> effects = stop_scan(screen.stage);
    keep_laid(screen);
    Turn turn = before_paper(std::move(screen.visit), screen.item, screen.from_review);
    return {std::move(turn.screen), std::move(effects)};
}

}  // namespace motlan
