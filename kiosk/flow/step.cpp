#include "kiosk/flow/step.h"

#include <utility>

#include "kiosk/flow/handlers.h"
#include "kiosk/flow/idle.h"
#include "kiosk/flow/leaving.h"

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

bool has_said_anything(const Screen& screen) {
    const auto* consent = std::get_if<Consent>(&screen);
    return consent != nullptr && !(consent->visit.answers.empty() && consent->visit.papers.empty());
}

/// Events that mean the same on every screen. True when the event is thereby done.
struct Everywhere {
    State& state;
    std::vector<Effect>& effects;
    const Office& office;

    bool operator()(const Ticked& tick) {
        state.steady = tick.steady;
        state.now = tick.wall;
        watch_idle(state, effects, office);
        return false;
    }
    bool operator()(const DevicesChecked& devices) {
        state.out_of_order = devices.out_of_order;
        return false;
    }
    bool operator()(const LinkChanged& link) {
        state.is_offline = link.is_offline;
        return false;
    }
    bool operator()(const LanguageWished& wish) {
        state.comfort.language = wish.language;
        return true;
    }
    bool operator()(const TextSizeWished& wish) {
        state.comfort.size = wish.size;
        return true;
    }
    bool operator()(const ThemeWished& wish) {
        state.comfort.theme = wish.theme;
        return true;
    }
    bool operator()(const ReachWished& wish) {
        state.comfort.is_low = wish.is_wished;
        return true;
    }
    bool operator()(const MirrorWished& wish) {
        state.comfort.is_mirrored = wish.is_wished;
        return true;
    }
    bool operator()(const StillnessWished& wish) {
        state.comfort.is_still = wish.is_wished;
        return true;
    }
    bool operator()(const SettingsWished&) {
        state.overlay = EasySettings{};
        return true;
    }
    bool operator()(const VoiceWished& wish) {
        state.comfort.is_voiced = wish.is_wished && office.has_voice;
        return true;
    }
    bool operator()(const TypingWayWished& wish) {
        state.comfort.typing = wish.way;
        return true;
    }
    bool operator()(const WhyWished& wish) {
        const Procedure* procedure = std::visit(ProcedureOf{}, state.screen);
        const bool is_known = procedure != nullptr && procedure->find(wish.item) != nullptr;
        if (is_known) state.overlay = WhyAsked{wish.item};
        return true;
    }
    bool operator()(const StaffWished&) {
        state.overlay = StaffCalled{state.now};
        effects.emplace_back(CallStaff{});
        return true;
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
        if (!has_said_anything(state.screen)) return false;
        state.overlay = ReallyLeave{};
        return true;
    }
    bool operator()(const auto&) { return false; }
};

/// Whoever is there has the idle time anew, and is no longer asked.
void note_life(State& state, const Event& event) {
    if (!shows_life(event)) return;
    state.last_touch = state.steady;
    const bool is_answer = std::holds_alternative<LeaveConfirmed>(event);
    if (std::holds_alternative<StillThere>(state.overlay) && !is_answer) state.overlay = {};
}

}  // namespace

Next step(State state, const Event& event, const Office& office) {
    std::vector<Effect> effects;
    const std::size_t screen_before = state.screen.index();
    note_life(state, event);
    if (std::visit(Everywhere{state, effects, office}, event)) {
        return {std::move(state), std::move(effects)};
    }
    const auto dispatch = [&]<typename S, typename E>(S& screen, const E& what) {
        if constexpr (Handled<S, E>) {
            // A handler sees the state as it was but for the screen, which it is given.
            S given = std::move(screen);
            Turn turn = on(std::move(given), what, Scene{office, state});
            state.screen = std::move(turn.screen);
            for (Effect& effect : turn.effects) effects.push_back(std::move(effect));
        }
    };
    std::visit(dispatch, state.screen, event);
    if (state.screen.index() != screen_before) state.last_touch = state.steady;
    return {std::move(state), std::move(effects)};
}

}  // namespace motlan
