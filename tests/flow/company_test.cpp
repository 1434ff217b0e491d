// C06c: a company that is tied to the citizen in the business register, and one whose code he
// types.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

constexpr std::string_view kRegister = R"(
[[source]]
id = "dn"
name = { vi = "CSDL doanh nghiệp", en = "Business register" }
publishes = [
    { concept = "relation.companies", act = "A", from = "2026-01-01", verified = true },
    { concept = "organisation.name", act = "A", from = "2026-01-01", verified = true },
]
)";

constexpr std::string_view kTied =
    "2901999013|Dấu Vết Công Ty|held:DN-1\n2901999013001|Dấu Vết Chi Nhánh|held:DN-2";
constexpr std::string_view kNamed = "2901999013|Dấu Vết Công Ty|";

/// An office whose one procedure may be filed for a company, and needs nothing but its name.
Office open_office() {
    Office office = example_office();
    office.sources = examples::sources(std::string(examples::kSources) + std::string(kRegister));
    office.procedures = {examples::procedure(
        "[behalf]\nfor = [\"company\"]\nbasis = { document = \"L\", verified = true }\n" +
            examples::item("name", "person.full_name", "when = { behalf = \"self\" }") +
            examples::item("company", "organisation.name", "when = { behalf = \"company\" }") +
            examples::item("reason", "will.reason", examples::kChoice),
        office.sources)};
    return office;
}

SourceAnswered register_says(SourceVerdict verdict, std::string_view value = {}) {
    SourceWords words;
    words[relation_of(ForWhom::Company)] = {.verdict = verdict,
                                            .source = SourceId("dn"),
                                            .value = Personal(std::string(value)),
                                            .query = "r1"};
    return {SourceId("dn"), words};
}

/// The register is asked which companies are tied to the citizen.
Walk asking() {
    Walk walk(open_office());
    walk.to_consent();
    REQUIRE(walk.is_at<ChooseSubject>());
    walk(SubjectChosen{ForWhom::Company});
    return walk;
}

/// None is, so a code is typed.
Walk typing() {
    Walk walk = asking();
    walk(register_says(SourceVerdict::NotFound));
    return walk;
}

Walk& type(Walk& walk, std::string_view code) {
    for (const char digit : code) walk(LettersTyped{std::string(1, digit)});
    return walk;
}

BehalfStage stage_of(const Walk& walk) { return walk.at<ChooseSubject>().stage; }
const std::string& draft_of(const Walk& walk) { return walk.at<ChooseSubject>().draft; }

}  // namespace

TEST_CASE("the register is asked about the representative, and no company", "[flow]") {
    const Walk walk = asking();

    CHECK(stage_of(walk) == BehalfStage::Asking);
    const auto queries = walk.effects<QuerySource>();
    REQUIRE(queries.size() == 1);
    CHECK(queries[0].source == SourceId("dn"));
    CHECK(queries[0].profile.number.reveal().digits() == "040200000017");
    CHECK_FALSE(queries[0].company.has_value());
}

TEST_CASE("a company that is tied to the citizen is chosen and then asked about", "[flow]") {
    Walk walk = asking();
    walk(register_says(SourceVerdict::Held, kTied));
    REQUIRE(stage_of(walk) == BehalfStage::Pick);
    REQUIRE(walk.at<ChooseSubject>().people.size() == 2);

    walk(RelativeChosen{1});
    const Visit& visit = walk.at<Consent>().visit;
    CHECK(acting_of(visit.behalf).is_known);
    CHECK(visit.plan.find(ItemId("company"))->from == Provenance::Source);

    walk(Proceeded{});
    const auto queries = walk.effects<QuerySource>();
    REQUIRE(queries.size() == 1);
    CHECK(queries[0].source == SourceId("dn"));
    CHECK(queries[0].concepts == std::vector{ConceptId("organisation.name")});
    CHECK(queries[0].company->digits() == "2901999013001");
    CHECK(queries[0].profile.number.reveal().digits() == "040200000017");
}

TEST_CASE("who is tied to none types a code, and the register says the name", "[flow]") {
    Walk walk = typing();
    REQUIRE(stage_of(walk) == BehalfStage::Type);
    CHECK(stage_of(type(walk, "290199901")(Proceeded{})) == BehalfStage::Type);

    type(walk, "3")(Proceeded{});
    REQUIRE(stage_of(walk) == BehalfStage::Asking);
    CHECK(walk.effects<QuerySource>().at(0).company->digits() == "2901999013");
    walk(register_says(SourceVerdict::Held, kNamed));
    REQUIRE(stage_of(walk) == BehalfStage::Pick);
    CHECK(std::get<Company>(walk.at<ChooseSubject>().people.at(0).who).name.reveal() ==
          "Dấu Vết Công Ty");

    walk(RelativeChosen{0});
    const Visit& visit = walk.at<Consent>().visit;
    CHECK_FALSE(acting_of(visit.behalf).is_known);
    CHECK(is_named(*visit.behalf));
}

