#include "kiosk/programs/rest.h"

#include <cstdlib>

#include "kiosk/app/event_queue.h"
#include "kiosk/app/help_bell.h"
#include "kiosk/app/resting.h"
#include "kiosk/app/settings.h"
#include "kiosk/app/standing.h"
#include "kiosk/care/condition.h"
#include "kiosk/care/places.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/log.h"
#include "kiosk/programs/replacement.h"
#include "kiosk/programs/service.h"

namespace motlan {
namespace {

// How often the header's clock is drawn anew.
constexpr std::chrono::milliseconds kTurn{1'000};
// What was wrong may have passed: after so long the kiosk is tried again.
constexpr std::chrono::minutes kRest{10};

/// A kiosk that the province does not know cannot ring there.
Resting::Bell ring_by(HelpBell& bell) {
    const ProvincePlaces at{places().state, places().link()};
    if (!read_enrolment(at.enrolment())) return {};
    return [&bell](const TellCall& call) { bell.tell(call); };
}

}  // namespace

int run_rest(const std::filesystem::path& config) {
    auto settings = read_settings(config, places().state);
    if (!settings) settings = Settings{.place = WindowPlace::FullScreen};
    auto window = Window::open(
        {.panel = settings->panel, .place = settings->place, .title = settings->center_name});
    if (!window) return EXIT_FAILURE;
    const SystemClock clock;
    EventQueue events([&] { window->wake(); });
    HelpBell bell({places().state, places().link()}, clock, events);
    Resting resting({.center_name = settings->center_name,
                     .other_counter = settings->other_counter,
                     .today = CivilDate::of(clock.wall())},
                    clock.wall(), ring_by(bell));
    const auto draw = [&] {
        for (const Event& event : events.take()) resting.apply(event);
        resting.apply(Ticked{clock.steady(), clock.wall()});
        window->refresh();
        while (window->needs_drawing()) {
            std::optional<Event> event;
            window->show([&](Ui& ui) { event = resting.draw(ui); });
            if (event) resting.apply(*event);
        }
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
