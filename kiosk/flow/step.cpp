#include "kiosk/flow/step.h"

#include <algorithm>
#include <utility>

#include "kiosk/flow/ability.h"
#include "kiosk/flow/ask_first.h"
#include "kiosk/flow/calling.h"
#include "kiosk/flow/comfort_step.h"
#include "kiosk/flow/desk_watch.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/idle.h"
#include "kiosk/flow/leaving.h"
#include "kiosk/flow/saved_handlers.h"
#include "kiosk/flow/saving.h"
#include "kiosk/flow/staff_step.h"

namespace motlan {
namespace {

template <typename SomeScreen, typename SomeEvent>
concept Handled = requires(SomeScreen screen, const SomeEvent& event, const Scene& scene) {
    { on(std::move(screen), event, scene) } -> std::same_as<Turn>;
};

/// The procedure that the screen is about; nullptr when it is about none.
struct ProcedureOf {
    const Procedure* operator()(const auto& screen) const {
        if constexpr (requires { screen.visit; }) return &screen.visit.procedure;
        if constexpr (requires { screen.procedure; }) return &screen.procedure;
        return nullptr;
    }
};

/// What was saved stays in the visit on the way back from the consent to the question for whom.
template <typename S>
bool keeps_saved(const Visit& visit) {
    return std::same_as<S, Consent> && visit.procedure.behalf.has_value();
}

/// Whether back from here would lose what the citizen has made, now or before it was saved.
template <typename S>
bool would_lose(const Screen& screen) {
    const auto* one = std::get_if<S>(&screen);
    if (one == nullptr) return false;
    return has_made_anything(one->visit) || (one->visit.saved && !keeps_saved<S>(one->visit));
}

/// Of somebody whom no source names the data lead back to the question for whom, past the consent.
bool would_lose_of_nobody(const Screen& screen) {
    const auto* check = std::get_if<CheckDetails>(&screen);
    return check != nullptr && check->visit.behalf && !is_named(*check->visit.behalf) &&
           has_made_anything(check->visit);
}

/// A code was shown and nobody knows yet what came of it.
bool may_have_paid(const Screen& screen) {
    const auto* fee = std::get_if<PayFee>(&screen);
    return fee != nullptr && fee->payment &&
           (fee->stage == FeeStage::Waiting || fee->stage == FeeStage::Expired ||
            fee->stage == FeeStage::Unknown);
}

/// Every list of procedures says what cannot be filed here now.
void note_hindrances(State& state, const Office& office) {
    const bool is_able = !state.is_offline && state.ability == Ability{} &&
                         std::ranges::none_of(office.procedures, [](const Procedure& one) {
                             return one.suspended.has_value();
                         });
    state.hindrances = is_able ? std::vector<Hindrance>() : hindrances_of(office, state);
}

/// Events that mean the same on every screen. True when the event is thereby done.
struct Everywhere {
    State& state;
    std::vector<Effect>& effects;
    const Office& office;

    bool operator()(const Ticked& tick) {
        state.steady = tick.steady;
        state.now = tick.wall;
        note_hearing(state, tick);
        watch_idle(state, effects, office);
        return false;
    }
    bool operator()(const DevicesChecked& devices) {
        state.out_of_order = devices.out_of_order;
        state.ability = ability_of(state.out_of_order, office);
        note_hindrances(state, office);
        return false;
    }
    bool operator()(const LinkChanged& link) {
        state.is_offline = link.is_offline;
        note_hindrances(state, office);
        return false;
    }
    bool operator()(const WhyWished& wish) {
        const Procedure* procedure = std::visit(ProcedureOf{}, state.screen);
        const bool is_known = procedure != nullptr && procedure->find(wish.item) != nullptr;
        if (is_known) state.overlay = WhyAsked{wish.item};
        return true;
    }
    bool operator()(const StaffWished&) {
        call_staff();
        return true;
    }
    /// Nobody shall pull at jammed paper: staff are called unless somebody is there (ux E-SCN-03).
    bool operator()(const ScanFailed& failed) {
        const bool is_alone = !state.staff && std::holds_alternative<std::monostate>(state.overlay);
        if (failed.fault == Fault::ScannerJam && is_alone) call_staff();
        return false;
    }
    bool operator()(const NoCardWished&) {
        if (std::holds_alternative<ShowCard>(state.screen)) state.overlay = NoCard{};
        return true;
    }
    bool operator()(const FeeLeft&) {
        state.overlay = {};
        return false;
    }
    bool operator()(const LeaveWished&) {
        if (std::holds_alternative<Submitting>(state.screen)) return true;
        if (is_personal(state.screen)) {
            state.overlay = ReallyLeave{};
        } else {
            leave(state, effects);
        }
        return true;
    }
    bool operator()(const LeaveConfirmed&) {
        leave(state, effects);
        return true;
    }
    bool operator()(const OverlayClosed&) {
        state.overlay = {};
        return true;
    }
    /// Back closes what lies over the screen; back to before the card would lose every answer.
    bool operator()(const WentBack&) {
        if (!std::holds_alternative<std::monostate>(state.overlay)) {
            state.overlay = {};
            return true;
        }
        if (may_have_paid(state.screen)) {
            state.overlay = LeaveFee{};
            return true;
        }
        const bool is_lost =
            would_lose<Consent>(state.screen) || would_lose<ChooseSubject>(state.screen) ||
            would_lose<ReadCardChip>(state.screen) || would_lose_of_nobody(state.screen);
        if (is_lost) state.overlay = ReallyLeave{};
        return is_lost;
    }
    bool operator()(const auto&) { return false; }

    void call_staff() {
        state.overlay = StaffCalled{state.now};
        effects.emplace_back(CallStaff{});
    }
};

}  // namespace

Next step(State state, const Event& event, const Office& office) {
    std::vector<Effect> effects;
    const std::size_t screen_before = state.screen.index();
    const auto call_before = open_call(state);
    const bool is_answered = note_life(state, event) == Life::Reply;
    const StaffStage staffed{state, effects, office};
    const bool is_done = is_answered || take_staff_event(staffed, event) ||
                         ask_first(state, event) || take_comfort_event(staffed, event) ||
                         take_saving_event(state, effects, office, event) ||
                         std::visit(Everywhere{state, effects, office}, event);
    const auto dispatch = [&]<typename S, typename E>(S& screen, const E& what) {
        if constexpr (Handled<S, E>) {
            // A handler sees the state as it was but for the screen, which it is given.
            S given = std::move(screen);
            Turn turn = on(std::move(given), what, Scene{office, state});
            state.screen = std::move(turn.screen);
            for (Effect& effect : turn.effects) effects.push_back(std::move(effect));
        }
    };
    if (!is_done) std::visit(dispatch, state.screen, event);
    keep_help_review(state);
    watch_desk(state, screen_before, effects, office);
    watch_call(state, call_before, effects);
    // Nobody is served there: whoever comes next was not helped yet.
    if (std::holds_alternative<Welcome>(state.screen)) state.helped.clear();
    if (is_done) return {std::move(state), std::move(effects)};
    if (state.screen.index() != screen_before) state.last_touch = state.steady;
    if (std::holds_alternative<Welcome>(state.screen)) state.comfort.lamp.reset();
    return {std::move(state), std::move(effects)};
}

}  // namespace motlan
