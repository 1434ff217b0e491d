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
    bool operator()(const WhyWished& wish) {
        state.overlay = WhyAsked{wish.item};
        return true;
    }
    bool operator()(const StaffWished&) {
        state.overlay = StaffCalled{state.now};
        effects.emplace_back(CallStaff{});
        return true;
    }
    bool operator()(const LeaveWished&) {
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
    bool operator()(const auto&) { return false; }
};

}  // namespace

Next step(State state, const Event& event, const Office& office) {
    std::vector<Effect> effects;
    if (is_of_citizen(event)) state.last_touch = state.steady;
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
    return {std::move(state), std::move(effects)};
}

}  // namespace motlan
