#include "kiosk/flow/calling.h"

#include <concepts>

namespace motlan {
namespace {

template <typename S, typename... Kinds>
constexpr bool is_any() {
    return (std::same_as<S, Kinds> || ...);
}

struct StepOf {
    template <typename S>
    CallStep operator()(const S&) const {
        using enum CallStep;
        if constexpr (is_any<S, ChooseProcedure, WhatYouNeed>()) return Choose;
        if constexpr (is_any<S, ShowCard, ReadCardChip, FindDossier>()) return Identify;
        if constexpr (is_any<S, ChooseSubject, Consent, AskSources, CheckDetails, SayWrong,
                             ReviewWishes>())
            return Check;
        if constexpr (is_any<S, AskQuestion>()) return Answer;
        if constexpr (is_any<S, ListPapers, ScanPaper, ReviewPage>()) return Scan;
        if constexpr (is_any<S, ReviewAll, Declare, Submitting>()) return Send;
        if constexpr (is_any<S, Welcome, Home, OutOfService>()) return Start;
        return After;
    }
};

/// The overlay in which somebody waits, also while the kiosk asks whether they are still there.
const StaffCalled* waiting(const State& state) {
    const bool is_asked = std::holds_alternative<StillThere>(state.overlay);
    return std::get_if<StaffCalled>(is_asked ? &state.beneath : &state.overlay);
}

}  // namespace

CallStep call_step(const Screen& screen) { return std::visit(StepOf{}, screen); }

std::optional<HelpCall> open_call(const State& state) {
    // Whoever signs in has not come to the citizen yet.
    if (const auto* entry = std::get_if<StaffEntry>(&state.overlay)) return entry->call;
    const StaffCalled* called = waiting(state);
    if (called == nullptr) return std::nullopt;
    return HelpCall{.since = called->at,
                    .step = call_step(state.screen),
                    .language = state.comfort.language,
                    .is_unhurried = state.comfort.is_unhurried()};
}

void note_answered(State& state) {
    const bool is_asked = std::holds_alternative<StillThere>(state.overlay);
    auto* called = std::get_if<StaffCalled>(is_asked ? &state.beneath : &state.overlay);
    if (called != nullptr) called->is_taken = true;
}

void watch_call(const State& state, const std::optional<HelpCall>& before,
                std::vector<Effect>& effects) {
    auto now = open_call(state);
    if (now != before) effects.emplace_back(TellCall{now});
}

}  // namespace motlan
