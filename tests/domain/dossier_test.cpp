// The form of a dossier and the count of what a citizen was spared.
#include <set>
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/domain/dossier.h"
#include "kiosk/domain/spared.h"
#include "tests/domain/examples.h"

namespace motlan {
namespace {

using examples::item;
using namespace std::chrono_literals;

constexpr WallTime kDeclared{1795398667123ms};

/// A dossier with a held value, one from the card, a pending paper, an answer and a dispute.
Dossier example() {
    Dossier dossier{.procedure = examples::procedure(item("name", "person.full_name") +
                                                     item("born", "person.birth_date") +
                                                     item("home", "document.house_ownership") +
                                                     item("n", "will.copies", examples::kNumber)),
                    .profile = examples::profile(),
                    .consent = ConsentRecord{.reference = "c0ffee", .given = kDeclared - 60s},
                    .declared = kDeclared};
    dossier.words[ConceptId("person.full_name")] = {
        .verdict = SourceVerdict::Held,
        .source = SourceId("dc"),
        .value = Personal(std::string("Nguyễn Văn Thứ")),
        .at = kDeclared - 50s,
        .query = "0f1e"};
    dossier.words[ConceptId("document.house_ownership")] = {.verdict = SourceVerdict::Silent,
                                                            .source = SourceId("dd"),
                                                            .at = kDeclared - 40s,
                                                            .query = "77aa"};
    dossier.plan = plan(dossier.procedure, examples::sources(), examples::today(),
                        {dossier.words, dossier.profile, {}, {}, {}});
    dossier.answers.emplace(ItemId("n"), Personal(std::string("3")));
    dossier.disputes.emplace(ItemId("name"), Personal(std::string("Thử, không phải Thứ")));
    return dossier;
}

}  // namespace

TEST_CASE("the form says what formats.md says and no more", "[domain]") {
    CHECK(
        to_json(form_of(example())) ==
        R"({"answers":[{"concept":"will.copies","item":"n","value":"3"}],)"
        R"("burden":{"asked":1,"needed":4,"not_asked":3,"papers_spared":1},)"
        R"("consent":{"given":"2026-11-23T01:50:07.123Z",)"
        R"("items":["document.house_ownership","person.full_name"],)"
        R"("reference":"c0ffee","text":"vi:consent:1"},)"
        R"("declaration":{"given":"2026-11-23T01:51:07.123Z","text":"vi:declaration:1"},)"
        R"("disputes":[{"concept":"person.full_name","item":"name",)"
        R"("statement":"Thử, không phải Thứ"}],)"
        R"("items":[{"concept":"person.full_name","item":"name","provenance":"source",)"
        R"("query":"0f1e","source":"dc","time":"2026-11-23T01:50:17.123Z","value":"Nguyễn Văn Thứ"},)"
        R"({"concept":"person.birth_date","item":"born","provenance":"card.qr","value":"2000-01-15"},)"
        R"({"concept":"document.house_ownership","item":"home","provenance":"pending",)"
        R"("query":"77aa","source":"dd","time":"2026-11-23T01:50:27.123Z"},)"
        R"({"concept":"will.copies","item":"n","provenance":"citizen","reason":"declaration_of_will"}],)"
        R"("language":"vi","procedure":{"code":"9.000001","version":1},)"
        R"("profile":{"address":"Xóm 3, Cát Ngạn, Thanh Chương, Nghệ An","birth_date":"2000-01-15",)"
        R"("full_name":"Nguyễn Văn Thử","issued":"2022-01-15","number":"040200000017",)"
        R"("read_from":"card.qr","sex":"male"},"type":"motlan-form","version":1})");
}

TEST_CASE("a refused consent stands in the form as refused", "[domain]") {
    Dossier dossier = example();
    dossier.consent.reset();
    dossier.words.clear();

    const Tree form = form_of(dossier);

    CHECK(form.find("consent")->truth_at("refused"));
    CHECK(form.find("consent")->table()->size() == 1);
}

TEST_CASE("an answer to an item that is no more is left out", "[domain]") {
    Dossier dossier = example();
    dossier.answers.emplace(ItemId("gone"), Personal(std::string("x")));

    CHECK(form_of(dossier).list_at("answers").size() == 1);
}

TEST_CASE("the burden counts what was needed, asked and spared", "[domain]") {
    const Dossier dossier = example();

    CHECK(count_burden(dossier.procedure, dossier.plan) ==
          BurdenReceipt{.needed = 4, .not_asked = 3, .asked = 1, .papers_spared = 1});
}

TEST_CASE("a paper that is asked is not spared", "[domain]") {
    const Procedure procedure =
        examples::procedure(item("lease", "document.lease", examples::kPaper));
    const auto made =
        plan(procedure, examples::sources(), examples::today(), {{}, std::nullopt, {}, {}, {}});

    CHECK(count_burden(procedure, made) == BurdenReceipt{.needed = 1, .asked = 1});
}

TEST_CASE("questions that a source answers are counted as spared, others are not", "[domain]") {
    const std::string held_text = std::string(examples::kText) + std::string(examples::kFallback);
    const Procedure procedure = examples::procedure(
        item("name", "person.full_name", held_text) + item("home", "person.residence", held_text) +
        item("copies", "will.copies", examples::kNumber));
    const SourceWords words{{ConceptId("person.full_name"),
                             {.verdict = SourceVerdict::Held,
                              .source = SourceId("dc"),
                              .value = Personal(std::string("Trần Thị Mẫu"))}},
                            {ConceptId("person.residence"), {.verdict = SourceVerdict::NotFound}}};
    const auto made =
        plan(procedure, examples::sources(), examples::today(), {words, std::nullopt, {}, {}, {}});

    CHECK(spared_questions(procedure, made) == 1);
}

TEST_CASE("every reason and every provenance has its own word", "[domain]") {
    const std::set<std::string_view> words{name(AskReason::DeclarationOfWill),
                                           name(AskReason::NotPublished),
                                           name(AskReason::NotFound),
                                           name(AskReason::Incomplete),
                                           name(AskReason::SourceSilent),
                                           name(AskReason::SourceUnusable),
                                           name(AskReason::Disputed),
                                           name(Provenance::Source),
                                           name(Provenance::CardQr),
                                           name(Provenance::Citizen),
                                           name(Provenance::Scan),
                                           name(Provenance::Pending)};

    CHECK(words.size() == 12);
}

}  // namespace motlan
