#include "kiosk/flow/desk_watch.h"

#include <utility>

#include "kiosk/flow/handlers.h"

namespace motlan {
namespace {

/// As soon as a paper may be laid; after a fault somebody asks for it.
bool awaits_paper(const State& state) {
    const auto* laying = std::get_if<ScanPaper>(&state.screen);
    const bool is_badge_awaited = std::holds_alternative<StaffEntry>(state.overlay);
    return laying != nullptr && laying->stage == ScanStage::LayPaper && laying->may_scan &&
           !laying->fault && !is_badge_awaited;
}

}  // namespace

void watch_desk(State& state, std::size_t screen_before, std::vector<Effect>& effects,
                const Office& office) {
    if (!office.has_document_camera) return;
    const bool has_left =
        std::holds_alternative<Goodbye>(state.screen) && state.screen.index() != screen_before;
    if (has_left) effects.emplace_back(LookForPaper{});
    if (!awaits_paper(state)) return;
    ScanPaper given = std::get<ScanPaper>(std::move(state.screen));
    Turn turn = on(std::move(given), ScanWished{}, Scene{office, state});
    state.screen = std::move(turn.screen);
    for (Effect& effect : turn.effects) effects.push_back(std::move(effect));
}

}  // namespace motlan
