// S02 and S08: who has called, who goes there, and what somebody has done today.
#include "tests/flow/staffed.h"

namespace motlan {
namespace {

const WaitingKiosk kOther{.kiosk = "NA-02", .call = {.step = CallStep::Scan}};

const StaffBoard& board(const Walk& walk) {
    REQUIRE(walk.shows<StaffBoard>());
    return std::get<StaffBoard>(walk.state().overlay);
}

/// Somebody signs in where nobody is served.
Walk on_duty() {
    Walk walk;
    walk.wait(1s);
    come(walk);
    return walk;
}

}  // namespace

TEST_CASE("who signs in where nobody is served sees who has called", "[flow]") {
    Walk walk = on_duty();

    REQUIRE(walk.effects<ListCalls>().size() == 1);
    CHECK(walk.effects<ListCalls>()[0].taken.empty());
    CHECK_FALSE(board(walk).calls);
    walk(CallsListed{{.waiting = {kOther}}});
    CHECK(board(walk).calls->waiting == std::vector{kOther});
}

TEST_CASE("taking a call tells the province who goes where", "[flow]") {
    Walk walk = on_duty();
    walk(CallsListed{{.waiting = {kOther}}})(CallTakeWished{"NA-02"});

    REQUIRE(walk.effects<ListCalls>().size() == 1);
    CHECK(walk.effects<ListCalls>()[0].taken == "NA-02");
    CHECK(walk.effects<ListCalls>()[0].staff.value() == "0123");
}

TEST_CASE("the board looks again each five seconds", "[flow]") {
    Walk walk = on_duty();
    walk.wait(4s);
    CHECK(walk.effects<ListCalls>().empty());
    walk.wait(1s);
    CHECK(walk.effects<ListCalls>().size() == 1);
}

TEST_CASE("without the province nobody elsewhere is known", "[flow]") {
    Walk walk = on_duty();
    walk(CallsListed{{.waiting = {kOther}}})(CallsNotListed{Fault::BackendUnreachable});

    CHECK(board(walk).is_cut);
    CHECK_FALSE(board(walk).calls);
}

TEST_CASE("from the board somebody at this kiosk is helped, once they allow it", "[flow]") {
    Walk walk = on_duty();
    walk(HelpHereWished{});
    CHECK(walk.shows<AskHelp>());

    walk(HelpScopeChosen{HelpScope::Guide})(Proceeded{});

    CHECK(walk.is_at<Home>());
    CHECK(walk.state().help);
}

TEST_CASE("a board that nobody touches is locked after two minutes", "[flow]") {
    Walk walk = on_duty();
    walk.wait(60s)(Touched{}).wait(119s);
    CHECK(walk.shows<StaffBoard>());
    walk.wait(1s);
    CHECK(walk.shows<std::monostate>());
    CHECK_FALSE(walk.state().staff);

    walk(StaffWished{})(StaffEntryWished{});
    CHECK(walk.shows<StaffEntry>());
}

TEST_CASE("news of calls keep no board open", "[flow]") {
    Walk walk = on_duty();
    for (int i = 0; i < 24; ++i) walk.wait(5s)(CallsListed{});
    CHECK_FALSE(walk.state().staff);
}

TEST_CASE("signing out leaves nothing signed in", "[flow]") {
    for (const Event& way : {Event(WentBack{}), Event(LeaveWished{}), Event(SettingsWished{})}) {
        Walk walk = on_duty();
        walk(way);
        CHECK_FALSE(walk.state().staff);
        CHECK_FALSE(walk.shows<StaffBoard>());
    }
}

TEST_CASE("whoever leaves the question unanswered at the welcome is signed out", "[flow]") {
    Walk walk = on_duty();
    walk(HelpHereWished{}).wait(61s);
    CHECK_FALSE(walk.state().staff);
}

TEST_CASE("nothing of the welcome can be touched through the board", "[flow]") {
    Walk walk = on_duty();
    for (const Event& wish : {Event(Started{}), Event(HomeWished{}), Event(FollowWished{})}) {
        walk(wish);
        CHECK(walk.is_at<Welcome>());
        CHECK(walk.shows<StaffBoard>());
    }
}

TEST_CASE("one's own deeds are read anew each time, and back leads to the calls", "[flow]") {
    Walk walk = on_duty();
    walk(DeedsWished{});
    REQUIRE(walk.effects<ReadDeeds>().size() == 1);
    CHECK(walk.effects<ReadDeeds>()[0].staff.value() == "0123");
    CHECK_FALSE(board(walk).deeds);

    walk(DeedsRead{{{.kind = DeedKind::Helped}}});
    CHECK(board(walk).deeds->size() == 1);
    walk.wait(6s);
    CHECK(walk.effects<ListCalls>().empty());

    walk(WentBack{});
    CHECK(board(walk).page == BoardPage::Calls);
    CHECK(walk.effects<ListCalls>().size() == 1);
    walk(DeedsWished{})(DeedsNotRead{Fault::StorageFailed});
    CHECK(board(walk).fault == Fault::StorageFailed);
}

TEST_CASE("in a visit a member of staff asks the citizen and sees no board", "[flow]") {
    Walk walk;
    walk.to_data();
    come(walk);
    CHECK(walk.shows<AskHelp>());
}

}  // namespace motlan
