// Filing for a company: it is one more relation, but no person.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/domain/dossier.h"
#include "tests/domain/shipped.h"

namespace motlan {
namespace {

using examples::item;

constexpr std::string_view kSourcesWithRegister = R"(
[[source]]
id = "dn"
name = { vi = "CSDL doanh nghiệp", en = "Business register" }
publishes = [
    { concept = "organisation.name", act = "A", from = "2026-01-01", verified = true },
]
)";

SourceRegister sources() {
    return examples::sources(std::string(examples::kSources) + std::string(kSourcesWithRegister));
}

std::string for_company(const std::string& items) {
    return "[behalf]\nfor = [\"company\"]\nbasis = { document = \"L\", verified = true }\n" + items;
}

Procedure procedure() {
    return examples::procedure(
        for_company(item("name", "person.full_name", "when = { behalf = \"self\" }") +
                    item("company", "organisation.name", "when = { behalf = \"company\" }") +
                    item("reason", "will.reason", examples::kChoice)),
        sources());
}

/// The line of the register, as far as it goes.
Behalf for_line(std::string_view line) {
    return {.whom = ForWhom::Company,
            .subject = parse_relatives(line, ForWhom::Company)->front(),
            .relation = {.verdict = SourceVerdict::Held, .source = SourceId("dn"), .query = "7"}};
}

Behalf for_typed_code() {
    Company company{.code = Personal(*TaxCode::parse("2901999038"))};
    return {.whom = ForWhom::Company,
            .subject = Relative{.who = std::move(company), .ground = {}},
            .relation = {.verdict = SourceVerdict::NotFound, .source = SourceId("dn")}};
}

constexpr std::string_view kTied = "2901999013|Công ty Thử Nghiệm|held:DN-1";
constexpr std::string_view kNamed = "2901999013|Công ty Thử Nghiệm|";

std::string reason_of(const std::string& items) {
    const auto refused =
        examples::read(std::string(examples::kHead) + for_company(items), sources());
    REQUIRE_FALSE(refused.has_value());
    return refused.error().reason;
}

}  // namespace

TEST_CASE("companies are read line by line, with or without the right to act", "[domain]") {
    const auto companies = parse_relatives(
        std::string(kTied) + "\n2901999013001|Chi nhánh Thử Nghiệm|", ForWhom::Company);

    REQUIRE(companies.has_value());
    REQUIRE(companies->size() == 2);
    CHECK(std::get<Company>(companies->front().who).code.reveal().digits() == "2901999013");
    CHECK(std::get<Company>(companies->front().who).name.reveal() == "Công ty Thử Nghiệm");
    CHECK(companies->front().ground == "held:DN-1");
    CHECK(companies->front().person() == nullptr);
    CHECK(companies->back().ground.empty());
}

TEST_CASE("a list of companies with one doubtful line is not used at all", "[domain]") {
    const std::string line(kTied);
    for (const std::string& text :
         {line + "\n" + line, line + "\nx", std::string("29019990|A|g"),
          std::string("2901999013||g"), std::string("2901999013|A"),
          std::string("2901999013|A|g|g"), "2901999013|A|" + std::string(65, 'g'),
          "2901999013|" + std::string(201, 'A') + "|g"}) {
        INFO(text);
        CHECK_FALSE(parse_relatives(text, ForWhom::Company).has_value());
    }
}

TEST_CASE("the sources are asked about the company and not about a person", "[domain]") {
    const Behalf tied = for_line(kTied);
    const auto queries = needed_queries(procedure(), sources(), examples::today(),
                                        {subject_of(examples::profile(), tied), acting_of(tied)});
    const auto own =
        needed_queries(procedure(), sources(), examples::today(), {examples::profile(), Acting{}});

    REQUIRE(queries.size() == 1);
    CHECK(queries.contains(SourceId("dn")));
    CHECK(company_of(tied)->digits() == "2901999013");
    REQUIRE(own.size() == 1);
    CHECK(own.contains(SourceId("dc")));
}

TEST_CASE("before the consent the plan says what the company's register will be asked for",
          "[domain]") {
    const AcquisitionPlan plan =
        expected_plan(procedure(), sources(), examples::today(), acting_of(for_line(kTied)));

    CHECK(plan.find(ItemId("company"))->from == Provenance::Source);
    CHECK(plan.find(ItemId("name")) == nullptr);
}

TEST_CASE("a company is known when the register ties it, named when it knows the code",
          "[domain]") {
    CHECK(acting_of(for_line(kTied)).is_known);
    CHECK_FALSE(acting_of(for_line(kNamed)).is_known);
    CHECK_FALSE(acting_of(for_typed_code()).is_known);
    CHECK(is_named(for_line(kNamed)));
    CHECK_FALSE(is_named(for_typed_code()));
    CHECK_FALSE(company_of(for_typed_code()).has_value());
    CHECK(may_see_values(for_line(kNamed)));
}

TEST_CASE("the form says which company it is, and on what ground if there is one", "[domain]") {
    Dossier dossier{
        .procedure = procedure(), .profile = examples::profile(), .consent = {}, .plan = {}};
    const auto said = [&](Behalf behalf) {
        dossier.behalf = std::move(behalf);
        return to_json(*form_of(dossier).find("behalf"));
    };

    CHECK(said(for_line(kTied)) ==
          R"({"concept":"relation.companies","for":"company","ground":"held:DN-1","query":"7",)"
          R"("source":"dn","subject":{"name":"Công ty Thử Nghiệm","tax_code":"2901999013"},)"
          R"("time":"1970-01-01T00:00:00.000Z","verdict":"held"})");
    CHECK(said(for_line(kNamed)).contains(R"("query":"7","source":"dn","subject":{"name")"));
    CHECK(said(for_typed_code()) ==
          R"({"concept":"relation.companies","for":"company","query":"","source":"dn",)"
          R"("subject":{"tax_code":"2901999038"},"time":"1970-01-01T00:00:00.000Z",)"
          R"("verdict":"not_found"})");
}

TEST_CASE("only a right that the register has shown counts as a paper spared", "[domain]") {
    const auto spared = [](const Behalf& behalf) {
        return count_burden(procedure(), {}, behalf).papers_spared;
    };

    CHECK(spared(for_line(kTied)) == 1);
    CHECK(spared(for_line(kNamed)) == 0);
    CHECK(count_burden(procedure(), {}, for_line(kNamed)).for_whom == ForWhom::Company);
}

TEST_CASE("what only a person has is not needed of a company", "[domain]") {
    CHECK(reason_of(item("name", "person.full_name")) ==
          "item name is of a person, which a company is not");
    CHECK(reason_of(item("name", "person.full_name", "when = { age_at_least = 18 }")) ==
          "item name is of a person, which a company is not");
}

TEST_CASE("a shipped procedure can be had for a company, without a paper of authority",
          "[domain]") {
    int open = 0;
    for (const Procedure& shipped : examples::shipped_procedures()) {
        const auto& rule = shipped.behalf;
        if (!rule || !std::ranges::contains(rule->whom, ForWhom::Company)) continue;
        ++open;
        for (const bool is_known : {true, false}) {
            const AcquisitionPlan made =
                expected_plan(shipped, examples::shipped_sources(), examples::today(),
                              Acting{ForWhom::Company, is_known});
            CHECK(made.find(ItemId("company_name"))->from == Provenance::Source);
            CHECK(made.find(ItemId("full_name")) == nullptr);
        }
    }
    CHECK(open >= 1);
}

}  // namespace motlan
