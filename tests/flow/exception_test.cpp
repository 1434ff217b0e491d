// S07: a paper that a source should hold, taken while it is silent.
#include "tests/flow/staffed.h"

namespace motlan {
namespace {

const ItemId kHome("home");

/// At the review, with the house's papers waiting for a source that was silent.
Walk reviewed() {
    Walk walk;
    walk.to_paper(SourceVerdict::Silent).scan()(Proceeded{});
    REQUIRE(walk.is_at<ReviewAll>());
    return walk;
}

Walk supervised(HelpScope scope = HelpScope::Type) {
    Walk walk = reviewed();
    let_help(walk, scope, kMai);
    return walk;
}

const ExceptionWish& wish(const Walk& walk) {
    REQUIRE(walk.shows<ExceptionWish>());
    return std::get<ExceptionWish>(walk.state().overlay);
}

/// The source is silent still, and the supervisor takes the paper.
Walk& take(Walk& walk) {
    walk(ExceptionWished{kHome})(Walk::land(SourceVerdict::Silent));
    return walk(ExceptionReasonChosen{ExceptionReason::Deadline})(Proceeded{});
}

Provenance provenance(const Visit& visit) {
    const Acquisition* home = visit.plan.find(kHome);
    return home != nullptr ? home->from : Provenance::Citizen;
}

std::optional<AskReason> asked_because(const Visit& visit) {
    const Acquisition* home = visit.plan.find(kHome);
    return home != nullptr ? home->asked_because : std::nullopt;
}

}  // namespace

TEST_CASE("the source is asked anew, for that paper alone", "[flow]") {
    Walk walk = supervised();
    walk(ExceptionWished{kHome});

    REQUIRE(walk.effects<QuerySource>().size() == 1);
    CHECK(walk.effects<QuerySource>().at(0).source == SourceId("dd"));
    CHECK(walk.effects<QuerySource>().at(0).concepts ==
          std::vector{ConceptId("document.house_ownership")});
    CHECK(wish(walk).stage == ExceptionStage::Checking);
    walk(Proceeded{});
    CHECK(walk.effects<NoteException>().empty());
}

TEST_CASE("while the source is silent the paper is taken, with proof, reason and law", "[flow]") {
    Walk walk = supervised();
    walk(ExceptionWished{kHome})(Walk::land(SourceVerdict::Silent))(Proceeded{});
    CHECK(wish(walk).stage == ExceptionStage::Choosing);
    CHECK(walk.effects<NoteException>().empty());

    walk(ExceptionReasonChosen{ExceptionReason::LongOutage})(Proceeded{});

    REQUIRE(walk.effects<NoteException>().size() == 1);
    const auto& paper = walk.at<ScanPaper>();
    CHECK(paper.item == kHome);
    const PaperException& taken = paper.visit.exceptions.at(kHome);
    CHECK(taken.reason == ExceptionReason::LongOutage);
    CHECK(taken.basis == "Nghị định mẫu");
    CHECK(taken.staff == kMai.number);
    CHECK(taken.outage.verdict == SourceVerdict::Silent);
    CHECK(taken.outage.query == "2");
    CHECK(asked_because(paper.visit) == AskReason::SourceSilent);
}

TEST_CASE("a source that answers blocks it, and its answer counts", "[flow]") {
    Walk walk = supervised();
    walk(ExceptionWished{kHome})(Walk::land(SourceVerdict::Held));

    CHECK(wish(walk).stage == ExceptionStage::Blocked);
    walk(ExceptionReasonChosen{ExceptionReason::Deadline})(Proceeded{});
    CHECK(walk.effects<NoteException>().empty());
    walk(WentBack{});
    const Visit& visit = walk.at<ReviewAll>().visit;
    CHECK(visit.exceptions.empty());
    CHECK(provenance(visit) == Provenance::Source);
}

TEST_CASE("a paper that the citizen confirms is filed with its exception", "[flow]") {
    Walk walk = supervised();
    take(walk).scan()(Proceeded{})(HandedBack{});
    REQUIRE(walk.shows<HelpReview>());
    walk(HelpedJudged{kHome, true})(Proceeded{})(Proceeded{})(Proceeded{});

    REQUIRE(walk.effects<StoreDossier>().size() == 1);
    const Dossier& dossier = walk.effects<StoreDossier>().at(0).dossier;
    CHECK(dossier.exceptions.contains(kHome));
    CHECK(dossier.papers.contains(kHome));
}

TEST_CASE("what the citizen does not confirm leaves the paper to the office", "[flow]") {
    for (const bool is_laid : {true, false}) {
        Walk walk = supervised();
        take(walk);
        if (is_laid) walk.scan()(Proceeded{});
        walk(HandedBack{})(Proceeded{});

        const Visit& visit = walk.at<ReviewAll>().visit;
        CHECK(visit.exceptions.empty());
        CHECK_FALSE(visit.papers.contains(kHome));
        CHECK(provenance(visit) == Provenance::Pending);
    }
}

TEST_CASE("nobody but a typing supervisor may take a paper so", "[flow]") {
    Walk citizen = reviewed();
    citizen(ExceptionWished{kHome});
    CHECK_FALSE(citizen.has_effects());

    Walk attendant = reviewed();
    let_help(attendant, HelpScope::Type, kAn)(ExceptionWished{kHome});
    CHECK_FALSE(attendant.has_effects());

    Walk guide = supervised(HelpScope::Guide);
    guide(ExceptionWished{kHome});
    CHECK_FALSE(guide.has_effects());
}

TEST_CASE("only a paper that waits for its source can be taken so", "[flow]") {
    for (const char* other : {"lease", "name", "copies", "none"}) {
        Walk walk = supervised();
        walk(ExceptionWished{ItemId(other)});
        INFO(other);
        CHECK_FALSE(walk.has_effects());
    }
}

TEST_CASE("an exception that nobody decides goes away, handing back ends it", "[flow]") {
    Walk walk = supervised();
    walk(ExceptionWished{kHome}).wait(120s);
    CHECK_FALSE(walk.shows<ExceptionWish>());

    walk(ExceptionWished{kHome})(HandedBack{});
    CHECK_FALSE(walk.state().help);
}

}  // namespace motlan
