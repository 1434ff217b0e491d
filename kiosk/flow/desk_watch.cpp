#include "kiosk/flow/desk_watch.h"

#include <utility>

#include "kiosk/flow/handlers.h"

namespace motlan {
namespace {

/// A paper may be laid, and nobody has to ask for it: after a fault somebody does.
bool awaits_paper(const ScanPaper& laying) {
    return laying.stage == ScanStage::LayPaper && laying.may_scan && !laying.fault;
}

bool awaits_paper(const ReportPhoto& laying) {
    return laying.stage == ScanStage::LayPaper && !laying.page && !laying.fault;
}

/// Watches the desk as soon as such a screen waits for a paper.
template <typename Laying>
void watch_for_paper(State& state, std::vector<Effect>& effects, const Office& office) {
    auto* laying = std::get_if<Laying>(&state.screen);
    const bool is_badge_awaited = std::holds_alternative<StaffEntry>(state.overlay);
    if (laying == nullptr || is_badge_awaited || !awaits_paper(*laying)) return;
    Laying given = std::move(*laying);
    Turn turn = on(std::move(given), ScanWished{}, Scene{office, state});
    state.screen = std::move(turn.screen);
    for (Effect& effect : turn.effects) effects.push_back(std::move(effect));
}

}  // namespace

void watch_desk(State& state, std::size_t screen_before, std::vector<Effect>& effects,
                const Office& office) {
    if (!office.has_document_camera) return;
    const bool has_left =
        std::holds_alternative<Goodbye>(state.screen) && state.screen.index() != screen_before;
    if (has_left) effects.emplace_back(LookForPaper{});
    watch_for_paper<ScanPaper>(state, effects, office);
    watch_for_paper<ReportPhoto>(state, effects, office);
}

}  // namespace motlan
