// A hand that rests on the glass: old people steady themselves, and a palm flickers there.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/touch.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

/// A glass whose every place is a button, 100 pixels wide and high: "0 0" left above.
SemanticTree keys() {
    SemanticTree tree;
    for (int row = 0; row < 19; ++row)
        for (int column = 0; column < 10; ++column)
            tree.add({.id = std::to_string(column) + " " + std::to_string(row),
                      .rect = {100 * column, 100 * row, 100, 100},
                      .is_touchable = true});
    return tree;
}

/// Hands over the glass. Every landing has a number of its own, as panels give them.
struct Hands {
    TouchReader reader;
    SemanticTree tree = keys();
    std::vector<std::string> chosen;

    void feel(TouchKind kind, std::int64_t finger, Point at, TouchTime when) {
        if (auto choice = reader.read({kind, finger, at, when}, tree))
            chosen.push_back(std::move(*choice));
    }
    void land(std::int64_t finger, Point at, TouchTime when) {
        feel(TouchKind::Down, finger, at, when);
    }
    void lift(std::int64_t finger, Point at, TouchTime when) {
        feel(TouchKind::Up, finger, at, when);
    }
    void tap(std::int64_t finger, Point at, TouchTime when, TouchTime lasting = 60ms) {
        land(finger, at, when);
        lift(finger, at, when + lasting);
    }
};

}  // namespace

TEST_CASE("a palm that flickers beside a part that still rests chooses nothing", "[ui]") {
    Hands hands;
    hands.land(1, {450, 950}, 1000ms);
    hands.land(2, {550, 1050}, 1040ms);
    hands.lift(1, {450, 950}, 1200ms);
    for (int i = 0; i < 20; ++i) hands.tap(10 + i, {400 + 10 * i, 950}, 1250ms + 200ms * i, 120ms);
    hands.lift(2, {550, 1050}, 6000ms);

    CHECK(hands.chosen.empty());
}

TEST_CASE("a hand that lifts wholly and lands again at once chooses nothing", "[ui]") {
    Hands hands;
    hands.land(1, {450, 950}, 1000ms);
    hands.land(2, {550, 1050}, 1150ms);
    hands.lift(1, {450, 950}, 1300ms);
    hands.lift(2, {550, 1050}, 1310ms);
    hands.tap(3, {500, 1000}, 1310ms + kFlicker / 2);

    CHECK(hands.chosen.empty());
}

TEST_CASE("a hand that flickers for long is one hand all the time", "[ui]") {
    Hands hands;
    hands.land(1, {450, 950}, 1000ms);
    hands.land(2, {550, 1050}, 1150ms);
    hands.lift(1, {450, 950}, 1300ms);
    hands.lift(2, {550, 1050}, 1500ms);
    for (int i = 0; i < 10; ++i) hands.tap(3 + i, {450, 1000}, 1600ms + 250ms * i, 100ms);

    CHECK(hands.chosen.empty());
}

TEST_CASE("the first part of a palm that rolls down chooses nothing", "[ui]") {
    Hands hands;
    hands.land(1, {450, 950}, 1000ms);
    hands.land(2, {550, 1050}, 1120ms);
    hands.lift(1, {450, 950}, 1200ms);
    hands.lift(2, {550, 1050}, 3000ms);

    CHECK(hands.chosen.empty());
}

TEST_CASE("what flickers beside a finger that lies makes it a hand", "[ui]") {
    Hands hands;
    hands.land(1, {450, 950}, 1000ms);
    hands.tap(2, {550, 1050}, 1500ms);
    hands.tap(3, {550, 1050}, 1700ms);
    hands.lift(1, {450, 950}, 1900ms);

    CHECK(hands.chosen.empty());
}

TEST_CASE("a finger works again soon after a hand has left", "[ui]") {
    Hands hands;
    hands.land(1, {450, 950}, 1000ms);
    hands.land(2, {550, 1050}, 1030ms);
    hands.lift(1, {450, 950}, 1500ms);
    hands.lift(2, {550, 1050}, 1500ms);
    hands.tap(3, {450, 950}, 1500ms + kFlicker);

    CHECK(hands.chosen == std::vector<std::string>{"4 9"});
}

TEST_CASE("who leans on the glass with one hand chooses with the other", "[ui]") {
    Hands hands;
    hands.land(1, {150, 150}, 1000ms);
    hands.land(2, {250, 250}, 1030ms);
    hands.tap(3, {650, 1650}, 1500ms);
    hands.lift(1, {150, 150}, 2000ms);
    hands.lift(2, {250, 250}, 2000ms);

    Hands single;
    single.land(1, {150, 150}, 1000ms);
    single.tap(2, {650, 1650}, 1000ms + kLean);
    single.lift(1, {150, 150}, 3000ms);

    CHECK(hands.chosen == std::vector<std::string>{"6 16"});
    CHECK(single.chosen == std::vector<std::string>{"6 16"});
}

TEST_CASE("two hands laid on the glass at once choose nothing", "[ui]") {
    Hands hands;
    hands.land(1, {150, 950}, 1000ms);
    hands.land(2, {850, 950}, 1050ms);
    hands.lift(2, {850, 950}, 2000ms);
    hands.lift(1, {150, 950}, 2100ms);

    CHECK(hands.chosen.empty());
}

TEST_CASE("quick taps beside one another are taps", "[ui]") {
    Hands hands;
    for (int i = 0; i < 6; ++i) hands.tap(i, {150 + 100 * i, 950}, 1000ms + 120ms * i, 70ms);

    CHECK(hands.chosen.size() == 6);
}

TEST_CASE("a slow finger that lies alone chooses when it leaves", "[ui]") {
    Hands hands;
    hands.tap(1, {450, 950}, 1000ms, 4000ms);

    CHECK(hands.chosen == std::vector<std::string>{"4 9"});
}

}  // namespace motlan
