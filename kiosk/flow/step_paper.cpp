#include <utility>

#include "kiosk/flow/handlers.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

ScanPaper lay_paper(ReviewPage screen) {
    return {.visit = std::move(screen.visit),
            .item = std::move(screen.item),
            .fault = {},
            .from_review = screen.from_review};
}

bool has_room_for_page(const Visit& visit, const ItemId& id) {
    const Item* item = visit.procedure.find(id);
    const Paper* paper = item != nullptr ? std::get_if<Paper>(&item->otherwise) : nullptr;
    const auto pages = visit.papers.find(id);
    const std::size_t count = pages == visit.papers.end() ? 0 : pages->second.size();
    return paper != nullptr && count < static_cast<std::size_t>(paper->most_pages);
}

void keep(ReviewPage& screen) {
    if (!has_room_for_page(screen.visit, screen.item)) return;
    screen.visit.papers[screen.item].push_back(std::move(screen.page));
}

}  // namespace

Turn on(ScanPaper screen, const ScanWished&, const Scene&) {
    if (screen.stage != ScanStage::LayPaper) return {std::move(screen), {}};
    screen.stage = ScanStage::Scanning;
    screen.percent = 0;
    screen.fault.reset();
    return {std::move(screen), {ScanSheet{}}};
}

Turn on(ScanPaper screen, const ScanProgressed& progressed, const Scene&) {
    screen.percent = progressed.percent;
    return {std::move(screen), {}};
}

Turn on(ScanPaper screen, const SheetScanned&, const Scene&) {
    screen.stage = ScanStage::Checking;
    return {std::move(screen), {}};
}

Turn on(ScanPaper screen, const PageScanned& scanned, const Scene&) {
    return {ReviewPage{std::move(screen.visit), std::move(screen.item), scanned.page,
                       screen.from_review},
            {}};
}

// Pages that were already accepted stay.
Turn on(ScanPaper screen, const ScanFailed& failed, const Scene&) {
    screen.stage = ScanStage::LayPaper;
    screen.percent = 0;
    screen.fault = failed.fault;
    return {std::move(screen), {}};
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
    if (screen.from_review) return {ReviewAll{std::move(screen.visit)}, {}};
    return next_task(std::move(screen.visit), screen.item);
}

Turn on(ReviewPage screen, const PageAdded&, const Scene&) {
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
