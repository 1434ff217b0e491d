// A value between two ends, set by a finger, by its buttons and by six keys, and heard.
#include "kiosk/ui/widgets/slider.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/narrator.h"
#include "tests/ui/drawing.h"

namespace motlan::testing {
namespace {

constexpr int kWide = 900;

/// One slider on an empty glass.
struct Shown {
    Glass glass{kPortrait};
    SliderSpec spec{
        .id = "gain", .label = plain("Khuếch đại"), .value = plain("32"), .step = 3, .last = 10};
    std::optional<int> step;

    void draw(const Moment& moment = {}) {
        glass.draw(
            [this](Ui& ui) {
                ui.dress({});
                ui.enter("slider");
                step = slider(ui, {64, 400, kWide, slider_height(ui, spec, kWide)}, spec);
            },
            moment);
    }
    [[nodiscard]] const Node& node(std::string_view id) const {
        const Node* found = glass.tree().find(id);
        REQUIRE(found != nullptr);
        return *found;
    }
};

}  // namespace

TEST_CASE("a finger puts the mark where it touches the line", "[ui]") {
    Shown shown;
    shown.draw();
    const Rect line = shown.node("gain").rect;

    shown.draw({.chosen = "gain", .at = Point{line.x + 2, line.center().y}});
    CHECK(shown.step == 0);
    shown.draw({.chosen = "gain", .at = line.center()});
    CHECK(shown.step == 5);
    shown.draw({.chosen = "gain", .at = Point{line.right() - 2, line.center().y}});
    CHECK(shown.step == 10);
}

TEST_CASE("the buttons at its ends go one step, and not beyond", "[ui]") {
    Shown shown;
    shown.draw({.chosen = "gain.less"});
    CHECK(shown.step == 2);
    shown.draw({.chosen = "gain.more"});
    CHECK(shown.step == 4);

    shown.spec.step = 0;
    shown.draw({.chosen = "gain.less"});
    CHECK_FALSE(shown.step.has_value());
    CHECK_FALSE(shown.node("gain.less").is_enabled);
    shown.spec.step = 10;
    shown.draw();
    CHECK_FALSE(shown.node("gain.more").is_enabled);
}

TEST_CASE("by a key the line goes one step on, around its end", "[ui]") {
    Shown shown;
    shown.draw({.chosen = "gain"});
    CHECK(shown.step == 4);

    shown.spec.step = 10;
    shown.draw({.chosen = "gain"});
    CHECK(shown.step == 0);
}

TEST_CASE("what cannot be set now answers nothing, and says so", "[ui]") {
    Shown shown;
    shown.spec.is_enabled = false;

    for (const std::string_view id : {"gain", "gain.less", "gain.more"}) {
        shown.draw({.chosen = std::string(id)});
        CHECK_FALSE(shown.step.has_value());
    }
    CHECK(node_speech(shown.node("gain"), shown.glass.tree(), Language::English, Earshot::Room)
              .contains("not available"));
}

TEST_CASE("six keys reach all three parts, and each is heard with its name", "[ui]") {
    Shown shown;
    shown.draw();
    Focus focus;
    std::string heard;
    for (int n = 0; n < 3; ++n) {
        focus.move(shown.glass.tree(), FocusKey::Right);
        heard += node_speech(shown.node(focus.id()), shown.glass.tree(), Language::English,
                             Earshot::Room) +
                 "|";
    }

    CHECK(heard.contains("slider"));
    CHECK(heard.contains("thirty-two"));
    CHECK(std::ranges::count(heard, '|') == 3);
}

TEST_CASE("every part of a slider is large enough for a trembling finger", "[ui]") {
    Shown shown;
    shown.draw();
    const double mm = kPortrait.px_per_mm;

    for (const std::string_view id : {"gain", "gain.less", "gain.more"})
        CHECK(shown.node(id).rect.h / mm >= 20);
    CHECK(shown.node("gain.less").rect.w / mm >= 20);
}

}  // namespace motlan::testing
