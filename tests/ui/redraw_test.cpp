// Only what has changed is drawn, and nobody can tell the picture from one drawn whole.
#include <algorithm>
#include <cstdlib>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/redraw.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

constexpr int kSide = 10 * kTile;

std::int64_t pixels(const std::vector<Rect>& boxes) {
    std::int64_t sum = 0;
    for (const Rect& box : boxes) sum += std::int64_t{box.w} * box.h;
    return sum;
}

/// Whether nobody can tell the pictures apart: where a soft shadow is cut the renderer rounds its
/// stretched edge otherwise, by some of 256 steps, in less than a thousandth of the pixels
/// (ux 9.2).
bool is_alike(const Image& one, const Image& other) {
    constexpr int kMostSteps = 24;
    std::size_t count = 0;
    for (std::size_t i = 0; i < one.pixels.size(); ++i) {
        const int far = std::abs(int{one.pixels[i]} - int{other.pixels[i]});
        if (far > kMostSteps) return false;
        count += far > 0 ? 1 : 0;
    }
    return count * 100 < one.pixels.size();
}

State state_of(std::string_view name) {
    const std::vector<Sample> all = samples();
    return std::ranges::find(all, name, &Sample::name)->state;
}

}  // namespace

TEST_CASE("the first picture differs everywhere, the same again nowhere", "[ui]") {
    Redraw redraw;
    for (const bool is_first : {true, false}) {
        redraw.begin(kSide, kSide + 7);
        redraw.add({0, 0, kSide, kSide + 7}, 1);
        CHECK(pixels(redraw.end()) == (is_first ? kSide * (kSide + 7) : 0));
    }
}

TEST_CASE("something that moves differs where it was and where it is", "[ui]") {
    Redraw redraw;
    redraw.begin(kSide, kSide);
    redraw.add({0, 0, 5, 5}, 7);
    redraw.end();

    redraw.begin(kSide, kSide);
    redraw.add({5 * kTile, 5 * kTile, 5, 5}, 7);

    CHECK(redraw.end() ==
          std::vector<Rect>{{0, 0, kTile, kTile}, {5 * kTile, 5 * kTile, kTile, kTile}});
}

TEST_CASE("what lies on top counts", "[ui]") {
    Redraw redraw;
    redraw.begin(kSide, kSide);
    redraw.add({0, 0, 5, 5}, 1);
    redraw.add({0, 0, 5, 5}, 2);
    redraw.end();

    redraw.begin(kSide, kSide);
    redraw.add({0, 0, 5, 5}, 2);
    redraw.add({0, 0, 5, 5}, 1);

    CHECK(redraw.end().size() == 1);
}

TEST_CASE("what nobody can compare differs every time", "[ui]") {
    Redraw redraw;
    for (int i = 0; i < 3; ++i) {
        redraw.begin(kSide, kSide);
        redraw.spoil({0, 0, 5, 5});
        CHECK_FALSE(redraw.end().empty());
    }
}

TEST_CASE("things outside the picture are no damage", "[ui]") {
    Redraw redraw;
    for (int i = 0; i < 2; ++i) {
        redraw.begin(kSide, kSide);
        redraw.end();
    }
    redraw.begin(kSide, kSide);
    redraw.add({-50, -50, 20, 20}, 1);
    redraw.add({kSide + 1, 3, 20, 20}, 1);
    redraw.add({3, 3, 0, 20}, 1);

    CHECK(redraw.end().empty());
}

TEST_CASE("nobody can tell a picture drawn in parts from one drawn whole", "[ui]") {
    for (const Panel& panel : {kPortrait, kLandscape}) {
        Glass parts(panel);
        Glass whole(panel);
        std::size_t number = 0;
        for (Sample& sample : samples()) {
            // A walk through many screens in changing looks leaves every kind of damage behind.
            sample.state.comfort = some_looks(number++ * 7).front().comfort;
            parts.forget();
            whole.forget();
            whole.lose_pixels();
            INFO(sample.name);
            const Image drawn_in_parts = parts.picture(sample.state);
            CHECK(is_alike(drawn_in_parts, whole.picture(sample.state)));
        }
    }
}

TEST_CASE("one more letter costs a twentieth of the screen at most", "[ui]") {
    Glass glass(kPortrait);
    State state = state_of("ask_question.text");
    static_cast<void>(glass.picture(state));
    std::get<AskQuestion>(state.screen).draft += "n";

    static_cast<void>(glass.picture(state));

    CHECK(glass.drawn_pixels() > 0);
    CHECK(glass.drawn_pixels() * 20 <= std::int64_t{kPortrait.width} * kPortrait.height);
}

TEST_CASE("nothing is drawn when nothing changed", "[ui]") {
    Glass glass(kPortrait);
    const State state = state_of("welcome");
    static_cast<void>(glass.picture(state));

    static_cast<void>(glass.picture(state));

    CHECK(glass.drawn_pixels() == 0);
}

TEST_CASE("nothing of a visit stays on the glass", "[ui]") {
    Glass used(kPortrait);
    Glass fresh(kPortrait);
    for (const Sample& sample : samples()) static_cast<void>(used.picture(sample.state));
    used.forget();

    for (const std::string_view name : {"goodbye", "welcome"})
        CHECK(is_alike(used.picture(state_of(name)), fresh.picture(state_of(name))));
}

}  // namespace motlan::testing
