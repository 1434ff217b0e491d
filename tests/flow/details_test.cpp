// The sources answer or do not, and the citizen looks at what they said.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

const Acquisition& planned(const Walk& walk, const char* item) {
    const Acquisition* found = walk.at<CheckDetails>().visit.plan.find(ItemId(item));
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("the data is shown once every source has answered", "[flow]") {
    Walk walk;
    walk.to_sources()(Walk::population());

    CHECK(walk.at<AskSources>().sources.at(SourceId("dc")) == SourceProgress::Answered);
    CHECK(walk.at<AskSources>().sources.at(SourceId("dd")) == SourceProgress::Waiting);
    walk(Walk::land(SourceVerdict::Held));
    CHECK(planned(walk, "name").from == Provenance::Source);
    CHECK(planned(walk, "home").from == Provenance::Source);
}

TEST_CASE("a source that says it is silent leaves its items to the office", "[flow]") {
    Walk walk;
    walk.to_sources()(Walk::population())(SourceAnswered{SourceId("dd"), {}});

    CHECK(planned(walk, "home").from == Provenance::Pending);
    CHECK_FALSE(planned(walk, "home").is_asked());
}

TEST_CASE("an answer that cannot be used is no reason to ask for a paper", "[flow]") {
    for (const SourceVerdict verdict :
         {SourceVerdict::Forged, SourceVerdict::Stale, SourceVerdict::Contradictory}) {
        Walk walk;
        walk.to_data(verdict);

        CHECK(planned(walk, "home").from == Provenance::Pending);
    }
}

TEST_CASE("a source that never answers is waited for twenty seconds and no longer", "[flow]") {
    Walk walk;
    walk.wait(1s).to_sources()(Walk::population()).wait(19s);
    CHECK(walk.is_at<AskSources>());

    walk.wait(1s);

    CHECK(planned(walk, "name").from == Provenance::Source);
    CHECK(planned(walk, "home").from == Provenance::Pending);
}

TEST_CASE("an answer that comes too late changes nothing any more", "[flow]") {
    Walk walk;
    walk.to_sources()(Walk::population()).wait(30s)(Walk::land(SourceVerdict::NotFound));

    CHECK(planned(walk, "home").from == Provenance::Pending);
}

TEST_CASE("a source speaks only of what it was asked", "[flow]") {
    Walk walk;
    SourceAnswered meddling = Walk::population();
    meddling.words[ConceptId("document.house_ownership")] = {.verdict = SourceVerdict::NotFound};
    meddling.words[ConceptId("person.wealth")] = {.verdict = SourceVerdict::Held};

    walk.to_sources()(SourceAnswered{SourceId("xx"), meddling.words})(meddling);

    CHECK(walk.at<AskSources>().visit.words.size() == 1);
    CHECK(walk.at<AskSources>().sources.size() == 2);
}

TEST_CASE("the personal number is shown and hidden on wish", "[flow]") {
    Walk walk;

    CHECK_FALSE(walk.to_data().at<CheckDetails>().number_shown);
    CHECK(walk(NumberShownWished{}).at<CheckDetails>().number_shown);
    CHECK_FALSE(walk(NumberShownWished{}).at<CheckDetails>().number_shown);
}

TEST_CASE("a number that is shown hides itself again", "[flow]") {
    Walk walk;
    walk.to_data()(NumberShownWished{}).wait(19s);
    CHECK(walk.at<CheckDetails>().number_shown);

    CHECK_FALSE(walk.wait(1s).at<CheckDetails>().number_shown);
}

TEST_CASE("a value that is said to be wrong stays as it is and the statement travels", "[flow]") {
    Walk walk;
    walk.to_data(SourceVerdict::Held)(SaidWrong{ItemId("name")})(DraftSet{" Tên tôi khác "});

    const Visit& visit = walk.at<CheckDetails>().visit;
    CHECK(visit.disputes.at(ItemId("name")).reveal() == "Tên tôi khác");
    CHECK(visit.words.at(ConceptId("person.full_name")).value.reveal() == "Dấu Vết Nguồn");
    walk(Proceeded{})(Proceeded{})(DraftSet{"yes"})(Proceeded{})(LettersTyped{"x"})(Proceeded{});
    walk.scan()(Proceeded{})(Proceeded{})(Proceeded{});
    REQUIRE(walk.effects<StoreDossier>().size() == 1);
    CHECK(walk.effects<StoreDossier>()[0].dossier.disputes.size() == 1);
}

TEST_CASE("a statement stays on the way back and is taken back by an empty one", "[flow]") {
    Walk walk;
    walk.to_data()(SaidWrong{ItemId("name")})(DraftSet{"khác"});

    walk(SaidWrong{ItemId("name")})(WentBack{});
    CHECK(walk.at<CheckDetails>().visit.disputes.size() == 1);
    walk(WentBack{})(Proceeded{})(Walk::population())(Walk::land(SourceVerdict::Held));
    CHECK(walk.at<CheckDetails>().visit.disputes.size() == 1);
    walk(SaidWrong{ItemId("name")})(DraftSet{" "});
    CHECK(walk.at<CheckDetails>().visit.disputes.empty());
}

TEST_CASE("what was touched by mistake is right again, and asks for nothing", "[flow]") {
    Walk walk;
    walk.to_data(SourceVerdict::Held)(SaidWrong{ItemId("home")})(DraftSet{"khác"});
    REQUIRE(planned(walk, "home").is_asked());

    walk(SaidWrong{ItemId("home")})(DraftSet{""});

    CHECK(walk.at<CheckDetails>().visit.disputes.empty());
    CHECK(planned(walk, "home").from == Provenance::Source);
    CHECK_FALSE(planned(walk, "home").is_asked());
}

TEST_CASE("a statement that is too long or no text is not taken", "[flow]") {
    Walk walk;
    walk.to_data()(SaidWrong{ItemId("name")});

    CHECK(walk(DraftSet{std::string(501, 'a')}).is_at<SayWrong>());
    CHECK(walk(DraftSet{std::string(500, 'a')}).is_at<CheckDetails>());
}

TEST_CASE("only what came from a source or the card can be said to be wrong", "[flow]") {
    Walk walk;
    walk.to_data(SourceVerdict::Silent);

    for (const char* item : {"copies", "lease", "home", "none"}) {
        INFO(item);
        CHECK(walk(SaidWrong{ItemId(item)}).is_at<CheckDetails>());
    }
}

TEST_CASE("who refuses after having agreed takes the sources' words and disputes back", "[flow]") {
    Walk walk;
    walk.to_data()(SaidWrong{ItemId("name")})(DraftSet{"khác"})(WentBack{})(Refused{});

    CHECK(walk.at<CheckDetails>().visit.words.empty());
    CHECK(walk.at<CheckDetails>().visit.disputes.empty());
    CHECK(planned(walk, "name").from == Provenance::CardQr);
}

namespace {

constexpr std::string_view kBirthSource = R"(
[[source]]
id = "dc"
name = { vi = "CSDL dân cư", en = "Population" }
publishes = [
    { concept = "person.full_name", act = "Nghị quyết", from = "2026-01-01", verified = true },
    { concept = "person.birth_date", act = "Nghị quyết", from = "2026-01-01", verified = true },
]
)";

/// A visit whose source holds that birth date; the card says 15/01/2000.
Walk born(const std::string& held) {
    Office office = example_office(examples::item("name", "person.full_name") +
                                   examples::item("born", "person.birth_date") +
                                   examples::item("copies", "will.copies", examples::kNumber));
    office.sources = examples::sources(kBirthSource);
    Walk walk(std::move(office));
    SourceAnswered answer = Walk::population();
    answer.words[ConceptId("person.birth_date")] = {.verdict = SourceVerdict::Held,
                                                    .source = SourceId("dc"),
                                                    .value = Personal(held),
                                                    .query = "1"};
    walk.to_sources()(answer);
    return walk;
}

}  // namespace

