// The citizen lets staff type one item and no other.
#include "kiosk/flow/assistance.h"

#include "tests/flow/staffed.h"

namespace motlan {
namespace {

/// At the first question, where the citizen has let staff type that one.
Walk granted_here() {
    Walk walk;
    walk.to_data()(Proceeded{});
    come(walk);
    walk(HelpScopeChosen{HelpScope::Type, true})(Proceeded{});
    return walk;
}

}  // namespace

TEST_CASE("one item can be granted where one is asked, and the log says which", "[flow]") {
    Walk walk;
    walk.to_data()(Proceeded{});
    come(walk);
    CHECK(std::get<AskHelp>(walk.state().overlay).here == ItemId("copies"));
    walk(HelpScopeChosen{HelpScope::Type, true})(Proceeded{});

    CHECK(walk.state().help->only == ItemId("copies"));
    REQUIRE(walk.effects<NoteHelp>().size() == 1);
    CHECK(walk.effects<NoteHelp>()[0].only == ItemId("copies"));
}

TEST_CASE("where no item is asked there is none to grant", "[flow]") {
    Walk walk;
    walk.to_data();
    come(walk);
    walk(HelpScopeChosen{HelpScope::Type, true})(Proceeded{});

    CHECK(walk.shows<AskHelp>());
    CHECK_FALSE(walk.state().help);
}

TEST_CASE("another choice takes the one item back", "[flow]") {
    Walk walk;
    walk.to_data()(Proceeded{});
    come(walk);
    walk(HelpScopeChosen{HelpScope::Type, true})(HelpScopeChosen{HelpScope::Guide})(Proceeded{});

    CHECK(walk.state().help->scope == HelpScope::Guide);
    CHECK_FALSE(walk.state().help->only.has_value());
}

TEST_CASE("the granted item is typed, and the next one is the citizen's turn", "[flow]") {
    Walk walk = granted_here();
    CHECK_FALSE(is_citizens_turn(walk.state()));
    walk(DraftSet{"3"})(Proceeded{});

    REQUIRE(walk.at<AskQuestion>().item == ItemId("reason"));
    CHECK(is_citizens_turn(walk.state()));
    walk(DraftSet{"yes"})(Proceeded{});
    CHECK(walk.shows<OnlyForCitizen>());
    CHECK(walk.at<AskQuestion>().item == ItemId("reason"));
    CHECK(walk.at<AskQuestion>().draft.empty());
}

TEST_CASE("what was typed under such a grant is judged as all help is", "[flow]") {
    Walk walk = granted_here();
    walk(DraftSet{"3"})(Proceeded{})(HandedBack{});

    CHECK(walk.shows<HelpReview>());
    CHECK(helped_items(walk.state()) == std::vector{ItemId("copies")});
    walk(Proceeded{});
    CHECK(walk.at<AskQuestion>().item == ItemId("copies"));
}

TEST_CASE("the way out stays open under such a grant", "[flow]") {
    Walk walk = granted_here();
    walk(DraftSet{"3"})(Proceeded{})(LeaveWished{})(LeaveConfirmed{});

    CHECK_FALSE(walk.state().help);
}

}  // namespace motlan
