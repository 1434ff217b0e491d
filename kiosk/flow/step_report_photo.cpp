// A photo of what was demanded in writing: scanned as a paper is, and never without a look at it.
#include <algorithm>
#include <utility>

#include "kiosk/flow/handlers.h"
#include "kiosk/flow/leaving.h"

namespace motlan {
namespace {

/// Back to the report, with that photo or none.
Turn with_photo(ReportPhoto screen, std::optional<Page> photo) {
    std::vector<Effect> effects = stop_scan(screen.stage);
    screen.report.request.photo = std::move(photo);
    return {std::move(screen.report), std::move(effects)};
}

}  // namespace

// Where no paper can be taken, a photo that was taken before can still be seen and left out.
Turn on(ReportRequest screen, const PhotoWished&, const Scene& scene) {
    std::optional<Page> page = screen.request.photo;
    const bool may_take = page || scene.state.ability.takes_papers;
    if (screen.stage != ReportStage::Check || !may_take) return {std::move(screen), {}};
    return {ReportPhoto{.report = std::move(screen), .page = std::move(page)}, {}};
}

Turn on(ReportPhoto screen, const ScanWished&, const Scene& scene) {
    if (screen.stage == ScanStage::Watching && screen.sight)
        return {std::move(screen), {TakeSheet{}}};
    if (screen.page || screen.stage != ScanStage::LayPaper) return {std::move(screen), {}};
    screen.stage = scene.office.has_document_camera ? ScanStage::Watching : ScanStage::Scanning;
    screen.percent = 0;
    screen.fault.reset();
    screen.sight = {};
    const ScanSheet sheet{.most = 1, .is_again = screen.is_again};
    return {std::move(screen), {sheet}};
}

Turn on(ReportPhoto screen, const PaperSeen& seen, const Scene&) {
    if (screen.stage != ScanStage::Watching) return {std::move(screen), {}};
    screen.sight = seen.sight;
    screen.hint = seen.hint;
    return {std::move(screen), {}};
}

Turn on(ReportPhoto screen, const ScanProgressed& progressed, const Scene&) {
    if (screen.stage == ScanStage::Scanning)
        screen.percent = std::clamp(progressed.percent, 0, 100);
    return {std::move(screen), {}};
}

Turn on(ReportPhoto screen, const SheetScanned&, const Scene&) {
    if (screen.stage != ScanStage::LayPaper) screen.stage = ScanStage::Checking;
    return {std::move(screen), {}};
}

// One page is enough: what a feeder brings after it, or a cancelled scan, goes nowhere.
Turn on(ReportPhoto screen, const PageScanned& scanned, const Scene&) {
    if (screen.stage == ScanStage::LayPaper) return {std::move(screen), {}};
    screen.stage = ScanStage::LayPaper;
    screen.sight = {};
    screen.page = scanned.page;
    return {std::move(screen), {}};
}

Turn on(ReportPhoto screen, const ScanFailed& failed, const Scene&) {
    const bool is_cancelled = is_waiting(screen.stage) && failed.fault == Fault::ScannerCancelled;
    if (screen.page || is_cancelled) return {std::move(screen), {}};
    screen.stage = ScanStage::LayPaper;
    screen.percent = 0;
    screen.fault = failed.fault;
    return {std::move(screen), {}};
}

Turn on(ReportPhoto screen, const QuarterTurned&, const Scene&) {
    if (!screen.page) return {std::move(screen), {}};
    screen.page->turn_right();
    const ReadTurned read{screen.page->sheet, screen.page->turns};
    return {std::move(screen), {read}};
}

Turn on(ReportPhoto screen, const PageRedone&, const Scene& scene) {
    if (!screen.page || !scene.state.ability.takes_papers) return {std::move(screen), {}};
    screen.page.reset();
    screen.is_again = true;
    return {std::move(screen), {}};
}

Turn on(ReportPhoto screen, const PageDropped&, const Scene&) {
    if (!screen.page) return {std::move(screen), {}};
    return with_photo(std::move(screen), std::nullopt);
}

Turn on(ReportPhoto screen, const Proceeded&, const Scene&) {
    if (!screen.page) return {std::move(screen), {}};
    std::optional<Page> page = std::move(screen.page);
    return with_photo(std::move(screen), std::move(page));
}

// A photo that was used before stays until another one is.
Turn on(ReportPhoto screen, const WentBack&, const Scene&) {
    std::optional<Page> before = std::move(screen.report.request.photo);
    return with_photo(std::move(screen), std::move(before));
}

}  // namespace motlan
