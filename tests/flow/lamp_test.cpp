// The lamp beside the camera: the citizen's to turn on and off, where the camera has one, for as
// long as the visit lasts.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

/// A picture of a camera whose lamp is so; nothing: it has none.
CardSeen seen(std::optional<Lamp> lamp, CardHint hint = CardHint::NoCard) {
    return {std::make_shared<const Image>(), hint, CardDistance{40}, lamp};
}

std::optional<Lamp> lamp_of(const Walk& walk) {
    return walk.is_at<ShowCard>() ? walk.at<ShowCard>().lamp : std::nullopt;
}

Walk before_camera(std::optional<Lamp> lamp) {
    Walk walk;
    walk.to_card()(seen(lamp));
    return walk;
}

}  // namespace

TEST_CASE("a camera without a lamp offers none", "[flow]") {
    Walk walk = before_camera(std::nullopt);

    walk(LampWished{Lamp::On});

    CHECK_FALSE(walk.at<ShowCard>().lamp.has_value());
    CHECK_FALSE(walk.state().comfort.lamp.has_value());
    CHECK_FALSE(walk.has_effects());
}

TEST_CASE("the lamp is as this kiosk is set up until somebody wishes otherwise", "[flow]") {
    Walk lit = before_camera(Lamp::On);
    Walk dark = before_camera(Lamp::Off);

    CHECK(lamp_of(lit) == Lamp::On);
    CHECK(lamp_of(dark) == Lamp::Off);
    CHECK_FALSE(lit.state().comfort.lamp.has_value());
}

TEST_CASE("a wish turns the lamp on at once and off again", "[flow]") {
    Walk walk = before_camera(Lamp::Off);

    walk(LampWished{Lamp::On});
    REQUIRE(walk.effects<SetLamp>().size() == 1);
    CHECK(walk.effects<SetLamp>().at(0).lamp == Lamp::On);
    CHECK(lamp_of(walk) == Lamp::On);

    walk(LampWished{Lamp::Off});
    REQUIRE(walk.effects<SetLamp>().size() == 1);
    CHECK(walk.effects<SetLamp>().at(0).lamp == Lamp::Off);
    CHECK(lamp_of(walk) == Lamp::Off);
}

TEST_CASE("a picture taken before the wish does not turn the switch back", "[flow]") {
    Walk walk = before_camera(Lamp::Off);

    walk(LampWished{Lamp::On})(seen(Lamp::Off));

    CHECK(lamp_of(walk) == Lamp::On);
}

TEST_CASE("a lamp that is gone is offered no more", "[flow]") {
    Walk walk = before_camera(Lamp::Off);

    CHECK_FALSE(walk(seen(std::nullopt)).at<ShowCard>().lamp.has_value());
    walk(seen(Lamp::Off))(CameraFailed{Fault::CameraUnavailable});
    CHECK_FALSE(walk.at<ShowCard>().lamp.has_value());
    CHECK_FALSE(walk.at<ShowCard>().distance.has_value());
}

TEST_CASE("whoever comes back to the camera finds the lamp as it was left", "[flow]") {
    Walk walk = before_camera(Lamp::Off);

    walk(LampWished{Lamp::On})(WentBack{});
    REQUIRE(walk.is_at<WhatYouNeed>());
    walk(Proceeded{});

    REQUIRE(walk.effects<WatchForCard>().size() == 1);
    CHECK(walk.effects<WatchForCard>().at(0).lamp == Lamp::On);
    walk(seen(Lamp::On));
    CHECK(lamp_of(walk) == Lamp::On);
}

TEST_CASE("the next visit does not begin with the lamp of the last one", "[flow]") {
    Walk walk = before_camera(Lamp::Off);

    walk(LampWished{Lamp::On})(WentBack{})(WentBack{})(WentBack{});
    REQUIRE(walk.is_at<Welcome>());
    walk.to_card();

    REQUIRE(walk.effects<WatchForCard>().size() == 1);
    CHECK_FALSE(walk.effects<WatchForCard>().at(0).lamp.has_value());
}

TEST_CASE("whoever looks for a dossier has the same lamp and the same bar", "[flow]") {
    Walk walk;
    walk(FollowWished{})(seen(Lamp::Off));
    CHECK(walk.at<FindDossier>().distance == CardDistance{40});

    walk(LampWished{Lamp::On});

    CHECK(walk.effects<SetLamp>().size() == 1);
    CHECK(walk.at<FindDossier>().lamp == Lamp::On);
    walk(CameraFailed{Fault::CameraUnavailable});
    CHECK_FALSE(walk.at<FindDossier>().lamp.has_value());
}

TEST_CASE("how far the card is comes and goes with its code", "[flow]") {
    Walk walk;
    walk.to_card()(CardSeen{nullptr, CardHint::TooFar, CardDistance{90}});
    CHECK(walk.at<ShowCard>().distance == CardDistance{90});

    walk(CardSeen{nullptr, CardHint::WrongSide});

    CHECK_FALSE(walk.at<ShowCard>().distance.has_value());
}

TEST_CASE("on other screens there is no lamp to wish for", "[flow]") {
    Walk walk;

    walk(Started{})(LampWished{Lamp::On});

    CHECK_FALSE(walk.has_effects());
    CHECK_FALSE(walk.state().comfort.lamp.has_value());
}

}  // namespace motlan
