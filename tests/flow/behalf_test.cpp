// C06b: for whom is it? From the card to the consent about another person, and every way back.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

constexpr std::string_view kSourcesWithRelations = R"(
[[source]]
id = "ht"
name = { vi = "CSDL hộ tịch", en = "Civil status" }
publishes = [
    { concept = "relation.children", act = "Nghị quyết 66.7/2025/NQ-CP", from = "2026-01-01", verified = true },
    { concept = "relation.parents", act = "Nghị quyết 66.7/2025/NQ-CP", from = "2026-01-01", verified = true },
]
)";

constexpr std::string_view kFamily =
    "040214000033|Dấu Vết Con|2014-11-21|Nam|held:HT-1\n"
    "040200000034|Dấu Vết Con Lớn|2000-01-02|Nữ|held:HT-2\n"
    "040319000128|Dấu Vết Con Út|2019-06-02|Nữ|held:HT-3";

/// An office whose one procedure may be filed for others.
Office open_office() {
    Office office = example_office();
    office.sources =
        examples::sources(std::string(examples::kSources) + std::string(kSourcesWithRelations));
    office.procedures = {examples::procedure(
        "[behalf]\nfor = [\"child\", \"parent\", \"principal\"]\n"
        "basis = { document = \"L\", verified = true }\n" +
            example_items() +
            examples::item("subject", "will.subject_number",
                           std::string(examples::kText) +
                               "\nwhen = { behalf = [\"child\", \"parent\", \"principal\"], "
                               "known = false }"),
        office.sources)};
    return office;
}

Walk choosing() {
    Walk walk(open_office());
    walk.to_consent();
    REQUIRE(walk.is_at<ChooseSubject>());
    return walk;
}

SourceAnswered civil_status(ForWhom whom, SourceVerdict verdict, std::string_view value = {}) {
    SourceWords words;
    words[relation_of(whom)] = {.verdict = verdict,
                                .source = SourceId("ht"),
                                .value = Personal(std::string(value)),
                                .query = "r1"};
    return {SourceId("ht"), words};
}

/// The children that civil status names are on the screen.
Walk picking() {
    Walk walk = choosing();
    walk(SubjectChosen{ForWhom::Child})(civil_status(ForWhom::Child, SourceVerdict::Held, kFamily));
    return walk;
}

BehalfStage stage_of(const Walk& walk) { return walk.at<ChooseSubject>().stage; }

}  // namespace

TEST_CASE("where nobody can be filed for, nobody is asked for whom it is", "[flow]") {
    Walk walk;
    CHECK(walk.to_consent().is_at<Consent>());
}

TEST_CASE("who files for himself goes on to the consent and nothing was asked", "[flow]") {
    Walk walk = choosing();
    walk(SubjectChosen{ForWhom::Self});

    CHECK_FALSE(walk.at<Consent>().visit.behalf.has_value());
    CHECK_FALSE(walk.has_effects());
    CHECK(walk(WentBack{}).is_at<ChooseSubject>());
    CHECK(walk(WentBack{}).is_at<WhatYouNeed>());
}

TEST_CASE("civil status is asked about the card's holder, under this visit's consent", "[flow]") {
    Walk walk = choosing();
    walk(SubjectChosen{ForWhom::Child});

    CHECK(stage_of(walk) == BehalfStage::Asking);
    const auto queries = walk.effects<QuerySource>();
    REQUIRE(queries.size() == 1);
    CHECK(queries[0].source == SourceId("ht"));
    CHECK(queries[0].concepts == std::vector{ConceptId("relation.children")});
    CHECK(queries[0].profile.number.reveal().digits() == "040200000017");
    CHECK(queries[0].consent.reference == "c0ffee");
}

TEST_CASE(
    "only children under 18 are offered, and the chosen one is whom the sources are asked about",
    "[flow]") {
    Walk walk = picking();
    REQUIRE(stage_of(walk) == BehalfStage::Pick);
    REQUIRE(walk.at<ChooseSubject>().people.size() == 2);
    CHECK(walk.at<ChooseSubject>().relation.value.reveal().empty());

    walk(RelativeChosen{1});
    const Behalf behalf = walk.at<Consent>().visit.behalf.value();
    CHECK(std::get<Profile>(behalf.subject->who).full_name.reveal() == "Dấu Vết Con Út");
    CHECK(behalf.subject->ground == "held:HT-3");
    CHECK(walk.at<Consent>().visit.profile.full_name.reveal() == "Dấu Vết Tên");

    walk(Proceeded{});
    for (const QuerySource& query : walk.effects<QuerySource>())
        CHECK(query.profile.number.reveal().digits() == "040319000128");
}