TEST_CASE("a typed code is not proven wrong, and no digit is taken beyond its room", "[flow]") {
    Walk walk = typing();
    type(walk, "29019990140019");
    CHECK(draft_of(walk) == "2901999014001");
    CHECK(draft_of(walk(LettersTyped{"a"})) == "2901999014001");
    CHECK(draft_of(walk(LetterErased{})) == "290199901400");
    walk(LetterErased{})(LetterErased{});
    CHECK_FALSE(TaxCode::parse(draft_of(walk))->is_checked());
    CHECK(stage_of(walk(Proceeded{})) == BehalfStage::Asking);
}

TEST_CASE("a code that no register knows goes to an officer as it was typed", "[flow]") {
    for (const SourceVerdict verdict :
         {SourceVerdict::NotFound, SourceVerdict::Silent, SourceVerdict::Forged}) {
        Walk walk = typing();
        type(walk, "2901999038")(Proceeded{})(register_says(verdict));
        REQUIRE(stage_of(walk) == BehalfStage::Unknown);

        walk(Proceeded{});
        const Visit& visit = walk.at<CheckDetails>().visit;
        CHECK_FALSE(walk.has_effects());
        CHECK_FALSE(visit.consent.has_value());
        CHECK(std::get<Company>(visit.behalf->subject->who).code.reveal().digits() == "2901999038");
        CHECK(visit.behalf->relation.verdict == verdict);
        CHECK(visit.plan.find(ItemId("company"))->from == Provenance::Pending);
        CHECK(stage_of(walk(WentBack{})) == BehalfStage::Choose);
    }
}

TEST_CASE("a register that is down or a link that is lost leaves the code to be typed", "[flow]") {
    Walk silent = asking();
    silent.wait(21s);
    CHECK(stage_of(silent) == BehalfStage::Type);

    Walk lost = asking();
    lost(LinkChanged{true});
    REQUIRE(stage_of(lost) == BehalfStage::Type);
    type(lost, "2901999013")(Proceeded{});
    CHECK_FALSE(lost.has_effects());
    CHECK(stage_of(lost) == BehalfStage::Unknown);
    CHECK(lost.at<ChooseSubject>().relation.verdict == SourceVerdict::Silent);
}

TEST_CASE("without the province a company cannot be chosen", "[flow]") {
    Walk walk(open_office());
    walk.to_consent()(LinkChanged{true})(SubjectChosen{ForWhom::Company});
    CHECK(stage_of(walk) == BehalfStage::Choose);
    CHECK_FALSE(walk.has_effects());
}

TEST_CASE("an answer about another company than the one typed is not shown", "[flow]") {
    Walk other = typing();
    type(other, "2901999038")(Proceeded{})(register_says(SourceVerdict::Held, kNamed));
    CHECK(stage_of(other) == BehalfStage::Unknown);
    CHECK(other.at<ChooseSubject>().relation.verdict == SourceVerdict::Contradictory);

    Walk untied = asking();
    untied(register_says(SourceVerdict::Held, kNamed));
    CHECK(stage_of(untied) == BehalfStage::Type);
    CHECK(untied.at<ChooseSubject>().people.empty());
}

TEST_CASE("another company than those shown is typed", "[flow]") {
    Walk tied = asking();
    tied(register_says(SourceVerdict::Held, kTied))(Refused{});
    CHECK(stage_of(tied) == BehalfStage::Type);
    CHECK(tied.at<ChooseSubject>().relation.verdict == SourceVerdict::Incomplete);

    Walk typed = typing();
    type(typed, "2901999013")(Proceeded{})(register_says(SourceVerdict::Held, kNamed))(Refused{});
    CHECK(stage_of(typed) == BehalfStage::Type);
    CHECK(draft_of(typed).empty());
    CHECK(typed.at<ChooseSubject>().people.empty());
}

TEST_CASE("going back leads to the code that was typed, and from there to the choice", "[flow]") {
    Walk walk = typing();
    type(walk, "2901999013")(Proceeded{})(register_says(SourceVerdict::Held, kNamed))(WentBack{});
    CHECK(stage_of(walk) == BehalfStage::Type);
    CHECK(draft_of(walk) == "2901999013");
    walk(register_says(SourceVerdict::Held, kNamed));
    CHECK(stage_of(walk) == BehalfStage::Type);

    walk(WentBack{});
    CHECK(stage_of(walk) == BehalfStage::Choose);
    CHECK(draft_of(walk).empty());
}

TEST_CASE("the dossier of a company says who has filed it", "[flow]") {
    Walk walk = asking();
    walk(register_says(SourceVerdict::Held, kTied))(RelativeChosen{0})(Proceeded{});
    SourceWords words;
    words[ConceptId("organisation.name")] = {.verdict = SourceVerdict::Held,
                                             .source = SourceId("dn"),
                                             .value = Personal(std::string("Dấu Vết Công Ty")),
                                             .query = "r2"};
    walk(SourceAnswered{SourceId("dn"), words})(Proceeded{})(DraftSet{"yes"})(Proceeded{});
    walk(Proceeded{})(Proceeded{});

    CHECK(walk.at<Submitting>().burden.for_whom == ForWhom::Company);
    const auto stored = walk.effects<StoreDossier>();
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].dossier.profile.full_name.reveal() == "Dấu Vết Tên");
    CHECK(stored[0].dossier.behalf->subject->ground == "held:DN-1");
    CHECK(stored[0].dossier.words.at(ConceptId("organisation.name")).query == "r2");
}

}  // namespace motlan
