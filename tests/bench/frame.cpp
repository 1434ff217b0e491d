// Time of one full redraw of some screens without a graphics card, at 1080x1920.
// Prints "<screen>\t<median milliseconds>" for tests/bench/run.
#include <algorithm>
#include <chrono>
#include <print>
#include <vector>

#include "kiosk/app/catalogue.h"
#include "kiosk/app/settings.h"
#include "kiosk/flow/step.h"
#include "kiosk/ui/screens/screens.h"
#include "tests/support/checkout.h"

using namespace motlan;

namespace {

constexpr int kRounds = 60;

double median_frame(Window& window, const State& state, const Office& office) {
    std::vector<double> times;
    for (int i = 0; i < kRounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        window.redraw();
        while (window.needs_drawing())
            window.show([&](Ui& ui) { (void)draw_state(ui, state, office); });
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - begin;
        times.push_back(took.count());
    }
    std::ranges::nth_element(times, times.begin() + kRounds / 2);
    return times[kRounds / 2];
}

}  // namespace

int main() {
    const std::filesystem::path config = checkout() / "config/kiosk.toml";
    const auto settings = read_settings(config, "/tmp");
    const auto office = settings ? read_office(*settings, CivilDate::of(SystemClock().wall()))
                                 : Checked<Office>(std::unexpected(settings.error()));
    auto window = Window::open({.panel = {}, .place = WindowPlace::Nowhere, .title = "bench"});
    if (!office || !window) return EXIT_FAILURE;

    State state;
    std::println("welcome\t{:.2f}", median_frame(*window, state, *office));
    state = step(std::move(state), Started{}, *office).state;
    std::println("choose procedure\t{:.2f}", median_frame(*window, state, *office));
    state = step(std::move(state), ProcedureChosen{0}, *office).state;
    std::println("what you need\t{:.2f}", median_frame(*window, state, *office));
    return EXIT_SUCCESS;
}
