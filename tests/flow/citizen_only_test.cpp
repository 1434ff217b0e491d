// What only the citizen may do is refused while a helper has the kiosk, whatever is sent.
#include "kiosk/flow/assistance.h"

#include <algorithm>
#include <iterator>

#include "tests/flow/followed.h"
#include "tests/flow/staffed.h"

namespace motlan {
namespace {

/// What is meant for other screens of staff.
std::vector<Event> wishes_of_staff() {
    return {CallTakeWished{"KIOSK-02"},
            HelpHereWished{},
            DeedsWished{},
            WitnessWished{},
            SigningNeedChosen{SigningNeed::CannotRead},
            ExceptionWished{ItemId("home")},
            ExceptionReasonChosen{ExceptionReason::Deadline}};
}

/// Everything else that a person can mean on some screen.
std::vector<Event> wishes() {
    return {Started{},
            ProcedureChosen{0},
            SearchWished{},
            Proceeded{},
            WentBack{},
            Refused{},
            StaffWished{},
            StaffEntryWished{},
            HelpScopeChosen{HelpScope::Type},
            HelpedJudged{ItemId("copies"), true},
            NumberShownWished{},
            SaidWrong{ItemId("name")},
            DraftSet{"3"},
            LettersTyped{"1"},
            LetterErased{},
            ToneTyped{'s'},
            ScanWished{},
            PageRedone{},
            PageAdded{},
            QuarterTurned{},
            AnswerReopened{ItemId("copies")},
            OtherWayWished{ItemId("lease")},
            SlipWished{},
            FollowWished{},
            CodeWished{},
            HomeWished{},
            RatingWished{},
            GradeChosen{5},
            ReasonChosen{RatingReason::Fast},
            ReportWished{},
            DemandChosen{Demand::Money},
            DemandPlaceChosen{DemandPlace::Center},
            DemandDayChosen{DemandDay::Today},
            EvidenceWished{false},
            PhoneWished{true},
            PayWished{},
            PayCodeWished{},
            FeeLeft{},
            SubjectChosen{ForWhom::Self},
            RelativeChosen{0},
            CardCodeRead{to_bytes(kMarkedCard)}};
}

/// No wish of a helper changes this screen or makes anything happen.
void check_refused(const Walk& there, HelpScope scope) {
    std::vector<Event> all = wishes();
    std::ranges::copy(wishes_of_staff(), std::back_inserter(all));
    for (const Event& wish : all) {
        Walk walk = there;
        let_help(walk, scope);
        REQUIRE(is_citizens_turn(walk.state()));
        const std::size_t screen = walk.state().screen.index();
        walk(wish);
        INFO("wish number " << wish.index());
        CHECK(walk.state().screen.index() == screen);
        CHECK(is_helping(walk.state()));
        CHECK_FALSE(walk.has_effects());
    }
}

}  // namespace

TEST_CASE("consent, identity, declaration and dispute are the citizen's own", "[flow]") {
    for (const HelpScope scope : {HelpScope::Guide, HelpScope::Type}) {
        Walk consent;
        check_refused(consent.to_consent(), scope);
        Office office = example_office();
        office.procedures.front().behalf = BehalfRule{.whom = {ForWhom::Child}, .basis = {}};
        Walk subject(office);
        check_refused(subject.to_consent(), scope);
        Walk data;
        check_refused(data.to_data(), scope);
        Walk dispute;
        check_refused(dispute.to_data()(SaidWrong{ItemId("name")}), scope);
        Walk declaration;
        check_refused(declaration.to_declare(), scope);
    }
}

TEST_CASE("rating, report and what was filed before are the citizen's own", "[flow]") {
    for (const HelpScope scope : {HelpScope::Guide, HelpScope::Type}) {
        Walk rating;
        check_refused(rating(HomeWished{})(RatingWished{}), scope);
        Walk report;
        check_refused(report(HomeWished{})(ReportWished{}), scope);
        Walk find;
        check_refused(find(FollowWished{}), scope);
    }
}

TEST_CASE("a fee and a receipt are the citizen's own", "[flow]") {
    Walk filed;
    filed.to_submitting()(DossierStored{"d"})(ReceiptArrived{.receipt = {.code = "H41"}});
    REQUIRE(filed.is_at<Submitted>());
    check_refused(filed, HelpScope::Type);
}

TEST_CASE("who only guides answers nothing", "[flow]") {
    Walk question;
    check_refused(question.to_data()(Proceeded{}), HelpScope::Guide);
    Walk paper;
    check_refused(paper.to_paper(), HelpScope::Guide);
    Walk review;
    check_refused(review.to_review(), HelpScope::Guide);
}

TEST_CASE("who guides leads to the card, and the card is the citizen's", "[flow]") {
    Walk walk;
    let_help(walk, HelpScope::Guide);
    CHECK(walk.is_at<Home>());
    walk(RatingWished{});
    CHECK(walk.shows<OnlyForCitizen>());
    walk(OverlayClosed{})(Started{})(ProcedureChosen{0})(Proceeded{});
    CHECK(walk.is_at<ShowCard>());
    walk(CardCodeRead{to_bytes(kMarkedCard)});
    CHECK(is_citizens_turn(walk.state()));
}

}  // namespace motlan
