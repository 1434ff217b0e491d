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
        showing.wait(100s)(CardSeen{nullptr, i % 2 == 0 ? CardHint::TooFar : CardHint::Blur});
        showing(CardSeen{nullptr, i % 2 == 0 ? CardHint::HoldStill : CardHint::TooNear});
        scanning.wait(100s)(ScanProgressed{i});
        empty.wait(20s)(CardSeen{nullptr, CardHint::NoCard});
    }
    CHECK_FALSE(showing.shows<StillThere>());
    CHECK_FALSE(scanning.shows<StillThere>());
    CHECK(empty.wait(20s).shows<StillThere>());
}

TEST_CASE("a card that somebody has left under the camera is nobody", "[flow]") {
    Walk walk;
    walk.to_card();
    for (int second = 0; second < 121; ++second)
        walk(CardSeen{std::make_shared<const Image>(), CardHint::WrongSide}).wait(1s);

    CHECK(walk.shows<StillThere>());
}

TEST_CASE("whoever was told that staff come has ten minutes", "[flow]") {
    Walk walk;
    walk.to_data()(StaffWished{}).wait(599s);
    CHECK(walk.shows<StaffCalled>());

    CHECK(walk.wait(1s).shows<StillThere>());
}

TEST_CASE("whoever answers finds again what the question was laid over", "[flow]") {
    Walk called, asking, leaving;
    called.to_data()(StaffWished{}).wait(600s)(OverlayClosed{});
    asking.to_data()(WhyWished{ItemId("name")}).wait(90s)(Touched{});
    leaving.to_data()(LeaveWished{}).wait(90s)(WentBack{});

    CHECK(called.shows<StaffCalled>());
    CHECK(asking.shows<WhyAsked>());
    CHECK(leaving.shows<ReallyLeave>());
    CHECK(leaving.is_at<CheckDetails>());
}

TEST_CASE("staff are still called after every answer, until that is closed itself", "[flow]") {
    Walk walk;
    walk.to_data()(StaffWished{});
    const WallTime called = std::get<StaffCalled>(walk.state().overlay).at;

    for (int i = 0; i < 3; ++i) {
        walk.wait(600s);
        REQUIRE(walk.shows<StillThere>());
        walk(OverlayClosed{});
        REQUIRE(walk.shows<StaffCalled>());
        CHECK(std::get<StaffCalled>(walk.state().overlay).at == called);
    }
    CHECK(walk(OverlayClosed{}).shows<std::monostate>());
    CHECK(walk.wait(90s).shows<StillThere>());
    CHECK(walk(OverlayClosed{}).shows<std::monostate>());
}

TEST_CASE("an answer closes the question and does nothing else", "[flow]") {
    Walk walk;
    walk.to_data().wait(95s)(WentBack{});

    CHECK(walk.is_at<CheckDetails>());
    CHECK(walk.shows<std::monostate>());
}

TEST_CASE("nothing is found again after the visit has ended", "[flow]") {
    Walk walk;
    walk.to_data()(WhyWished{ItemId("name")}).wait(120s);

    REQUIRE(walk.is_at<Goodbye>());
    CHECK(std::holds_alternative<std::monostate>(walk.state().beneath));
    CHECK(walk.shows<std::monostate>());
}

TEST_CASE("whoever listens to a long text is not asked in the middle of it", "[flow]") {
    Walk walk;
    walk.to_data();

    walk.listen(300s);
    CHECK_FALSE(walk.shows<StillThere>());

    walk.wait(89s);
    CHECK_FALSE(walk.shows<StillThere>());
    CHECK(walk.wait(1s).shows<StillThere>());
}

TEST_CASE("the question read aloud does not answer itself", "[flow]") {
    Walk walk;
    walk.to_data().wait(90s);
    REQUIRE(walk.shows<StillThere>());

    walk.listen(29s);
    CHECK(walk.shows<StillThere>());

    CHECK(walk.listen(1s).is_at<Goodbye>());
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

TEST_CASE("settings that were opened on the welcome and left alone close by themselves", "[flow]") {
    Walk walk;
    walk(SettingsWished{}).wait(59s);
    CHECK(walk.shows<EasySettings>());

    CHECK_FALSE(walk.wait(1s).shows<EasySettings>());
}

TEST_CASE("a call from the welcome stays open, whatever was set there", "[flow]") {
    Walk walk;
    walk(ReachWished{true})(StaffWished{}).wait(120s);

    CHECK(walk.shows<StaffCalled>());
    CHECK(walk.state().comfort.is_low);
    CHECK_FALSE(walk(OverlayClosed{}).wait(60s).state().comfort.is_low);
}

}  // namespace motlan
