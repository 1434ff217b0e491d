#include "kiosk/flow/leaving.h"

#include "kiosk/flow/coming_slip.h"
#include "kiosk/flow/staff_step.h"

namespace motlan {

bool is_personal(const Screen& screen) {
    return !(std::holds_alternative<Welcome>(screen) || std::holds_alternative<Home>(screen) ||
             std::holds_alternative<ChooseProcedure>(screen) ||
             std::holds_alternative<WhatYouNeed>(screen) ||
             std::holds_alternative<Goodbye>(screen) ||
             std::holds_alternative<OutOfService>(screen));
}

bool is_of_citizen(const Event& event) {
    // The alternatives before CardSeen are the citizen's; the order is that of event.h.
    static const std::size_t kFirstOfDevices = Event(CardSeen{}).index();
    return event.index() < kFirstOfDevices || std::holds_alternative<CardCodeRead>(event);
}

bool shows_life(const Event& event) {
    if (const auto* seen = std::get_if<CardSeen>(&event)) {
        return seen->hint == CardHint::WrongSide || seen->hint == CardHint::TooFar ||
               seen->hint == CardHint::TooNear || seen->hint >= CardHint::HoldStill;
    }
    // A sheet that somebody lays, not one that somebody has left there.
    if (const auto* seen = std::get_if<PaperSeen>(&event)) {
        return seen->hint == PaperHint::Moving || seen->hint == PaperHint::Settling ||
               seen->hint == PaperHint::Ready;
    }
    return is_of_citizen(event) || std::holds_alternative<ScanProgressed>(event) ||
           std::holds_alternative<SheetScanned>(event) ||
           std::holds_alternative<PageScanned>(event) ||
           std::holds_alternative<SlipPrinted>(event) || std::holds_alternative<ChipRead>(event);
}

Welcome welcome(const State& state) {
    return {.out_of_order = state.out_of_order,
            .is_offline = state.is_offline,
            .ability = state.ability};
}

bool may_be_scanning(const Screen& screen) {
    return std::holds_alternative<ScanPaper>(screen) ||
           std::holds_alternative<ReviewPage>(screen) ||
           std::holds_alternative<ReportPhoto>(screen);
}

std::vector<Effect> stop_scan(ScanStage stage) {
    if (stage == ScanStage::LayPaper) return {};
    return {CancelScan{}};
}

void leave(State& state, std::vector<Effect>& effects) {
    state.overlay = {};
    state.beneath = {};
    if (std::holds_alternative<Submitting>(state.screen)) return;
    if (std::holds_alternative<OutOfService>(state.screen)) return;
    if (std::holds_alternative<Goodbye>(state.screen)) {
        effects.emplace_back(EndVisit{});
        return;
    }
    if (std::holds_alternative<ShowCard>(state.screen) ||
        std::holds_alternative<FindDossier>(state.screen))
        effects.emplace_back(StopWatching{});
    if (auto* filed = std::get_if<Submitted>(&state.screen))
        print_coming(*filed, state.comfort.language, effects);
    if (std::holds_alternative<PayFee>(state.screen)) effects.emplace_back(StopWatchingFee{});
    if (std::holds_alternative<ReadCardChip>(state.screen)) effects.emplace_back(StopChip{});
    if (may_be_scanning(state.screen)) effects.emplace_back(CancelScan{});
    state.witnessed.reset();
    drop_help(state, effects);
    if (is_personal(state.screen)) {
        state.screen = Goodbye{state.steady};
    } else {
        state.screen = welcome(state);
        state.comfort = {};
    }
}

}  // namespace motlan
