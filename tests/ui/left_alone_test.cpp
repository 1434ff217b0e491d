// A welcome that nobody has touched for long: darker, a little off its place, and at once as it was
// when somebody comes.
#include <algorithm>
#include <numeric>
#include <set>
#include <utility>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/screens/left_alone.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

using namespace std::chrono_literals;

State welcome_after(std::chrono::minutes idle) {
    const std::vector<Sample> all = samples();
    State state = std::ranges::find(all, "welcome", &Sample::name)->state;
    state.last_touch = SteadyTime{} + 1h;
    state.steady = state.last_touch + idle;
    return state;
}

Rect start_of(const State& state) {
    Glass glass(kPortrait);
    glass.draw(state);
    const Node* start = glass.tree().find("welcome.start");
    REQUIRE(start != nullptr);
    return start->rect;
}

std::int64_t light_of(const State& state) {
    Glass glass(kPortrait);
    const Image picture = glass.picture(state);
    return std::accumulate(picture.pixels.begin(), picture.pixels.end(), std::int64_t{0});
}

}  // namespace

TEST_CASE("a welcome that is left alone is darker and in no place for long", "[ui]") {
    State left = welcome_after(10min);
    std::set<std::pair<int, int>> places;
    for (int i = 0; i < 9; ++i) {
        const Rect start = start_of(left);
        places.insert({start.x, start.y});
        left.now += 10min;
    }

    CHECK(places.size() == 9);
    CHECK(light_of(left) < light_of(welcome_after(9min)));
}

TEST_CASE("whoever comes finds the welcome as it always is", "[ui]") {
    State left = welcome_after(600min);
    CHECK(is_left_alone(left));
    left.last_touch = left.steady;

    CHECK_FALSE(is_left_alone(left));
    CHECK(start_of(left) == start_of(welcome_after(0min)));
}

TEST_CASE("nobody is left alone in a visit, nor while a question is laid over", "[ui]") {
    State called = welcome_after(600min);
    called.overlay = StaffCalled{};
    State chosen = welcome_after(600min);
    chosen.screen = Home{};

    CHECK_FALSE(is_left_alone(called));
    CHECK_FALSE(is_left_alone(chosen));
}

TEST_CASE("a picture that wanders stays on the screen", "[ui]") {
    const Rect screen{0, 0, 1080, 1920};
    WallTime now{};
    for (int i = 0; i < 20; ++i, now += 10min) CHECK(screen.contains(wandered(screen, 8, now)));
}

}  // namespace motlan::testing
