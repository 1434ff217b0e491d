#include "kiosk/flow/idle.h"

#include <optional>
#include <utility>

#include "kiosk/flow/leaving.h"

namespace motlan {
namespace {

using Seconds = std::optional<std::chrono::seconds>;

/// How long each screen waits; nothing for screens that never ask.
struct PatienceOf {
    const Patience& patience;

    Seconds operator()(const Welcome&) const { return {}; }
    Seconds operator()(const Home&) const { return patience.public_page; }
    Seconds operator()(const ChooseProcedure&) const { return patience.public_page; }
    Seconds operator()(const WhatYouNeed&) const { return patience.public_page; }
    Seconds operator()(const ShowCard&) const { return patience.physical_act; }
    Seconds operator()(const ReadCardChip&) const { return patience.physical_act; }
    Seconds operator()(const ChooseSubject& screen) const {
        const bool is_asking = screen.stage == BehalfStage::Asking;
        return is_asking ? Seconds{} : patience.personal_page;
    }
    Seconds operator()(const Consent&) const { return patience.personal_page; }
    Seconds operator()(const AskSources&) const { return {}; }
    Seconds operator()(const CheckDetails&) const { return patience.personal_page; }
    Seconds operator()(const SayWrong&) const { return patience.personal_page; }
    Seconds operator()(const AskQuestion&) const { return patience.personal_page; }
    Seconds operator()(const ListPapers&) const { return patience.personal_page; }
    Seconds operator()(const ScanPaper&) const { return patience.physical_act; }
    Seconds operator()(const ReviewPage&) const { return patience.personal_page; }
    Seconds operator()(const ReviewAll&) const { return patience.personal_page; }
    Seconds operator()(const Declare&) const { return patience.physical_act; }
    Seconds operator()(const Submitting&) const { return {}; }
    Seconds operator()(const Submitted&) const { return patience.receipt_page; }
    Seconds operator()(const KeptForLater&) const { return patience.receipt_page; }
    Seconds operator()(const NotFiled&) const { return patience.public_page; }
    Seconds operator()(const PayFee&) const { return patience.payment; }
    Seconds operator()(const FindDossier&) const { return patience.physical_act; }
    Seconds operator()(const ChooseDossier&) const { return patience.personal_page; }
    Seconds operator()(const FollowDossier&) const { return patience.personal_page; }
    Seconds operator()(const ReadApology&) const { return patience.personal_page; }
    Seconds operator()(const ReviewWishes&) const { return patience.personal_page; }
    Seconds operator()(const RateService&) const { return patience.public_page; }
    Seconds operator()(const ReportRequest&) const { return patience.personal_page; }
    Seconds operator()(const ReportPhoto& screen) const {
        return screen.page ? patience.personal_page : patience.physical_act;
    }
    Seconds operator()(const OpinionKept&) const { return patience.personal_page; }
    Seconds operator()(const SavingWork&) const { return patience.personal_page; }
    Seconds operator()(const SavedForLater&) const { return patience.personal_page; }
    Seconds operator()(const Goodbye&) const { return {}; }
    Seconds operator()(const OutOfService&) const { return {}; }
};

/// Whoever was told that somebody comes waits for them, and all that was entered waits too.
constexpr std::chrono::minutes kForStaff{10};

/// ux 2.2.
int times(const Comfort& comfort) { return comfort.is_unhurried() ? 2 : 1; }

bool is_usual(const Comfort& comfort) {
    return comfort.language == Language::Vietnamese && comfort.size == TextSize::Normal &&
           comfort.theme == ColourTheme::Light && !comfort.is_low && !comfort.is_mirrored &&
           !comfort.is_still && !comfort.is_voiced && !comfort.is_easy &&
           comfort.keys == KeyOrder::Qwerty;
}

/// What somebody has set on the welcome and left there is not the next one's wish.
void forget_looks(State& state, const Patience& patience) {
    const bool is_left = state.steady - state.last_touch >= patience.public_page;
    if (!std::holds_alternative<Welcome>(state.screen) || !is_left) return;
    // Whoever has called from there is still waiting.
    if (std::holds_alternative<StaffCalled>(state.overlay)) return;
    if (is_usual(state.comfort) && std::holds_alternative<std::monostate>(state.overlay)) return;
    state.comfort = {};
    state.overlay = {};
}

/// What the camera has said before: a card that somebody has left there is nobody.
bool is_seen_before(const Screen& screen, const Event& event) {
    const auto* seen = std::get_if<CardSeen>(&event);
    const auto* showing = std::get_if<ShowCard>(&screen);
    const auto* finding = std::get_if<FindDossier>(&screen);
    return seen != nullptr && ((showing != nullptr && showing->hint == seen->hint) ||
                               (finding != nullptr && finding->hint == seen->hint));
}

int seconds_until(SteadyTime end, SteadyTime now) {
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(end - now).count());
}

}  // namespace

Life note_life(State& state, const Event& event) {
    if (!shows_life(event) || is_seen_before(state.screen, event)) return Life::None;
    state.last_touch = state.steady;
    const bool is_asked = std::holds_alternative<StillThere>(state.overlay);
    if (!is_asked || std::holds_alternative<LeaveConfirmed>(event)) return Life::There;
    state.overlay = std::exchange(state.beneath, {});
    const bool is_answer = std::holds_alternative<OverlayClosed>(event) ||
                           std::holds_alternative<WentBack>(event) ||
                           std::holds_alternative<Proceeded>(event);
    if (is_answer && state.staff) state.staff->touched = state.steady;
    return is_answer ? Life::Reply : Life::There;
}

void note_hearing(State& state, const Ticked& tick) {
    const bool is_asked = std::holds_alternative<StillThere>(state.overlay);
    if (tick.is_heard && !is_asked) state.last_touch = tick.steady;
}

void watch_idle(State& state, std::vector<Effect>& effects, const Office& office) {
    if (auto* asked = std::get_if<StillThere>(&state.overlay)) {
        asked->seconds_left = seconds_until(asked->ends, state.steady);
        if (asked->seconds_left <= 0) leave(state, effects);
        return;
    }
    // Screens of staff end by themselves.
    if (std::holds_alternative<StaffEntry>(state.overlay) ||
        std::holds_alternative<AskHelp>(state.overlay) ||
        std::holds_alternative<StaffBoard>(state.overlay) ||
        std::holds_alternative<WitnessedSigning>(state.overlay) ||
        std::holds_alternative<ExceptionWish>(state.overlay))
        return;
    forget_looks(state, office.patience);
    Seconds limit = std::visit(PatienceOf{office.patience}, state.screen);
    if (limit && std::holds_alternative<StaffCalled>(state.overlay)) limit = kForStaff;
    const int twice = times(state.comfort);
    if (!limit || state.steady - state.last_touch < *limit * twice) return;
    const SteadyTime ends = state.steady + office.patience.warning * twice;
    state.beneath = std::exchange(
        state.overlay, StillThere{.ends = ends, .seconds_left = seconds_until(ends, state.steady)});
}

}  // namespace motlan
