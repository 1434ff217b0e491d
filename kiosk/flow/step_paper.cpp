#include <algorithm>
#include <utility>

#include "kiosk/flow/handlers.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

ScanPaper lay_paper(ReviewPage screen) {
    const ItemId item = screen.item;
    return scan_paper(std::move(screen.visit), item,
                      {.from_review = screen.from_review, .replaces = screen.replaces});
}

void keep(ReviewPage& screen) {
    auto& pages = screen.visit.papers[screen.item];
    if (screen.replaces) pages.clear();
    screen.replaces = false;
    pages.push_back(std::move(screen.page));
}

Turn after_paper(Visit visit, const ItemId& item, bool from_review) {
    if (from_review) return {ReviewAll{std::move(visit)}, {}};
    return next_task(std::move(visit), item);
}

}  // namespace

Turn on(ScanPaper screen, const ScanWished&, const Scene&) {
    if (screen.stage != ScanStage::LayPaper || !screen.may_scan) return {std::move(screen), {}};
    screen.stage = ScanStage::Scanning;
    screen.percent = 0;
    screen.fault.reset();
    return {std::move(screen), {ScanSheet{}}};
}

Turn on(ScanPaper screen, const ScanProgressed& progressed, const Scene&) {
    if (screen.stage != ScanStage::Scanning) return {std::move(screen), {}};
    screen.percent = std::clamp(progressed.percent, 0, 100);
    return {std::move(screen), {}};
}

Turn on(ScanPaper screen, const SheetScanned&, const Scene&) {
    if (screen.stage == ScanStage::Scanning) screen.stage = ScanStage::Checking;
    return {std::move(screen), {}};
}

// What a cancelled scan still hands over belongs to no paper.
Turn on(ScanPaper screen, const PageScanned& scanned, const Scene&) {
    if (screen.stage == ScanStage::LayPaper) return {std::move(screen), {}};
    const bool may_add = screen.pages + 1 < most_pages(screen.visit, screen.item);
    return {ReviewPage{.visit = std::move(screen.visit),
                       .item = std::move(screen.item),
                       .page = scanned.page,
                       .from_review = screen.from_review,
                       .may_add = may_add,
                       .replaces = screen.replaces},
            {}};
}

// Pages that were already accepted stay.
Turn on(ScanPaper screen, const ScanFailed& failed, const Scene&) {
    const bool is_cancelled =
        screen.stage == ScanStage::LayPaper && failed.fault == Fault::ScannerCancelled;
    if (is_cancelled) return {std::move(screen), {}};
    screen.stage = ScanStage::LayPaper;
    screen.percent = 0;
    screen.fault = failed.fault;
    return {std::move(screen), {}};
}

Turn on(ScanPaper screen, const Proceeded&, const Scene&) {
    if (screen.stage != ScanStage::LayPaper || screen.pages == 0) return {std::move(screen), {}};
    return after_paper(std::move(screen.visit), screen.item, screen.from_review);
}

Turn on(ScanPaper screen, const OtherWayWished& wish, const Scene& scene) {
    if (screen.stage != ScanStage::LayPaper) return {std::move(screen), {}};
    take_other_way(screen.visit, wish.item, scene.office);
    return next_task(std::move(screen.visit));
}

Turn on(ScanPaper screen, const WentBack&, const Scene&) {
    std::vector<Effect> effects;
    if (screen.stage != ScanStage::LayPaper) effects.emplace_back(CancelScan{});
    if (screen.from_review) return {ReviewAll{std::move(screen.visit)}, std::move(effects)};
    Turn turn = task_before(std::move(screen.visit), screen.item);
    return {std::move(turn.screen), std::move(effects)};
}

Turn on(ReviewPage screen, const Proceeded&, const Scene&) {
    keep(screen);
    return after_paper(std::move(screen.visit), screen.item, screen.from_review);
}

Turn on(ReviewPage screen, const PageAdded&, const Scene&) {
    if (!screen.may_add) return {std::move(screen), {}};
    keep(screen);
    return {lay_paper(std::move(screen)), {}};
}

Turn on(ReviewPage screen, const PageRedone&, const Scene&) {
    return {lay_paper(std::move(screen)), {}};
}

Turn on(ReviewPage screen, const WentBack&, const Scene&) {
    return {lay_paper(std::move(screen)), {}};
}

}  // namespace motlan
