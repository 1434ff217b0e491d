// What no citizen means to do and every kiosk meets: storms of touches, resting hands, panels that
// are unplugged, letters that nobody has, names that never end.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/flow/step.h"
#include "kiosk/ui/touch.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

using namespace std::chrono_literals;

SemanticTree two_buttons() {
    SemanticTree tree;
    tree.add({.id = "left", .rect = {0, 0, 100, 100}, .is_touchable = true});
    tree.add({.id = "right", .rect = {120, 0, 100, 100}, .is_touchable = true});
    return tree;
}

/// Fingers on a panel with two buttons.
struct Fingers {
    TouchReader reader;
    SemanticTree tree = two_buttons();

    std::optional<std::string> feel(TouchKind kind, std::int64_t finger, int x, TouchTime when) {
        return reader.read({kind, finger, {x, 50}, when}, tree);
    }
};

State state_of(std::string_view name) {
    const std::vector<Sample> all = samples();
    return std::ranges::find(all, name, &Sample::name)->state;
}

/// Whether the way on and everything else that can be touched is whole and on the screen.
bool is_usable(const SemanticTree& tree, const Panel& panel) {
    const Rect screen{0, 0, panel.width, panel.height};
    return tree.find("action.next") != nullptr &&
           std::ranges::all_of(tree.nodes(), [&](const Node& node) {
               return screen.contains(node.rect) && (!node.setting || !node.setting->is_cut);
           });
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

/// Every value that the sources gave, replaced.
State with_values(std::string_view sample, const std::string& value) {
    State state = state_of(sample);
    for (auto& [concept_id, word] : std::get<CheckDetails>(state.screen).visit.words)
        word.value = Personal(value);
    return state;
}

}  // namespace

TEST_CASE("taps alternating a hundred times a second choose only what they touch", "[ui]") {
    Fingers panel;
    TouchTime now = 1000ms;
    std::string last;
    int chosen = 0;
    for (int i = 0; i < 1000; ++i, now += 10ms) {
        const bool is_left = i % 2 == 0;
        panel.feel(TouchKind::Down, 1, is_left ? 50 : 170, now);
        const auto choice = panel.feel(TouchKind::Up, 1, is_left ? 50 : 170, now + 5ms);
        if (!choice) continue;
        ++chosen;
        CHECK(*choice == (is_left ? "left" : "right"));
        CHECK(*choice != last);
        last = *choice;
    }
    CHECK(chosen > 0);
}

TEST_CASE("ten fingers at once wish nothing", "[ui]") {
    Fingers panel;
    for (int finger = 0; finger < 10; ++finger)
        panel.feel(TouchKind::Down, finger, 20 * finger, 1000ms + TouchTime(finger));
    for (int finger = 0; finger < 10; ++finger)
        CHECK_FALSE(panel.feel(TouchKind::Up, finger, 20 * finger, 1100ms).has_value());

    panel.feel(TouchKind::Down, 11, 50, 2000ms);
    CHECK(panel.feel(TouchKind::Up, 11, 50, 2050ms) == "left");
}

TEST_CASE("a second finger that comes later does not spoil the first", "[ui]") {
    Fingers panel;
    panel.feel(TouchKind::Down, 1, 50, 1000ms);
    panel.feel(TouchKind::Down, 2, 170, 1200ms);

    CHECK_FALSE(panel.feel(TouchKind::Up, 2, 170, 1250ms).has_value());
    CHECK(panel.feel(TouchKind::Up, 1, 50, 1300ms) == "left");
}

TEST_CASE("a panel that is unplugged under a finger works again when it is back", "[ui]") {
    Fingers panel;
    panel.feel(TouchKind::Down, 1, 50, 1000ms);

    panel.feel(TouchKind::Down, 7, 170, 1000ms + kLost);
    CHECK(panel.feel(TouchKind::Up, 7, 170, 1100ms + kLost) == "right");

    panel.feel(TouchKind::Down, 7, 50, 30'000ms);
    panel.feel(TouchKind::Down, 7, 170, 30'500ms);  // the release got lost
    CHECK(panel.feel(TouchKind::Up, 7, 170, 30'600ms) == "right");
}

TEST_CASE("a release without a touch, and touches far outside, wish nothing", "[ui]") {
    Fingers panel;

    CHECK_FALSE(panel.feel(TouchKind::Up, 3, 50, 1000ms).has_value());
    CHECK_FALSE(panel.feel(TouchKind::Move, 3, 50, 1000ms).has_value());
    panel.feel(TouchKind::Down, 3, -1'000'000, 2000ms);
    CHECK_FALSE(panel.feel(TouchKind::Up, 3, 2'000'000'000, 2100ms).has_value());
}

TEST_CASE("a finger that lies on what is for holding does not choose it", "[ui]") {
    Fingers panel;
    panel.tree = {};
    panel.tree.add(
        {.id = "hold", .rect = {0, 0, 100, 100}, .is_touchable = true, .is_for_holding = true});

    panel.feel(TouchKind::Down, 1, 50, 1000ms);
    CHECK(panel.reader.pressed() == "hold");
    CHECK_FALSE(panel.feel(TouchKind::Up, 1, 50, 1000ms + kHold).has_value());

    panel.feel(TouchKind::Down, 1, 50, 3000ms);
    CHECK(panel.feel(TouchKind::Up, 1, 50, 3100ms) == "hold");
}

TEST_CASE("values that never end leave every screen usable", "[ui]") {
    for (const std::string& value : {repeated("Nguyễn ", 1500), repeated("A", 10'000),
                                     repeated("\n", 10'000), repeated("👩‍🌾", 2'000),
                                     std::string("\xFF\xFE\x80 khong phai UTF-8"), std::string()}) {
        const State state = with_values("check_details.residence", value);
        for (const Look& look : some_looks(value.size())) {
            Glass glass(look.panel);
            State shown = state;
            shown.comfort = look.comfort;
            glass.draw(shown);
            INFO(look.name << ", " << value.size() << " bytes");
            CHECK(is_usable(glass.tree(), look.panel));
        }
    }
}

TEST_CASE("names in decomposed letters are shown in composed ones", "[ui]") {
    // "Nguyễn" with the marks as letters of their own (NFD).
    const Phrase name = plain("Nguye\u0302\u0303n");

    CHECK(name.shown == "Nguyễn");
}

TEST_CASE("letters without a shape take room and break nothing", "[ui]") {
    Glass glass(kPortrait);
    const State state = with_values("check_details.residence", "Hòa 😀 \U0001F9D3\U0001F3FD");

    const Image picture = glass.picture(state);

    CHECK(is_usable(glass.tree(), kPortrait));
    CHECK_FALSE(picture.pixels.empty());
}

TEST_CASE("ten thousand letters at once are not typed", "[ui]") {
    State state = state_of("ask_question.text");
    const std::string before = std::get<AskQuestion>(state.screen).draft;

    const Next next = step(state, LettersTyped{repeated("ă", 10'000)}, sample_office());

    CHECK(std::get<AskQuestion>(next.state.screen).draft == before);
}

}  // namespace motlan::testing
