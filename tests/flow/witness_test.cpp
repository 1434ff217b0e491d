// S06: somebody who cannot read or sign declares before two members of staff.
#include "tests/flow/staffed.h"

namespace motlan {
namespace {

/// The citizen has asked for it, and waits for the first badge.
Walk asked_for() {
    Walk walk;
    walk.to_declare()(WitnessWished{})(SigningNeedChosen{SigningNeed::CannotRead})(Proceeded{});
    return walk;
}

Walk& both(Walk& walk) { return show_badge(show_badge(walk, kAn), kMai); }

}  // namespace

TEST_CASE("two badges and the citizen's word make the declaration", "[flow]") {
    Walk walk = asked_for();
    CHECK(walk.effects<WatchForCard>().size() == 1);
    both(walk);
    REQUIRE(walk.shows<WitnessedSigning>());

    walk(Proceeded{});

    CHECK(walk.is_at<Submitting>());
    REQUIRE(walk.effects<NoteWitness>().size() == 1);
    REQUIRE(walk.effects<StoreDossier>().size() == 1);
    const auto stated = walk.effects<StoreDossier>().at(0).dossier.witnessed;
    REQUIRE(stated);
    CHECK(stated->need == SigningNeed::CannotRead);
    CHECK(stated->reader.value() == "0123");
    CHECK(stated->witness.value() == "0456");
    CHECK(walk.effects<NoteWitness>().at(0).statement == *stated);
}

TEST_CASE("the reader cannot be the witness, and nothing is recorded of the try", "[flow]") {
    Walk walk = asked_for();
    show_badge(show_badge(walk, kAn), kAn);

    REQUIRE(walk.shows<StaffEntry>());
    const auto& entry = std::get<StaffEntry>(walk.state().overlay);
    CHECK(entry.is_same_person);
    CHECK(entry.purpose == EntryFor::Witness);
    CHECK(entry.stage == EntryStage::Badge);
    CHECK(walk.effects<NoteWitness>().empty());
    CHECK_FALSE(walk.state().witnessed);

    show_badge(walk, kMai);
    CHECK(walk.shows<WitnessedSigning>());
}

TEST_CASE("whoever has entered something in this visit cannot be the witness", "[flow]") {
    Walk walk;
    walk.to_data()(Proceeded{});
    let_help(walk, HelpScope::Type, kMai)(DraftSet{"3"})(Proceeded{})(HandedBack{});
    walk(HelpedJudged{ItemId("copies"), true})(Proceeded{})(DraftSet{"yes"})(Proceeded{});
    walk(LettersTyped{"Dấu Vết"})(Proceeded{}).past_list().scan()(Proceeded{}).past_list();
    while (!walk.is_at<ReviewAll>()) walk.past_list().scan()(Proceeded{});
    walk(Proceeded{})(WitnessWished{})(SigningNeedChosen{SigningNeed::CannotSign})(Proceeded{});

    both(walk);

    REQUIRE(walk.shows<StaffEntry>());
    CHECK(std::get<StaffEntry>(walk.state().overlay).is_same_person);
}

TEST_CASE("taking it back leaves the declaration unmade", "[flow]") {
    Walk walk = asked_for();
    both(walk)(WentBack{});

    CHECK(walk.is_at<Declare>());
    CHECK(walk.shows<std::monostate>());
    CHECK_FALSE(walk.state().witnessed);
    walk(Proceeded{});
    CHECK_FALSE(walk.effects<StoreDossier>().at(0).dossier.witnessed);
}

TEST_CASE("a statement that nobody agrees to goes away after two minutes", "[flow]") {
    Walk walk = asked_for();
    both(walk).wait(120s);
    CHECK(walk.is_at<Declare>());
    CHECK_FALSE(walk.shows<WitnessedSigning>());
}

TEST_CASE("who comes to witness gets nothing else", "[flow]") {
    Walk walk = asked_for();
    both(walk);
    CHECK_FALSE(walk.state().staff);
    CHECK_FALSE(walk.state().help);
}

TEST_CASE("a technician's badge witnesses nothing", "[flow]") {
    Walk walk = asked_for();
    show_badge(walk, {StaffNumber("0900"), "Lê Văn Bình", StaffRole::Technician});
    const auto& entry = std::get<StaffEntry>(walk.state().overlay);
    CHECK(entry.is_for_machines);
    CHECK(entry.purpose == EntryFor::Reader);
}

TEST_CASE("only a declaration is witnessed, and only for a reason", "[flow]") {
    Walk review;
    review.to_review()(WitnessWished{});
    CHECK(review.shows<std::monostate>());

    Walk walk;
    walk.to_declare()(WitnessWished{})(Proceeded{});
    CHECK(walk.shows<WitnessWish>());
}

}  // namespace motlan