TEST_CASE("the dossier says who has filed and for whom", "[flow]") {
    Walk walk = picking();
    walk(RelativeChosen{0})(Proceeded{})(Walk::population())(Walk::land(SourceVerdict::Held));
    walk(Proceeded{})(DraftSet{"3"})(Proceeded{})(DraftSet{"yes"})(Proceeded{});
    walk(LettersTyped{"Dấu Vết Chỗ Ở"})(Proceeded{}).past_list().scan()(Proceeded{});
    walk(Proceeded{})(Proceeded{});

    CHECK(walk.at<Submitting>().burden.for_whom == ForWhom::Child);
    const auto stored = walk.effects<StoreDossier>();
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].dossier.profile.full_name.reveal() == "Dấu Vết Tên");
    CHECK(std::get<Profile>(stored[0].dossier.behalf->subject->who).full_name.reveal() ==
          "Dấu Vết Con");
    CHECK(stored[0].dossier.behalf->relation.query == "r1");
}

TEST_CASE("where no source names the person an officer will, and nobody is looked up", "[flow]") {
    for (const SourceVerdict verdict :
         {SourceVerdict::NotFound, SourceVerdict::Silent, SourceVerdict::Forged}) {
        Walk walk = choosing();
        walk(SubjectChosen{ForWhom::Parent})(civil_status(ForWhom::Parent, verdict));
        REQUIRE(stage_of(walk) == BehalfStage::Unknown);

        walk(Proceeded{});
        const Visit& visit = walk.at<CheckDetails>().visit;
        CHECK_FALSE(walk.has_effects());
        CHECK_FALSE(visit.consent.has_value());
        CHECK_FALSE(visit.behalf->subject.has_value());
        CHECK(visit.behalf->relation.verdict == verdict);
        CHECK(visit.plan.find(ItemId("name"))->from == Provenance::Pending);
        CHECK(visit.plan.find(ItemId("subject"))->is_asked());
        CHECK(stage_of(walk(WentBack{})) == BehalfStage::Choose);
    }
}

TEST_CASE("what was made for somebody whom no source names is not lost by going back", "[flow]") {
    Walk walk = choosing();
    walk(SubjectChosen{ForWhom::Parent})(civil_status(ForWhom::Parent, SourceVerdict::NotFound));
    walk(Proceeded{})(Proceeded{})(DraftSet{"3"})(Proceeded{})(WentBack{})(WentBack{});
    REQUIRE(walk.at<CheckDetails>().visit.answers.size() == 1);

    walk(WentBack{});

    CHECK(walk.is_at<CheckDetails>());
    CHECK(walk.shows<ReallyLeave>());
}

TEST_CASE("a work for a child that is taken up survives another choice first", "[flow]") {
    SavedWork work;
    work.procedure = ProcedureCode("9.000001");
    work.subject =
        saved_subject(Behalf{.whom = ForWhom::Child,
                             .subject = parse_relatives(kFamily, ForWhom::Child).value().front(),
                             .relation = {}});
    work.answers.emplace(ItemId("copies"), Personal(std::string("3")));
    Walk again(open_office());
    again(FollowWished{})(CardCodeRead{to_bytes("MLS1:ABC")})(SavedFound{});
    again(CardCodeRead{to_bytes(kMarkedCard)})(WorkOpened{work})(SubjectChosen{ForWhom::Self});
    REQUIRE(again.is_at<Consent>());

    again(WentBack{});
    CHECK(again.shows<std::monostate>());
    REQUIRE(again.is_at<ChooseSubject>());
    again(SubjectChosen{ForWhom::Child})(
        civil_status(ForWhom::Child, SourceVerdict::Held, kFamily))(RelativeChosen{0});

    CHECK(again.at<Consent>().visit.answers == work.answers);
    CHECK(again(WentBack{}).shows<ReallyLeave>());
}

