// The citizen owns the clock: a warning before every end, and as much more time as wished.
#include "tests/flow/walk.h"

namespace motlan {

TEST_CASE("a screen that is left alone asks before it ends", "[flow]") {
    Walk walk;
    walk.to_data().wait(89s);
    CHECK_FALSE(walk.shows<StillThere>());

    walk.wait(1s);

    CHECK(walk.shows<StillThere>());
    CHECK(std::get<StillThere>(walk.state().overlay).seconds_left == 30);
    CHECK(std::get<StillThere>(walk.wait(10s).state().overlay).seconds_left == 20);
    CHECK(walk.is_at<CheckDetails>());
}

TEST_CASE("a warning that nobody answers ends the visit", "[flow]") {
    Walk walk;
    walk.to_data().wait(120s);

    CHECK(walk.is_at<Goodbye>());
    CHECK_FALSE(walk.shows<StillThere>());
}

TEST_CASE("one touch takes the warning away, as often as wished", "[flow]") {
    Walk walk;
    walk.to_data();

    for (int i = 0; i < 20; ++i) {
        walk.wait(100s);
        REQUIRE(walk.shows<StillThere>());
        walk(Touched{});
        REQUIRE_FALSE(walk.shows<StillThere>());
    }
    CHECK(walk.is_at<CheckDetails>());
}

TEST_CASE("ending from the warning ends at once", "[flow]") {
    Walk walk;

    CHECK(walk.to_data().wait(95s)(LeaveConfirmed{}).is_at<Goodbye>());
}

TEST_CASE("each kind of screen has its own patience", "[flow]") {
    Walk choosing, showing, done;
    choosing(Started{});
    showing.to_card();
    done.to_submitting()(DossierStored{"d"})(ReceiptArrived{});

    CHECK(choosing.wait(60s).shows<StillThere>());
    CHECK_FALSE(showing.wait(119s).shows<StillThere>());
    CHECK(showing.wait(1s).shows<StillThere>());
    CHECK_FALSE(done.wait(29s).shows<StillThere>());
    CHECK(done.wait(1s).shows<StillThere>());
}

TEST_CASE("the welcome, the sending and the goodbye never ask", "[flow]") {
    Walk welcome, sending;
    sending.to_submitting()(DossierStored{"d"});

    CHECK_FALSE(welcome.wait(600s).shows<StillThere>());
    CHECK_FALSE(sending.wait(600s).shows<StillThere>());
    CHECK(sending.is_at<Submitting>());
}

TEST_CASE("a screen that came by itself has its whole time", "[flow]") {
    Walk walk;
    walk.to_submitting()(DossierStored{"d"}).wait(100s)(ReceiptArrived{}).wait(29s);

    CHECK_FALSE(walk.shows<StillThere>());
}

TEST_CASE("a card before the camera and paper that moves are signs of life", "[flow]") {
    Walk showing, scanning, empty;
    showing.to_card();
    scanning.to_paper()(ScanWished{});
    empty.to_card();

    for (int i = 0; i < 5; ++i) {
        showing.wait(100s)(CardSeen{nullptr, CardHint::TooFar});
        scanning.wait(100s)(ScanProgressed{i});
        empty.wait(20s)(CardSeen{nullptr, CardHint::NoCard});
    }
    CHECK_FALSE(showing.shows<StillThere>());
    CHECK_FALSE(scanning.shows<StillThere>());
    CHECK(empty.wait(20s).shows<StillThere>());
}

TEST_CASE("a public screen that is left alone becomes the welcome with its usual looks", "[flow]") {
    Walk walk;
    walk(Started{})(LanguageWished{Language::English})(TextSizeWished{TextSize::Medium}).wait(90s);

    CHECK(walk.is_at<Welcome>());
    CHECK(walk.state().comfort.language == Language::Vietnamese);
    CHECK(walk.state().comfort.size == TextSize::Normal);
}

TEST_CASE("whoever reads large letters, listens or works low has twice the time", "[flow]") {
    for (const Event& wish : {Event(TextSizeWished{TextSize::Large}), Event(ReachWished{true})}) {
        Walk walk;
        walk.to_data()(wish).wait(179s);
        CHECK_FALSE(walk.shows<StillThere>());

        walk.wait(1s);

        REQUIRE(walk.shows<StillThere>());
        CHECK(std::get<StillThere>(walk.state().overlay).seconds_left == 60);
    }
}

TEST_CASE("looks that were left on the welcome are not the next citizen's", "[flow]") {
    Walk walk;
    walk(ThemeWished{ColourTheme::HighContrast})(ReachWished{true})(SettingsWished{}).wait(59s);
    CHECK(walk.state().comfort.is_low);

    walk.wait(1s);

    CHECK_FALSE(walk.state().comfort.is_low);
    CHECK(walk.state().comfort.theme == ColourTheme::Light);
    CHECK_FALSE(walk.shows<EasySettings>());
}

}  // namespace motlan
