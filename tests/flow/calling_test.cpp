// A call for help: what the province is told of it, and when it is over.
#include "kiosk/flow/calling.h"

#include "tests/flow/staffed.h"

namespace motlan {

TEST_CASE("who calls is told about: step, language and ease, never a person", "[flow]") {
    Walk walk;
    walk.to_paper()(LanguageWished{Language::English})(TextSizeWished{TextSize::Large});
    walk.wait(2s)(StaffWished{});

    REQUIRE(walk.effects<TellCall>().size() == 1);
    const HelpCall expected{.since = walk.state().now,
                            .step = CallStep::Scan,
                            .language = Language::English,
                            .is_unhurried = true};
    CHECK(walk.effects<TellCall>()[0].call == expected);
    walk.wait(30s);
    CHECK(walk.effects<TellCall>().empty());
}

TEST_CASE("going on alone takes the call back", "[flow]") {
    Walk walk;
    walk.to_data()(StaffWished{})(OverlayClosed{});

    REQUIRE(walk.effects<TellCall>().size() == 1);
    CHECK_FALSE(walk.effects<TellCall>()[0].call);
}

TEST_CASE("the end of a visit takes the call back", "[flow]") {
    Walk walk;
    walk.to_data()(StaffWished{})(LeaveConfirmed{});

    REQUIRE(walk.effects<TellCall>().size() == 1);
    CHECK_FALSE(walk.effects<TellCall>()[0].call);
}

TEST_CASE("a call stays open while the kiosk asks whether the citizen is there", "[flow]") {
    Walk walk;
    walk.to_data()(StaffWished{}).wait(600s);

    CHECK(walk.shows<StillThere>());
    CHECK(open_call(walk.state()));
}

TEST_CASE("a call is open until staff have signed in", "[flow]") {
    Walk walk;
    walk.to_data()(StaffWished{})(StaffEntryWished{});
    CHECK(walk.effects<TellCall>().empty());

    show_badge(walk, kAn);

    REQUIRE(walk.effects<TellCall>().size() == 1);
    CHECK_FALSE(walk.effects<TellCall>()[0].call);
}

TEST_CASE("a call stays open when a sign-in closes and nobody has come", "[flow]") {
    Walk walk;
    walk.wait(2s).to_data()(StaffWished{});
    const WallTime called = walk.state().now;
    walk.wait(5s)(StaffEntryWished{}).wait(60s);

    REQUIRE(walk.shows<StaffCalled>());
    CHECK(std::get<StaffCalled>(walk.state().overlay).at == called);
    CHECK(walk.effects<TellCall>().empty());
    CHECK(walk(StaffEntryWished{})(WentBack{}).shows<StaffCalled>());
    CHECK(walk.effects<TellCall>().empty());
}

TEST_CASE("staff are called to jammed paper before anybody pulls at it", "[flow]") {
    Walk walk;
    walk.to_paper()(ScanWished{})(ScanFailed{Fault::ScannerJam});

    CHECK(walk.shows<StaffCalled>());
    CHECK(walk.effects<CallStaff>().size() == 1);
    CHECK(walk.at<ScanPaper>().fault == Fault::ScannerJam);
    CHECK(walk(OverlayClosed{})(ScanWished{}).effects<ScanSheet>().size() == 1);
}

TEST_CASE("nobody is called to what a citizen can mend, nor where staff are already", "[flow]") {
    Walk alone;
    alone.to_paper()(ScanWished{})(ScanFailed{Fault::ScannerCoverOpen});
    CHECK(alone.shows<std::monostate>());

    Walk helped;
    let_help(helped.to_paper());
    helped(ScanWished{})(ScanFailed{Fault::ScannerJam});
    CHECK(helped.effects<CallStaff>().empty());
}

TEST_CASE("a waiting citizen is told that somebody is on the way", "[flow]") {
    Walk walk;
    walk.to_data()(StaffWished{})(CallAnswered{});
    CHECK(std::get<StaffCalled>(walk.state().overlay).is_taken);

    Walk gone;
    gone.to_data()(StaffWished{})(OverlayClosed{})(CallAnswered{});
    CHECK(gone.shows<std::monostate>());
}

TEST_CASE("every screen of a visit has its step", "[flow]") {
    CHECK(call_step(Welcome{}) == CallStep::Start);
    CHECK(call_step(WhatYouNeed{}) == CallStep::Choose);
    CHECK(call_step(ShowCard{}) == CallStep::Identify);
    CHECK(call_step(Walk().to_consent().state().screen) == CallStep::Check);
    CHECK(call_step(Walk().to_data()(Proceeded{}).state().screen) == CallStep::Answer);
    CHECK(call_step(Walk().to_declare().state().screen) == CallStep::Send);
    CHECK(call_step(Goodbye{}) == CallStep::After);
}

}  // namespace motlan