TEST_CASE("a list of relatives that contradicts itself is not shown", "[flow]") {
    Walk walk = choosing();
    walk(SubjectChosen{ForWhom::Child})(
        civil_status(ForWhom::Child, SourceVerdict::Held, "040214000033|A"));

    CHECK(stage_of(walk) == BehalfStage::Unknown);
    CHECK(walk.at<ChooseSubject>().relation.verdict == SourceVerdict::Contradictory);
}

TEST_CASE("nobody of age is a child, and one who is not listed is not known", "[flow]") {
    Walk grown = choosing();
    grown(SubjectChosen{ForWhom::Child})(civil_status(
        ForWhom::Child, SourceVerdict::Held, "040200000034|Dấu Vết|2000-01-02|Nữ|held:HT-2"));
    CHECK(grown.at<ChooseSubject>().relation.verdict == SourceVerdict::NotFound);

    Walk missing = picking();
    CHECK(stage_of(missing(Refused{})) == BehalfStage::Unknown);
    CHECK(missing.at<ChooseSubject>().people.empty());
    CHECK(missing.at<ChooseSubject>().relation.verdict == SourceVerdict::Incomplete);
}

TEST_CASE("what nobody has published is not asked about", "[flow]") {
    Walk walk = choosing();
    CHECK(stage_of(walk(SubjectChosen{ForWhom::Principal})) == BehalfStage::Unknown);
    CHECK_FALSE(walk.has_effects());
}

TEST_CASE("without the province only oneself can be filed for", "[flow]") {
    Walk walk = choosing();
    walk(LinkChanged{true})(SubjectChosen{ForWhom::Child});
    CHECK(stage_of(walk) == BehalfStage::Choose);
    CHECK_FALSE(walk.has_effects());

    CHECK(walk(SubjectChosen{ForWhom::Self}).is_at<Consent>());
}

TEST_CASE("a link that is lost or a source that is silent ends the waiting", "[flow]") {
    Walk lost = choosing();
    lost(SubjectChosen{ForWhom::Child})(LinkChanged{true});
    CHECK(stage_of(lost) == BehalfStage::Unknown);
    CHECK(lost.at<ChooseSubject>().relation.verdict == SourceVerdict::Silent);

    Walk silent = choosing();
    silent(SubjectChosen{ForWhom::Child}).wait(19s);
    CHECK(stage_of(silent) == BehalfStage::Asking);
    CHECK(stage_of(silent.wait(2s)) == BehalfStage::Unknown);
}

TEST_CASE("an answer that comes after going back is nobody's", "[flow]") {
    Walk walk = choosing();
    walk(SubjectChosen{ForWhom::Child})(WentBack{});
    CHECK(stage_of(walk) == BehalfStage::Choose);
    walk(civil_status(ForWhom::Child, SourceVerdict::Held, kFamily));
    CHECK(stage_of(walk) == BehalfStage::Choose);
    CHECK(walk.at<ChooseSubject>().people.empty());
}

TEST_CASE("choosing anew forgets the one chosen before", "[flow]") {
    Walk walk = picking();
    walk(RelativeChosen{0})(WentBack{});
    REQUIRE(walk.is_at<ChooseSubject>());
    walk(SubjectChosen{ForWhom::Self});
    CHECK_FALSE(walk.at<Consent>().visit.behalf.has_value());
    walk(Proceeded{});
    for (const QuerySource& query : walk.effects<QuerySource>())
        CHECK(query.profile.number.reveal().digits() == "040200000017");
}

TEST_CASE("of a grown person nothing is shown, so nothing can be said to be wrong", "[flow]") {
    Walk walk = choosing();
    walk(SubjectChosen{ForWhom::Parent})(civil_status(
        ForWhom::Parent, SourceVerdict::Held, "040151000017|Dấu Vết Mẹ|1951-03-12|Nữ|held:HT-9"));
    walk(RelativeChosen{0})(Proceeded{})(Walk::population())(Walk::land(SourceVerdict::Held));
    REQUIRE(walk.is_at<CheckDetails>());
    CHECK_FALSE(may_see_values(walk.at<CheckDetails>().visit.behalf));
    CHECK(walk(SaidWrong{ItemId("name")}).is_at<CheckDetails>());
}

}  // namespace motlan
