// The card's screen: a bar for its distance that nobody has to hear, and a switch for the lamp.
#include <algorithm>
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/narrator.h"
#include "kiosk/ui/widgets/distance_bar.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

State state_of(std::string_view name) {
    static const std::vector<Sample> kAll = samples();  // takes seconds
    return std::ranges::find(kAll, name, &Sample::name)->state;
}

State with_lamp(std::optional<Lamp> lamp) {
    State state = state_of("show_card.too_far");
    std::get<ShowCard>(state.screen).lamp = lamp;
    return state;
}

State at_distance(std::optional<CardDistance> distance) {
    State state = state_of("show_card.too_far");
    std::get<ShowCard>(state.screen).distance = distance;
    return state;
}

const Node& node(const Glass& glass, std::string_view id) {
    const Node* found = glass.tree().find(id);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("the switch of the lamp is there where the camera has one, and only there", "[ui]") {
    for (const Look& look : all_looks()) {
        Glass glass(look.panel);
        State lit = with_lamp(Lamp::On);
        State without = with_lamp(std::nullopt);
        lit.comfort = without.comfort = look.comfort;
        INFO(look.name);

        glass.draw(lit);
        CHECK(node(glass, "card.lamp").is_live());
        glass.draw(without);
        CHECK(glass.tree().find("card.lamp") == nullptr);
    }
}

TEST_CASE("the switch says how the lamp is, and a touch wishes for the other", "[ui]") {
    Glass glass(kPortrait);
    for (const Lamp lamp : {Lamp::Off, Lamp::On}) {
        const State state = with_lamp(lamp);
        glass.draw(state);
        CHECK(node(glass, "card.lamp").label.shown == (lamp == Lamp::On ? "Đèn: Bật" : "Đèn: Tắt"));

        const auto event = glass.draw(state, {.chosen = "card.lamp"});

        REQUIRE(event.has_value());
        CHECK(std::get<LampWished>(*event).lamp == other(lamp));
    }
}

TEST_CASE("the switch keeps its place and its size when it is used", "[ui]") {
    for (const Look& look : all_looks()) {
        Glass glass(look.panel);
        State state = with_lamp(Lamp::Off);
        state.comfort = look.comfort;
        glass.draw(state);
        const Rect off = node(glass, "card.lamp").rect;
        std::get<ShowCard>(state.screen).lamp = Lamp::On;

        glass.draw(state);

        INFO(look.name);
        CHECK(node(glass, "card.lamp").rect == off);
    }
}

TEST_CASE("six keys reach the switch, and what it has become is heard", "[ui]") {
    Glass glass(kPortrait);
    glass.draw(with_lamp(Lamp::Off));
    Focus focus;
    Narrator narrator(Earshot::Room);
    const Hearing hearing{Language::Vietnamese, SteadyTime{} + std::chrono::hours(1)};
    static_cast<void>(narrator.next(glass.tree(), focus, hearing));
    for (int i = 0; i < 100 && focus.id() != "card.lamp"; ++i)
        focus.move(glass.tree(), FocusKey::Right);
    REQUIRE(focus.id() == "card.lamp");
    CHECK(narrator.next(glass.tree(), focus, hearing).starts_with("Đèn soi thẻ đang tắt"));

    glass.draw(with_lamp(Lamp::On));

    CHECK(narrator.next(glass.tree(), focus, hearing).starts_with("Đèn soi thẻ đang bật"));
}

TEST_CASE("the bar shows how far the card is, and nothing where no code is found", "[ui]") {
    Glass glass(kPortrait);
    const Image none = glass.picture(at_distance(std::nullopt));
    const Image near = glass.picture(at_distance(CardDistance{5}));
    const Image good = glass.picture(at_distance(CardDistance{50}));
    const Image far = glass.picture(at_distance(CardDistance{95}));

    CHECK(none.pixels != near.pixels);
    CHECK(near.pixels != good.pixels);
    CHECK(good.pixels != far.pixels);
}

TEST_CASE("the mark stays on the bar from end to end, nearer at the left", "[ui]") {
    constexpr Rect kTrack{100, 50, 400, 60};
    int last = -1;
    for (const int percent : {0, 30, 50, 70, 100}) {
        const Rect mark = distance_mark(kTrack, 40, {percent});
        CHECK(kTrack.contains(mark));
        CHECK(mark.x > last);
        last = mark.x;
    }
    CHECK(distance_mark(kTrack, 40, {0}).x == kTrack.x);
    CHECK(distance_mark(kTrack, 40, {100}).right() == kTrack.right());
}

TEST_CASE("a card that moves is not told at every step", "[ui]") {
    Glass glass(kPortrait);
    Focus focus;
    Narrator narrator(Earshot::Headphones);
    const auto say = [&](const State& state, int second) {
        glass.draw(state);
        return narrator.next(
            glass.tree(), focus,
            {Language::Vietnamese, SteadyTime{} + std::chrono::seconds(100 + second)});
    };
    static_cast<void>(say(at_distance(CardDistance{80}), 0));
    for (int i = 0; i < 100 && focus.id() != "card.distance"; ++i)
        focus.move(glass.tree(), FocusKey::Down);
    REQUIRE(focus.id() == "card.distance");
    CHECK_FALSE(say(at_distance(CardDistance{80}), 10).empty());

    CHECK(say(at_distance(CardDistance{50}), 14).empty());
    CHECK(say(at_distance(CardDistance{20}), 18).empty());
    CHECK(say(at_distance(std::nullopt), 22).empty());
}

TEST_CASE("a badge is shown without a bar and without a lamp", "[ui]") {
    Glass glass(kPortrait);
    glass.draw(state_of("staff.entry"));

    CHECK(glass.tree().find("card.distance") == nullptr);
    CHECK(glass.tree().find("card.lamp") == nullptr);
}

}  // namespace motlan::testing
