// A dark screen: nothing of it is seen over a shoulder, while six keys and the voice work on.
#include <algorithm>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/window.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

State question() {
    const std::vector<Sample> all = samples();
    return std::ranges::find(all, "ask_question.text", &Sample::name)->state;
}

/// How much of the window is not black after the six keys went to a key of the keyboard.
std::ptrdiff_t seen(Window& window, const State& state) {
    const auto show = [&] {
        window.refresh();
        window.show([&](Ui& ui) { static_cast<void>(draw_state(ui, state, sample_office())); });
    };
    show();
    show();
    window.press(FocusKey::Right);
    show();
    REQUIRE_FALSE(window.focus().id().empty());
    return std::ranges::count_if(window.picture().pixels,
                                 [](std::uint8_t value) { return value != 0; });
}

}  // namespace

TEST_CASE("on a dark screen not even the ring around the chosen key is seen", "[ui]") {
    auto window = Window::open({.panel = {1080, 1920, 4.034}, .place = WindowPlace::Nowhere});
    REQUIRE(window);
    State state = question();

    CHECK(seen(*window, state) > 0);
    state.comfort.is_voiced = state.comfort.is_dark = true;
    CHECK(seen(*window, state) == 0);
}

}  // namespace motlan::testing
