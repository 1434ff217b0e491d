#include "kiosk/programs/rest.h"

#include <cstdlib>

#include "kiosk/app/settings.h"
#include "kiosk/care/condition.h"
#include "kiosk/care/places.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/log.h"
#include "kiosk/flow/office.h"
#include "kiosk/programs/replacement.h"
#include "kiosk/programs/service.h"
#include "kiosk/ui/screens/screens.h"

namespace motlan {
namespace {

// How often the header's clock is drawn anew.
constexpr std::chrono::milliseconds kTurn{1'000};
// What was wrong may have passed: after so long the kiosk is tried again.
constexpr std::chrono::minutes kRest{10};

}  // namespace

int run_rest(const std::filesystem::path& config) {
    auto settings = read_settings(config, places().state);
    if (!settings) settings = Settings{.place = WindowPlace::FullScreen};
    auto window = Window::open(
        {.panel = settings->panel, .place = settings->place, .title = settings->center_name});
    if (!window) return EXIT_FAILURE;
    const SystemClock clock;
    const Office office{.center_name = settings->center_name,
                        .other_counter = settings->other_counter,
                        .today = CivilDate::of(clock.wall())};
    State state{.screen = OutOfService{Fault::BrokenAssumption, clock.wall()}};
    const auto draw = [&] {
        state.now = clock.wall();
        window->refresh();
        while (window->needs_drawing())
            window->show([&](Ui& ui) { static_cast<void>(draw_state(ui, state, office)); });
    };
    draw();
    tell_ready();
    condition_writer(places().runtime,
                     config)({.serving = Serving::OutOfService, .closed = Fault::BrokenAssumption});
    const SteadyTime end = clock.steady() + kRest;
    const auto is_replaced = watch_for_replacement(config);
    while (!window->is_closed() && !is_replaced() && clock.steady() < end) {
        tell_alive();
        window->wait(kTurn);
        draw();
    }
    return EXIT_SUCCESS;
}

}  // namespace motlan