TEST_CASE("nothing goes on with a card of another birth date; staff or the end", "[flow]") {
    Walk walk = born("2000-01-16");

    walk(Proceeded{});
    CHECK(walk.is_at<CheckDetails>());
    REQUIRE(walk.shows<NotTheSame>());
    CHECK(walk(Proceeded{}).is_at<CheckDetails>());
    CHECK(walk(StaffWished{}).shows<StaffCalled>());
    walk(OverlayClosed{})(Proceeded{})(LeaveConfirmed{});

    CHECK(walk.is_at<Goodbye>());
    CHECK_FALSE(holds_visit(walk.state().screen));
}

TEST_CASE("marks, capitals and a year without a day stop nobody", "[flow]") {
    for (const char* held : {"2000-01-15", "2000", "15/01/2000"}) {
        INFO(held);
        CHECK(born(held)(Proceeded{}).is_at<AskQuestion>());
    }
}

TEST_CASE("who says that the name is not theirs is asked whose data this is", "[flow]") {
    Walk walk;
    walk.to_data()(SaidWrong{ItemId("name")})(SaidNotMine{"Không phải của tôi"});

    CHECK(walk.shows<NotTheSame>());
    CHECK(walk.at<SayWrong>().visit.disputes.empty());
    CHECK(walk(WentBack{}).is_at<SayWrong>());
    CHECK_FALSE(walk.shows<NotTheSame>());
}

TEST_CASE("a home that is another's is a value that is wrong like any other", "[flow]") {
    Walk walk;
    walk.to_data(SourceVerdict::Held)(SaidWrong{ItemId("home")})(SaidNotMine{"Không phải"});

    CHECK(walk.at<CheckDetails>().visit.disputes.at(ItemId("home")).reveal() == "Không phải");
}

TEST_CASE("what could not be saved leads back to whose data this is", "[flow]") {
    Walk walk = born("2000-01-16");
    walk(SaidWrong{ItemId("born")})(DraftSet{"khác"})(SaveWished{});
    REQUIRE(walk.is_at<SavingWork>());

    walk(WorkNotSaved{Fault::DiskFull})(WentBack{});

    CHECK(walk.is_at<CheckDetails>());
    CHECK(walk(Proceeded{}).shows<NotTheSame>());
}

}  // namespace motlan
