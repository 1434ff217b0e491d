// Fingers: what counts as a tap and what does not.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/touch.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

SemanticTree two_buttons() {
    SemanticTree tree;
    tree.add({.id = "left", .rect = {0, 0, 100, 100}, .is_touchable = true});
    tree.add({.id = "right", .rect = {120, 0, 100, 100}, .is_touchable = true});
    tree.add({.id = "off", .rect = {240, 0, 100, 100}, .is_touchable = true, .is_enabled = false});
    return tree;
}

/// A hand that touches the two buttons.
struct Hand {
    TouchReader reader;
    SemanticTree tree = two_buttons();

    std::optional<std::string> touch(TouchKind kind, int x, TouchTime when,
                                     std::int64_t finger = 1) {
        return reader.read({kind, finger, {x, 50}, when}, tree);
    }
    std::optional<std::string> tap(int x, TouchTime when) {
        touch(TouchKind::Down, x, when);
        return touch(TouchKind::Up, x, when + 30ms);
    }
};

}  // namespace

TEST_CASE("a tap chooses on release inside the node", "[ui]") {
    Hand hand;

    CHECK_FALSE(hand.touch(TouchKind::Down, 50, 1000ms).has_value());
    CHECK(hand.reader.pressed() == "left");
    CHECK(hand.touch(TouchKind::Up, 60, 1100ms) == "left");
}

TEST_CASE("sliding off a node takes the tap back, sliding on again restores it", "[ui]") {
    Hand hand;

    hand.touch(TouchKind::Down, 50, 1000ms);
    hand.touch(TouchKind::Move, 150, 1010ms);
    CHECK(hand.reader.pressed().empty());
    CHECK_FALSE(hand.touch(TouchKind::Up, 150, 1020ms).has_value());

    hand.touch(TouchKind::Down, 50, 2000ms);
    hand.touch(TouchKind::Move, 110, 2010ms);
    hand.touch(TouchKind::Move, 60, 2020ms);
    CHECK(hand.touch(TouchKind::Up, 60, 2030ms) == "left");
}

TEST_CASE("a trembling finger chooses once", "[ui]") {
    Hand hand;

    CHECK(hand.tap(50, 1000ms) == "left");
    CHECK_FALSE(hand.tap(50, 1200ms).has_value());
    CHECK(hand.tap(150, 1300ms) == "right");
    CHECK(hand.tap(50, 1500ms) == "left");
}

TEST_CASE("a hand that trembles much is borne with", "[ui]") {
    Hand hand;
    hand.reader.heed(care_for({.size = TextSize::Large}, 4.034));

    CHECK(hand.tap(50, 1000ms) == "left");
    CHECK_FALSE(hand.tap(150, 1100ms).has_value());  // bounced, onto the neighbour
    CHECK_FALSE(hand.tap(50, 1600ms).has_value());
    CHECK(hand.tap(50, 1800ms) == "left");

    hand.touch(TouchKind::Down, 95, 3000ms);
    CHECK(hand.touch(TouchKind::Up, 105, 3100ms) == "left");  // slipped off the edge
    hand.touch(TouchKind::Down, 95, 5000ms);
    CHECK_FALSE(hand.touch(TouchKind::Up, 125, 5100ms).has_value());  // taken back
}

TEST_CASE("a tap too soon after a new screen chooses nothing", "[ui]") {
    Hand hand;
    hand.reader.new_screen(1000ms);

    CHECK_FALSE(hand.tap(50, 1200ms).has_value());
    CHECK(hand.tap(50, 1260ms) == "left");
}

TEST_CASE("a finger that was down when the screen changed chooses nothing", "[ui]") {
    Hand hand;
    hand.touch(TouchKind::Down, 50, 1000ms);
    hand.reader.new_screen(1010ms);

    CHECK_FALSE(hand.touch(TouchKind::Up, 50, 2000ms).has_value());
}

TEST_CASE("while one finger is down further ones choose nothing", "[ui]") {
    Hand hand;
    hand.touch(TouchKind::Down, 50, 1000ms, 1);
    hand.touch(TouchKind::Down, 150, 1100ms, 2);

    CHECK_FALSE(hand.touch(TouchKind::Up, 150, 1120ms, 2).has_value());
    CHECK(hand.touch(TouchKind::Up, 50, 1130ms, 1) == "left");
}

TEST_CASE("what is disabled or covered is not touched", "[ui]") {
    Hand hand;

    CHECK_FALSE(hand.tap(250, 1000ms).has_value());
    hand.tree.cover();
    CHECK_FALSE(hand.tap(50, 2000ms).has_value());
}

TEST_CASE("delete repeats while a finger lies on it, and its release deletes nothing more",
          "[ui]") {
    SemanticTree tree;
    tree.add({.id = "key.erase",
              .role = NodeRole::Key,
              .rect = {0, 0, 100, 100},
              .is_touchable = true,
              .is_repeating = true});
    TouchReader fingers;
    const TouchTime start{10'000};
    CHECK_FALSE(fingers.read({TouchKind::Down, 1, {50, 50}, start}, tree));

    CHECK_FALSE(fingers.repeat(start + TouchTime(699), tree));
    CHECK(fingers.repeat(start + TouchTime(700), tree) == "key.erase");
    CHECK_FALSE(fingers.repeat(start + TouchTime(849), tree));
    CHECK(fingers.repeat(start + TouchTime(850), tree) == "key.erase");
    CHECK_FALSE(fingers.read({TouchKind::Up, 1, {50, 50}, start + TouchTime(900)}, tree));
    CHECK_FALSE(fingers.repeat(start + TouchTime(2000), tree));
}

TEST_CASE("a short touch deletes once, and other keys never repeat", "[ui]") {
    SemanticTree tree;
    tree.add(
        {.id = "key.a", .role = NodeRole::Key, .rect = {0, 0, 100, 100}, .is_touchable = true});
    TouchReader fingers;
    const TouchTime start{10'000};
    CHECK_FALSE(fingers.read({TouchKind::Down, 1, {50, 50}, start}, tree));

    CHECK_FALSE(fingers.repeat(start + TouchTime(3000), tree));
    CHECK(fingers.read({TouchKind::Up, 1, {50, 50}, start + TouchTime(3100)}, tree) == "key.a");
}

}  // namespace motlan
