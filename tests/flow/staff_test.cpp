// Staff sign in over a visit, the citizen lets them help, and takes the kiosk back.
#include "kiosk/flow/assistance.h"

#include "tests/flow/staffed.h"

namespace motlan {
namespace {

constexpr std::string_view kBadge = "MLB1:ABC";
const StaffMember kTechnician{StaffNumber("0900"), "Lê Văn Bình", StaffRole::Technician};

/// Before the first question, with the helper at the kiosk.
Walk helped_at_question() {
    Walk walk;
    walk.to_data()(Proceeded{});
    let_help(walk);
    return walk;
}

const Answers& answers(const Walk& walk) {
    static const Answers kNone;
    const auto of = [](const auto& screen) -> const Answers* {
        if constexpr (requires { screen.visit; }) return &screen.visit.answers;
        return nullptr;
    };
    const Answers* found = std::visit(of, walk.state().screen);
    return found == nullptr ? kNone : *found;
}

}  // namespace

TEST_CASE("badge and PIN go to the check, and nothing else does", "[flow]") {
    Walk walk;
    walk(StaffWished{})(StaffEntryWished{});
    CHECK(walk.effects<WatchForCard>().size() == 1);
    walk(CardCodeRead{to_bytes("https://x")});
    CHECK(std::get<StaffEntry>(walk.state().overlay).refused == Fault::BadgeForged);

    walk(CardCodeRead{to_bytes(kBadge)})(LettersTyped{"12a3"})(LetterErased{});
    walk(LettersTyped{"4567890"})(Proceeded{});

    REQUIRE(walk.effects<SignStaffIn>().size() == 1);
    CHECK(walk.effects<SignStaffIn>()[0].pin.reveal() == "124567");
    CHECK(as_text(walk.effects<SignStaffIn>()[0].badge) == kBadge);
}

TEST_CASE("a sign-in that fails forgets what was typed", "[flow]") {
    Walk walk;
    walk(StaffWished{})(StaffEntryWished{})(CardCodeRead{to_bytes(kBadge)});
    walk(LettersTyped{"246811"})(Proceeded{})(StaffRefused{Fault::PinWrong});

    const auto& entry = std::get<StaffEntry>(walk.state().overlay);
    CHECK(entry.stage == EntryStage::Pin);
    CHECK(entry.pin.empty());
    CHECK(entry.refused == Fault::PinWrong);
    walk(StaffAdmitted{kAn});
    CHECK_FALSE(walk.state().staff);
}

TEST_CASE("nobody at the sign-in: it goes away after a minute, and so does the camera", "[flow]") {
    Walk walk;
    walk(StaffWished{})(StaffEntryWished{}).wait(59s);
    CHECK(walk.shows<StaffEntry>());
    walk.wait(1s);
    CHECK_FALSE(walk.shows<StaffEntry>());
    CHECK(walk.effects<StopWatching>().size() == 1);
}

TEST_CASE("a citizen's camera goes on when a sign-in closes", "[flow]") {
    Walk walk;
    walk.to_card()(StaffWished{})(StaffEntryWished{});
    CHECK(walk.effects<WatchForCard>().empty());
    walk(WentBack{});
    CHECK(walk.effects<StopWatching>().empty());
    walk(CardCodeRead{to_bytes(kMarkedCard)});
    CHECK(walk.is_at<Consent>());
}

TEST_CASE("a card shown at the sign-in reads nobody in", "[flow]") {
    Walk walk;
    walk.to_card()(StaffWished{})(StaffEntryWished{})(CardCodeRead{to_bytes(kMarkedCard)});

    CHECK(walk.is_at<ShowCard>());
}

TEST_CASE("a technician's badge helps nobody", "[flow]") {
    Walk walk;
    walk.to_data();
    come(walk, kTechnician);

    CHECK(std::get<StaffEntry>(walk.state().overlay).is_for_machines);
    CHECK_FALSE(walk.state().staff);
}

TEST_CASE("a technician gets the screen while nobody is served", "[flow]") {
    Walk walk;
    come(walk, kTechnician);
    REQUIRE(walk.effects<CareWished>().size() == 1);
    CHECK(walk.effects<CareWished>()[0].who == kTechnician);
    CHECK(walk.shows<std::monostate>());

    Walk closed;
    closed(ServiceStopped{Fault::DiskFull});
    come(closed, kTechnician);
    CHECK(closed.effects<CareWished>().size() == 1);
    CHECK(closed.is_at<OutOfService>());
}

TEST_CASE("an attendant at a closed kiosk gets nothing", "[flow]") {
    Walk walk;
    walk(ServiceStopped{Fault::DiskFull});
    come(walk);

    CHECK(walk.effects<CareWished>().empty());
    CHECK_FALSE(walk.state().staff);
}

TEST_CASE("without the citizen's word nobody helps", "[flow]") {
    Walk walk;
    walk.to_data();
    come(walk)(Proceeded{});
    CHECK(walk.shows<AskHelp>());
    CHECK_FALSE(walk.state().help);

    walk(WentBack{});
    CHECK_FALSE(walk.state().help);
    CHECK(walk.is_at<CheckDetails>());

    walk(StaffWished{})(StaffEntryWished{}).wait(60s);
    CHECK_FALSE(walk.state().help);
}

TEST_CASE("what the helper entered stays when the citizen confirms it", "[flow]") {
    Walk walk = helped_at_question();
    walk(DraftSet{"3"})(Proceeded{})(DraftSet{"yes"})(Proceeded{})(HandedBack{});

    CHECK(walk.shows<HelpReview>());
    CHECK(helped_items(walk.state()) == std::vector{ItemId("copies"), ItemId("reason")});
    walk(HelpedJudged{ItemId("copies"), true})(HelpedJudged{ItemId("reason"), true})(Proceeded{});

    CHECK(answers(walk).at(ItemId("copies")).reveal() == "3");
    CHECK(answers(walk).at(ItemId("reason")).reveal() == "yes");
    REQUIRE(walk.state().helped.size() == 1);
    CHECK(walk.state().helped[0].entered == 2);
    CHECK(walk.state().helped[0].confirmed == 2);
    CHECK(walk.state().helped[0].staff.value() == "0123");
    REQUIRE(walk.effects<NoteHelp>().size() == 1);
    CHECK(walk.effects<NoteHelp>()[0].is_over);
}

TEST_CASE("every item that the helper changed is told as it was, as it became, and if it stayed",
          "[flow]") {
    Walk walk = helped_at_question();
    walk(DraftSet{"3"})(Proceeded{})(DraftSet{"yes"})(Proceeded{})(HandedBack{});
    walk(HelpedJudged{ItemId("copies"), true})(Proceeded{});

    REQUIRE(walk.effects<NoteHelp>().size() == 1);
    const std::vector<HelpEdit> edits = walk.effects<NoteHelp>()[0].edits;
    REQUIRE(edits.size() == 2);
    CHECK(edits[0].item == ItemId("copies"));
    CHECK(edits[0].before.reveal().empty());
    CHECK(edits[0].after.reveal() == "answer 3");
    CHECK(edits[0].is_confirmed);
    CHECK(edits[1].item == ItemId("reason"));
    CHECK_FALSE(edits[1].is_confirmed);
}

TEST_CASE("what the citizen does not confirm is taken back", "[flow]") {
    Walk walk = helped_at_question();
    walk(DraftSet{"3"})(Proceeded{})(DraftSet{"yes"})(Proceeded{})(HandedBack{});

    walk(HelpedJudged{ItemId("reason"), true})(Proceeded{});

    CHECK_FALSE(answers(walk).contains(ItemId("copies")));
    CHECK(answers(walk).at(ItemId("reason")).reveal() == "yes");
    CHECK(walk.at<AskQuestion>().item == ItemId("copies"));
    CHECK(walk.state().helped[0].confirmed == 1);
}

TEST_CASE("an earlier answer of the citizen's comes back", "[flow]") {
    Walk walk;
    walk.to_review();
    let_help(walk)(AnswerReopened{ItemId("copies")})(DraftSet{"9"})(Proceeded{})(HandedBack{});
    CHECK(helped_items(walk.state()) == std::vector{ItemId("copies")});

    walk(Proceeded{});

    CHECK(answers(walk).at(ItemId("copies")).reveal() == "3");
}

TEST_CASE("a paper that the helper laid is taken back as well", "[flow]") {
    Walk walk;
    walk.to_paper(SourceVerdict::Held);
    let_help(walk);
    walk.scan()(Proceeded{})(HandedBack{});
    CHECK(helped_items(walk.state()) == std::vector{ItemId("lease")});

    walk(Proceeded{});

    CHECK(walk.at<ScanPaper>().visit.papers.empty());
}

TEST_CASE("whoever may type goes through the list of papers as well", "[flow]") {
    Walk walk;
    walk.to_paper()(WentBack{});
    let_help(walk);
    REQUIRE(walk.is_at<ListPapers>());
    CHECK_FALSE(is_citizens_turn(walk.state()));

    walk(AnswerReopened{ItemId("lease")}).scan()(Proceeded{});
    REQUIRE(walk.is_at<ListPapers>());
    walk(HandedBack{})(Proceeded{});

    CHECK(walk.at<ListPapers>().visit.papers.empty());
}

TEST_CASE("letters that nobody accepted are gone when the kiosk is handed back", "[flow]") {
    Walk walk = helped_at_question();
    walk(DraftSet{"3"})(Proceeded{})(DraftSet{"yes"})(Proceeded{})(LettersTyped{"Nha"});
    walk(HandedBack{})(HelpedJudged{ItemId("copies"), true})(HelpedJudged{ItemId("reason"), true});

    walk(Proceeded{});

    CHECK(walk.at<AskQuestion>().item == ItemId("where"));
    CHECK(walk.at<AskQuestion>().draft.empty());
}

TEST_CASE("a helper who entered nothing leaves no question behind", "[flow]") {
    Walk walk = helped_at_question();
    walk(HandedBack{});

    CHECK(walk.shows<std::monostate>());
    CHECK_FALSE(walk.state().help);
    CHECK(walk.state().helped.size() == 1);
}

TEST_CASE("nothing goes past what is not judged", "[flow]") {
    Walk walk = helped_at_question();
    walk(DraftSet{"3"})(Proceeded{})(HandedBack{});
    const ItemId shown = walk.at<AskQuestion>().item;

    for (const Event& event : {Event(WentBack{}), Event(OverlayClosed{}), Event(DraftSet{"yes"}),
                               Event(AnswerReopened{ItemId("copies")}), Event(StaffWished{}),
                               Event(LeaveWished{}), Event(OverlayClosed{})}) {
        walk(event);
        CHECK(walk.state().help);
        CHECK(walk.at<AskQuestion>().item == shown);
    }
    CHECK(walk.shows<HelpReview>());
    walk.wait(100s);
    CHECK(walk.shows<StillThere>());
    walk(Proceeded{});
    CHECK(walk.at<AskQuestion>().item == shown);
    CHECK(walk.shows<HelpReview>());
}

TEST_CASE("after fifteen minutes the kiosk is the citizen's again", "[flow]") {
    Walk walk = helped_at_question();
    walk(DraftSet{"3"})(Proceeded{});
    for (int minute = 0; minute < 15; ++minute) {
        CHECK(is_helping(walk.state()));
        walk(Touched{}).wait(60s);
    }

    CHECK_FALSE(is_helping(walk.state()));
    CHECK(walk.shows<HelpReview>());
}

TEST_CASE("who has handed back shows the badge again to help again", "[flow]") {
    Walk walk = helped_at_question();
    walk(HandedBack{})(StaffWished{})(StaffEntryWished{});

    CHECK(walk.shows<StaffEntry>());
}

TEST_CASE("who was not let in asks again without a badge, for five idle minutes", "[flow]") {
    Walk walk;
    walk.to_data();
    come(walk);
    walk(WentBack{})(StaffWished{})(StaffEntryWished{});
    CHECK(walk.shows<AskHelp>());
    walk(WentBack{});

    for (int minute = 0; minute < 5; ++minute) walk(Touched{}).wait(60s);
    walk(StaffWished{})(StaffEntryWished{});
    CHECK(walk.shows<StaffEntry>());
}

TEST_CASE("staff are called while the citizen is asked about help", "[flow]") {
    Walk walk;
    walk.to_data();
    come(walk);
    CHECK(walk(StaffWished{}).effects<CallStaff>().size() == 1);
}

TEST_CASE("a stuck visit can always be left, by either", "[flow]") {
    Walk walk = helped_at_question();
    walk(DraftSet{"3"})(Proceeded{})(LeaveWished{})(LeaveConfirmed{});
    CHECK(walk.is_at<Goodbye>());
    REQUIRE(walk.effects<NoteHelp>().size() == 1);
    CHECK(walk.effects<NoteHelp>()[0].record.confirmed == 0);
    CHECK_FALSE(walk.state().help);

    Walk judged = helped_at_question();
    judged(DraftSet{"3"})(Proceeded{})(HandedBack{})(LeaveWished{})(LeaveConfirmed{});
    CHECK(judged.is_at<Goodbye>());
}

TEST_CASE("a dossier says when staff have helped", "[flow]") {
    Walk walk;
    walk.to_review();
    let_help(walk)(AnswerReopened{ItemId("copies")})(DraftSet{"2"})(Proceeded{})(HandedBack{});
    walk(HelpedJudged{ItemId("copies"), true})(Proceeded{})(Proceeded{})(Proceeded{});

    REQUIRE(walk.effects<StoreDossier>().size() == 1);
    const Dossier& dossier = walk.effects<StoreDossier>()[0].dossier;
    REQUIRE(dossier.helped.size() == 1);
    CHECK(dossier.helped[0].confirmed == 1);
    CHECK(dossier.helped[0].scope == HelpScope::Type);
}

TEST_CASE("whoever may type may take a suggested word as well", "[flow]") {
    Office office = example_office();
    office.words = WordBook({}, ToneStyle::Old);
    Walk walk(office);
    walk.to_data()(Proceeded{})(DraftSet{"3"})(Proceeded{})(DraftSet{"yes"})(Proceeded{});
    let_help(walk)(LettersTyped{"duc"})(WordChosen{"đúc"});

    CHECK(walk.at<AskQuestion>().draft == "đúc ");
    CHECK_FALSE(walk.shows<OnlyForCitizen>());
}

TEST_CASE("the next citizen was not helped, and whoever is helped from the welcome was", "[flow]") {
    Walk walk;
    let_help(walk, HelpScope::Guide);
    REQUIRE(walk.is_at<Home>());
    walk(HandedBack{});
    CHECK(walk.state().helped.size() == 1);

    walk(LeaveWished{});
    REQUIRE(walk.is_at<Welcome>());
    walk.to_submitting();
    REQUIRE(walk.effects<StoreDossier>().size() == 1);
    CHECK(walk.effects<StoreDossier>()[0].dossier.helped.empty());
}

}  // namespace motlan
