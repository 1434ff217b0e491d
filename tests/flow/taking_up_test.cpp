// Taking up again what was saved: slip, card, consent and sources anew, then the same dossier.
#include "kiosk/domain/dossier.h"
#include "kiosk/flow/saving.h"

#include "kiosk/core/json.h"
#include "tests/flow/walk.h"

namespace motlan {
namespace {

constexpr std::string_view kSavedCode = "MLS1:ABC";
constexpr std::string_view kOtherCard = "040200000025||Người Khác|15012001|Nữ|Nơi Khác|15012022";

SavedSlip slip() {
    SavedSlip made;
    made.kiosk = "NA-VINH-03";
    made.code = Personal(std::string(kSavedCode));
    return made;
}

/// The way to the question for the card, with the slip shown.
Walk& to_slip(Walk& walk) {
    return walk(FollowWished{})(CardCodeRead{to_bytes(kSavedCode)})(SavedFound{slip()});
}

/// What a visit puts away, as its bytes bring it back.
SavedWork saved_by(Walk& walk) {
    walk(SaveWished{});
    REQUIRE(walk.effects<SaveWork>().size() == 1);
    SavedWork work = walk.effects<SaveWork>()[0].work;
    work = parse_saved_work(bytes_of(work).value()).value();
    int sheet = 1'000'000;
    for (auto& [item, pages] : work.papers)
        for (SavedPage& each : pages) each.page.sheet = sheet++;
    return work;
}

/// Taken up by whoever saved it, as far as the consent.
Walk taken_up(const SavedWork& work) {
    Walk walk;
    to_slip(walk)(CardCodeRead{to_bytes(kMarkedCard)})(WorkOpened{work});
    return walk;
}

Walk& to_stored(Walk& walk) { return walk(Proceeded{})(Proceeded{}); }

/// What the form says, without the moment of the declaration.
std::string form_in(Walk& walk) {
    REQUIRE(walk.effects<StoreDossier>().size() == 1);
    Dossier dossier = walk.effects<StoreDossier>()[0].dossier;
    dossier.declared = {};
    if (dossier.consent) dossier.consent->given = {};
    return to_json(form_of(dossier));
}

}  // namespace

TEST_CASE("slip and card bring the visit back, and the same dossier is filed", "[flow]") {
    Walk whole;
    whole.to_review();
    Walk first;
    first.to_review();
    Walk again = taken_up(saved_by(first));
    REQUIRE(again.is_at<Consent>());
    CHECK(again.effects<StopWatching>().size() == 1);

    again(Proceeded{});
    CHECK(again.effects<QuerySource>().size() == 2);
    again(Walk::population())(Walk::land(SourceVerdict::Held));
    REQUIRE(again.is_at<CheckDetails>());
    again(Proceeded{});
    REQUIRE(again.is_at<ReviewAll>());
    CHECK(again.at<ReviewAll>().visit.papers.at(ItemId("lease")).front().packed.bytes ==
          whole.at<ReviewAll>().visit.papers.at(ItemId("lease")).front().packed.bytes);

    const std::string expected = form_in(to_stored(whole));
    CHECK(form_in(to_stored(again)) == expected);
}

TEST_CASE("the visit goes on at what was still open, with the begun answer", "[flow]") {
    Walk first;
    first.to_data()(Proceeded{})(DraftSet{"3"})(Proceeded{})(DraftSet{"yes"})(Proceeded{});
    first(LettersTyped{"Dấu"});
    Walk again = taken_up(saved_by(first));

    again(Proceeded{})(Walk::population())(Walk::land(SourceVerdict::NotFound))(Proceeded{});

    CHECK(again.at<AskQuestion>().item == ItemId("where"));
    CHECK(again.at<AskQuestion>().draft == "Dấu");
}

TEST_CASE("another language changes nothing of what was saved", "[flow]") {
    Walk first;
    first.to_review();
    const SavedWork work = saved_by(first);
    Walk again;
    again(LanguageWished{Language::English});
    to_slip(again)(CardCodeRead{to_bytes(kMarkedCard)})(WorkOpened{work});

    CHECK(again.at<Consent>().visit.answers == work.answers);
    CHECK(again.state().comfort.language == Language::English);
}

TEST_CASE("a source that holds it now asks for no paper again", "[flow]") {
    Walk first;
    first.to_paper(SourceVerdict::NotFound).scan()(Proceeded{});
    const SavedWork work = saved_by(first);
    REQUIRE(work.papers.contains(ItemId("home")));
    Walk again = taken_up(work);

    again(Proceeded{})(Walk::population())(Walk::land(SourceVerdict::Held))(Proceeded{});

    CHECK(again.is_at<ScanPaper>());
    CHECK(again.at<ScanPaper>().item == ItemId("lease"));
}

TEST_CASE("a doubtful page that was saved before anybody kept it is asked about again", "[flow]") {
    Page doubtful = Walk::page(7);
    doubtful.doubts = {Fault::PageBlurred};
    Walk first;
    first.to_paper(SourceVerdict::Held)(ScanWished{})(PageScanned{Walk::page(6), true});
    first(PageScanned{doubtful, false});
    Walk again = taken_up(saved_by(first));

    again(Proceeded{})(Walk::population())(Walk::land(SourceVerdict::Held))(Proceeded{});

    REQUIRE(again.at<ReviewPage>().pages.size() == 2);
    CHECK(again.at<ReviewPage>().shown == 1);
    CHECK(again(Proceeded{}).is_at<ReviewPage>());
    again(KeepWished{})(PageKept{KeepReason::Readable})(Proceeded{});
    CHECK(again.is_at<ReviewAll>());
}

TEST_CASE("another card opens nothing and may be followed by the right one", "[flow]") {
    Walk first;
    first.to_review();
    const SavedWork work = saved_by(first);
    Walk again;
    to_slip(again)(CardCodeRead{to_bytes(kOtherCard)});
    REQUIRE(again.effects<OpenSaved>().size() == 1);
    CHECK(again.effects<OpenSaved>()[0].holder.digits() == "040200000025");

    again(WorkNotOpened{Fault::SavedOtherCard});
    CHECK(again.at<FindDossier>().refused == Fault::SavedOtherCard);
    CHECK(again.at<FindDossier>().saved);
    again(CardCodeRead{to_bytes(kMarkedCard)})(WorkOpened{work});
    CHECK(again.at<Consent>().visit.profile.number.reveal().digits() == "040200000017");
}

TEST_CASE("what is gone, damaged or elsewhere is told by its fault", "[flow]") {
    for (const Fault fault : {Fault::SavedUnknown, Fault::SavedExpired, Fault::SavedElsewhere}) {
        Walk walk;
        walk(FollowWished{})(CardCodeRead{to_bytes(kSavedCode)});
        REQUIRE(walk.effects<LookForSaved>().size() == 1);
        walk(SavedNotFound{fault});
        CHECK(walk.at<FindDossier>().refused == fault);
        CHECK_FALSE(walk.at<FindDossier>().saved);
    }
    Walk walk;
    to_slip(walk)(CardCodeRead{to_bytes(kMarkedCard)})(WorkNotOpened{Fault::SavedDamaged});
    CHECK(walk.at<FindDossier>().refused == Fault::SavedDamaged);
    CHECK_FALSE(walk.at<FindDossier>().saved);
}

TEST_CASE("the slip may be shown where a new dossier asks for the card", "[flow]") {
    Walk walk;
    walk.to_card()(CardCodeRead{to_bytes(kSavedCode)});

    CHECK(walk.is_at<FindDossier>());
    CHECK(walk.effects<LookForSaved>().size() == 1);
}

TEST_CASE("many cards end the visit", "[flow]") {
    Walk walk;
    to_slip(walk);
    for (int i = 0; i < 10; ++i) {
        walk(CardCodeRead{to_bytes(kOtherCard)})(WorkNotOpened{Fault::SavedOtherCard});
        REQUIRE(walk.is_at<FindDossier>());
    }
    CHECK(walk(CardCodeRead{to_bytes(kOtherCard)}).is_at<Goodbye>());
}

TEST_CASE("an opened work that nobody waits for changes nothing", "[flow]") {
    Walk first;
    first.to_review();
    const SavedWork work = saved_by(first);

    Walk walk;
    CHECK(walk(WorkOpened{work}).is_at<Welcome>());
    CHECK(walk(FollowWished{})(WorkOpened{work}).is_at<FindDossier>());
    CHECK(walk.state().helped.empty());
}

TEST_CASE("a procedure that is offered no longer is said so", "[flow]") {
    Walk first;
    first.to_review();
    SavedWork work = saved_by(first);
    work.procedure = ProcedureCode("9.999999");

    CHECK(taken_up(work).at<FindDossier>().refused == Fault::SavedNotOffered);
}

TEST_CASE("what does not fit the procedure any more is asked anew", "[flow]") {
    Walk first;
    first.to_review();
    SavedWork work = saved_by(first);
    work.answers[ItemId("copies")] = Personal(std::string("900"));
    work.answers[ItemId("gone")] = Personal(std::string("x"));
    work.wished[AlternativeId("gone")] = 1;
    std::vector<SavedPage>& pages = work.papers[ItemId("lease")];
    pages.resize(3, pages.front());

    Walk again = taken_up(work);

    const Visit& visit = again.at<Consent>().visit;
    CHECK(visit.answers.size() == 2);
    CHECK(visit.papers.empty());
    CHECK(visit.wished.empty());
}

TEST_CASE("that staff have helped before goes along", "[flow]") {
    Walk first;
    first.to_review();
    SavedWork work = saved_by(first);
    work.helped.push_back({.staff = StaffNumber("0123"), .entered = 1, .confirmed = 1});

    CHECK(taken_up(work).state().helped == work.helped);
}

TEST_CASE("going back does not lose what was just taken up", "[flow]") {
    Walk first;
    first.to_data()(Proceeded{})(DraftSet{"3"})(Proceeded{})(DraftSet{"yes"})(Proceeded{});
    first(LettersTyped{"Dấu"});
    SavedWork work = saved_by(first);
    work.answers.clear();
    Walk again = taken_up(work);
    REQUIRE(again.is_at<Consent>());

    again(WentBack{});
    CHECK(std::holds_alternative<ReallyLeave>(again.state().overlay));
}

TEST_CASE("nobody goes back while a work is opened, which is kept nowhere else then", "[flow]") {
    Walk first;
    first.to_review();
    const SavedWork work = saved_by(first);
    Walk again;
    to_slip(again)(CardCodeRead{to_bytes(kMarkedCard)})(WentBack{});
    CHECK(again.is_at<FindDossier>());
    CHECK_FALSE(again(CardCodeRead{to_bytes(kOtherCard)}).has_effects());

    again(WorkOpened{work});
    CHECK(again.at<Consent>().visit.answers == work.answers);
}

TEST_CASE("an answer about dossiers does not come between the card and the work", "[flow]") {
    Walk first;
    first.to_review();
    const SavedWork work = saved_by(first);
    Walk again;
    again(FollowWished{})(CardCodeRead{to_bytes(kSavedCode)})(CardCodeRead{to_bytes(kOtherCard)});
    REQUIRE(again.effects<FindDossiers>().size() == 1);
    again(SavedFound{slip()})(CardCodeRead{to_bytes(kMarkedCard)})(
        DossiersNotFound{Fault::BackendUnreachable});
    CHECK_FALSE(again.at<FindDossier>().refused);

    again(WorkOpened{work});
    CHECK(again.is_at<Consent>());
}

}  // namespace motlan
