#include "kiosk/flow/idle.h"

#include <optional>

#include "kiosk/flow/leaving.h"

namespace motlan {
namespace {

using Seconds = std::optional<std::chrono::seconds>;

/// How long each screen waits; nothing for screens that never ask.
struct PatienceOf {
    const Patience& patience;

    Seconds operator()(const Welcome&) const { return {}; }
    Seconds operator()(const ChooseProcedure&) const { return patience.public_page; }
    Seconds operator()(const WhatYouNeed&) const { return patience.public_page; }
    Seconds operator()(const ShowCard&) const { return patience.physical_act; }
    Seconds operator()(const ReadCardChip&) const { return patience.physical_act; }
    Seconds operator()(const Consent&) const { return patience.personal_page; }
    Seconds operator()(const AskSources&) const { return {}; }
    Seconds operator()(const CheckDetails&) const { return patience.personal_page; }
    Seconds operator()(const SayWrong&) const { return patience.personal_page; }
    Seconds operator()(const AskQuestion&) const { return patience.personal_page; }
    Seconds operator()(const ScanPaper&) const { return patience.physical_act; }
    Seconds operator()(const ReviewPage&) const { return patience.personal_page; }
    Seconds operator()(const ReviewAll&) const { return patience.personal_page; }
    Seconds operator()(const Declare&) const { return patience.physical_act; }
    Seconds operator()(const Submitting&) const { return {}; }
    Seconds operator()(const Submitted&) const { return patience.receipt_page; }
    Seconds operator()(const KeptForLater&) const { return patience.receipt_page; }
    Seconds operator()(const NotFiled&) const { return patience.public_page; }
    Seconds operator()(const FindDossier&) const { return patience.physical_act; }
    Seconds operator()(const ChooseDossier&) const { return patience.personal_page; }
    Seconds operator()(const FollowDossier&) const { return patience.personal_page; }
    Seconds operator()(const ReadApology&) const { return patience.personal_page; }
    Seconds operator()(const ReviewWishes&) const { return patience.personal_page; }
    Seconds operator()(const Goodbye&) const { return {}; }
    Seconds operator()(const OutOfService&) const { return {}; }
};

/// Whoever reads large letters, listens or works low has twice the time (ux 2.2).
int times(const Comfort& comfort) {
    return comfort.size >= TextSize::Large || comfort.is_voiced || comfort.is_low ? 2 : 1;
}

bool is_usual(const Comfort& comfort) {
    return comfort.language == Language::Vietnamese && comfort.size == TextSize::Normal &&
           comfort.theme == ColourTheme::Light && !comfort.is_low && !comfort.is_mirrored &&
           !comfort.is_still && !comfort.is_voiced;
}

/// What somebody has set on the welcome and left there is not the next one's wish.
void forget_looks(State& state, const Patience& patience) {
    const bool is_left = state.steady - state.last_touch >= patience.public_page;
    if (!std::holds_alternative<Welcome>(state.screen) || !is_left) return;
    if (is_usual(state.comfort)) return;
    state.comfort = {};
    state.overlay = {};
}

int seconds_until(SteadyTime end, SteadyTime now) {
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(end - now).count());
}

}  // namespace

void watch_idle(State& state, std::vector<Effect>& effects, const Office& office) {
    if (auto* asked = std::get_if<StillThere>(&state.overlay)) {
        asked->seconds_left = seconds_until(asked->ends, state.steady);
        if (asked->seconds_left <= 0) leave(state, effects);
        return;
    }
    forget_looks(state, office.patience);
    const Seconds limit = std::visit(PatienceOf{office.patience}, state.screen);
    const int twice = times(state.comfort);
    if (!limit || state.steady - state.last_touch < *limit * twice) return;
    const SteadyTime ends = state.steady + office.patience.warning * twice;
    state.overlay = StillThere{.ends = ends, .seconds_left = seconds_until(ends, state.steady)};
}

}  // namespace motlan
