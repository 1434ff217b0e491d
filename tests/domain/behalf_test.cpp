// Filing for somebody else: who that is comes from a source, and conditions may look at it.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/domain/dossier.h"
#include "tests/domain/shipped.h"

namespace motlan {
namespace {

using examples::item;

constexpr std::string_view kBoy = "040214000033|Nguyễn Văn Thử Nhỏ|2014-11-21|Nam|held:HT-1";
constexpr std::string_view kGirl = "040319000128|Nguyễn Thị Thử Na|2019-06-02|Nữ|held:HT-2";

/// The rule for a child, and the question that it needs.
std::string for_child(std::string_view more = {}) {
    return "[behalf]\nfor = [\"child\"]\nbasis = { document = \"L\", verified = true }\n" +
           item("subject", "will.subject_number",
                std::string(examples::kText) + "\nwhen = { behalf = \"child\", known = false }") +
           std::string(more);
}

std::string reason_of(const std::string& items) {
    const auto refused = examples::read(std::string(examples::kHead) + items);
    REQUIRE_FALSE(refused.has_value());
    return refused.error().reason;
}

Behalf for_the_boy() {
    return {.whom = ForWhom::Child,
            .subject = parse_relatives(kBoy, ForWhom::Child)->front(),
            .relation = {.verdict = SourceVerdict::Held, .source = SourceId("ht"), .query = "7"}};
}

AcquisitionPlan planned(const Procedure& procedure, const std::optional<Behalf>& behalf) {
    const std::optional<Profile> subject = subject_of(examples::profile(), behalf);
    return plan(procedure, examples::sources(), examples::today(),
                {{}, subject, {}, {}, {}, acting_of(behalf)});
}

}  // namespace

TEST_CASE("relatives are read line by line", "[domain]") {
    const auto people =
        parse_relatives(std::string(kBoy) + "\n" + std::string(kGirl), ForWhom::Child);

    REQUIRE(people.has_value());
    REQUIRE(people->size() == 2);
    CHECK(std::get<Profile>(people->front().who).full_name.reveal() == "Nguyễn Văn Thử Nhỏ");
    CHECK(std::get<Profile>(people->front().who).read_from == ReadFrom::Relation);
    CHECK(std::get<Profile>(people->back().who).number.reveal().digits() == "040319000128");
    CHECK(std::get<Profile>(people->back().who).sex == Sex::Female);
    CHECK(people->back().ground == "held:HT-2");
    CHECK(parse_relatives("", ForWhom::Child)->empty());
}

TEST_CASE("a list of relatives with one doubtful line is not used at all", "[domain]") {
    const std::string boy(kBoy);
    for (const std::string& text :
         {boy + "\n" + boy, boy + "\nx", std::string("040214000033|A|2014-11-21|Nam"),
          std::string("4021400033|A|2014-11-21|Nam|g"), std::string("040214000033||2014|Nam|g"),
          std::string("040214000033|A|21/11/2014|Nam|g"),
          std::string("040214000033|A|2014-11-21|Nam|"),
          "040214000033|A|2014-11-21|Nam|" + std::string(65, 'g')}) {
        INFO(text);
        CHECK_FALSE(parse_relatives(text, ForWhom::Child).has_value());
    }
}

TEST_CASE("a child is one until the 18th birthday, a parent always", "[domain]") {
    const auto people = parse_relatives(
        "040208000001|A|2008-11-23|Nam|g\n040208000002|B|2008-11-24|Nam|g\n"
        "040208000003|C|2009|Nam|g",
        ForWhom::Child);
    REQUIRE(people.has_value());

    const auto children = eligible(*people, ForWhom::Child, examples::today());
    REQUIRE(children.size() == 2);
    CHECK(std::get<Profile>(children[0].who).full_name.reveal() == "B");
    CHECK(std::get<Profile>(children[1].who).full_name.reveal() == "C");
    CHECK(eligible(*people, ForWhom::Parent, examples::today()).size() == 3);
}

TEST_CASE("the plan is about the subject, and what its card said of the applicant is not used",
          "[domain]") {
    const Procedure procedure =
        examples::procedure(for_child() + item("name", "person.full_name") +
                            item("home", "person.residence") + item("number", "person.number"));

    const AcquisitionPlan made = planned(procedure, for_the_boy());

    CHECK(made.find(ItemId("subject")) == nullptr);
    CHECK(made.find(ItemId("number"))->from == Provenance::Relation);
    CHECK(made.find(ItemId("home"))->from == Provenance::Pending);
    CHECK(planned(procedure, {}).find(ItemId("number"))->from == Provenance::CardQr);
}

TEST_CASE("of somebody whom no source names everything stays open and the number is asked",
          "[domain]") {
    const Procedure procedure =
        examples::procedure(for_child() + item("name", "person.full_name") +
                            item("adult", "will.adult",
                                 std::string(examples::kText) + "\nwhen = { age_at_least = 18 }"));
    Behalf behalf = for_the_boy();
    behalf.subject.reset();

    const AcquisitionPlan made = planned(procedure, behalf);

    CHECK(made.find(ItemId("subject"))->is_asked());
    CHECK(made.find(ItemId("name"))->from == Provenance::Pending);
    CHECK(made.undecided == std::vector{ItemId("adult")});
}

TEST_CASE("before anybody has chosen, what depends on it is open", "[domain]") {
    const Procedure procedure = examples::procedure(for_child());

    const AcquisitionPlan expected =
        expected_plan(procedure, examples::sources(), examples::today());

    CHECK(expected.undecided == std::vector{ItemId("subject")});
}

TEST_CASE("a rule that cannot be kept does not load", "[domain]") {
    const std::string name = item("name", "person.full_name");
    const std::string rule =
        "[behalf]\nfor = [\"child\"]\nbasis = { document = \"L\", verified = true }\n";
    CHECK(reason_of(rule + name) ==
          "where no source knows the person, will.subject_number must be asked");
    CHECK(reason_of("[behalf]\nfor = []\nbasis = { document = \"L\", verified = true }\n" + name) ==
          "for whom this may be filed is needed here");
    CHECK(reason_of("[behalf]\nfor = [\"self\"]\nbasis = { document = \"L\", verified = true }\n" +
                    name) == "self is not one of child, parent, principal, company, once");
    CHECK(reason_of(for_child(
              item("paper", "document.paper",
                   std::string(examples::kPaper) + "\nwhen = { behalf = \"parent\" }"))) ==
          "item paper looks at behalf parent, which [behalf] does not name");
    CHECK(
        reason_of(name + item("x", "will.x",
                              std::string(examples::kText) + "\nwhen = { behalf = \"friend\" }")) ==
        "friend is not one of self, child, parent, principal, company");
    CHECK(reason_of(name + item("x", "will.x",
                                std::string(examples::kText) +
                                    "\nwhen = { behalf = \"self\", known = false }")) ==
          "this condition is never true");
}

TEST_CASE("a condition over for whom it is can be told", "[domain]") {
    const Procedure procedure = examples::procedure(for_child());

    CHECK(to_text(*procedure.find(ItemId("subject"))->when) == "filed for child, unknown");
}

TEST_CASE("the form says who has filed, for whom and on what ground", "[domain]") {
    Dossier dossier{.procedure = examples::procedure(for_child() + item("no", "person.number")),
                    .profile = examples::profile(),
                    .consent = {},
                    .plan = {}};
    dossier.behalf = for_the_boy();
    dossier.plan = planned(dossier.procedure, dossier.behalf);

    const Tree form = form_of(dossier);

    CHECK(form.find("profile")->text_at("number") == "040200000017");
    const Tree* behalf = form.find("behalf");
    REQUIRE(behalf != nullptr);
    CHECK(to_json(*behalf) ==
          R"({"concept":"relation.children","for":"child","ground":"held:HT-1","query":"7",)"
          R"("source":"ht","subject":{"birth_date":"2014-11-21","full_name":"Nguyễn Văn Thử Nhỏ",)"
          R"("number":"040214000033","sex":"male"},"time":"1970-01-01T00:00:00.000Z",)"
          R"("verdict":"held"})");
    CHECK(form.find("items")->list()->front().text_at("value") == "040214000033");
    CHECK(form.find("items")->list()->front().text_at("provenance") == "relation");
}

TEST_CASE("a tie that a source has shown counts as a paper spared", "[domain]") {
    const Procedure procedure = examples::procedure(for_child() + item("no", "person.number"));
    Behalf behalf = for_the_boy();

    CHECK(
        count_burden(procedure, planned(procedure, behalf), behalf) ==
        BurdenReceipt{.needed = 2, .not_asked = 2, .papers_spared = 1, .for_whom = ForWhom::Child});

    behalf.subject.reset();
    CHECK(count_burden(procedure, planned(procedure, behalf), behalf) ==
          BurdenReceipt{.needed = 2, .not_asked = 1, .asked = 1, .for_whom = ForWhom::Child});
}

TEST_CASE("no paper shows a tie that civil status holds, in any shipped procedure", "[domain]") {
    int open = 0;
    for (const Procedure& procedure : examples::shipped_procedures()) {
        if (!procedure.behalf) continue;
        ++open;
        INFO(procedure.code.value());
        const AcquisitionPlan made =
            plan(procedure, examples::shipped_sources(), examples::today(),
                 {{}, std::nullopt, {}, {}, {}, Acting{ForWhom::Child, true}});
        const AcquisitionPlan own =
            plan(procedure, examples::shipped_sources(), examples::today(),
                 {{}, std::nullopt, {}, {}, {}, Acting{ForWhom::Self, true}});
        for (const Acquisition& got : made.items) {
            const Item& one = *procedure.find(got.item);
            const bool is_asked = got.is_asked() && std::holds_alternative<Paper>(one.otherwise);
            CHECK((!is_asked || own.find(got.item) != nullptr));
        }
    }
    CHECK(open >= 3);
}

TEST_CASE("what the invented people's registers say of relatives can be read", "[domain]") {
    int lists = 0;
    for (const examples::Person& person : examples::people()) {
        const Tree::Table* sources = person.sources.table();
        if (sources == nullptr) continue;
        for (const auto& [source, held] : *sources) {
            for (const ForWhom whom : everybody()) {
                const std::string relation = relation_of(whom).value();
                if (whom == ForWhom::Self || held.find(relation) == nullptr) continue;
                INFO(person.name << " " << relation);
                CHECK_FALSE(parse_relatives(held.text_at(relation), whom).value().empty());
                ++lists;
            }
        }
    }
    CHECK(lists >= 5);
}

}  // namespace motlan
