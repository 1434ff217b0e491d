// What is counted of a visit adds up, and nothing of a person is in it.
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/domain/counts.h"
#include "tests/domain/examples.h"

namespace motlan {
namespace {

using examples::item;

/// One held value, one value of the card, a paper from a source or not, and a question.
Dossier example(SourceVerdict house) {
    Dossier dossier{.procedure = examples::procedure(item("name", "person.full_name") +
                                                     item("born", "person.birth_date") +
                                                     item("home", "document.house_ownership") +
                                                     item("n", "will.copies", examples::kNumber)),
                    .profile = examples::profile(),
                    .consent = ConsentRecord{.reference = "c0ffee"}};
    dossier.words[ConceptId("person.full_name")] = {.verdict = SourceVerdict::Held,
                                                    .source = SourceId("dc"),
                                                    .value = Personal(std::string("Nguyễn"))};
    dossier.words[ConceptId("document.house_ownership")] = {
        .verdict = house, .source = SourceId("dd"), .value = Personal(std::string("có"))};
    dossier.plan = plan(dossier.procedure, examples::sources(), examples::today(),
                        {dossier.words, dossier.profile, {}, {}, {}});
    return dossier;
}

Tallies filed(const Dossier& dossier) {
    Counts counts;
    count_filed(counts, dossier);
    return counts.procedures.at(dossier.procedure.code);
}

}  // namespace

TEST_CASE("a filed dossier is counted by how each item was obtained", "[domain]") {
    CHECK(filed(example(SourceVerdict::Held)) == Tallies{{"asked.declaration_of_will", 1},
                                                         {"filed", 1},
                                                         {"from.card.qr", 1},
                                                         {"from.citizen", 1},
                                                         {"from.source", 2},
                                                         {"fully_replaced", 1},
                                                         {"needed", 4},
                                                         {"paper.source", 1},
                                                         {"part_replaced", 1},
                                                         {"population_used", 1}});
}

TEST_CASE("a paper that the office looks up has not been replaced", "[domain]") {
    const Tallies tallies = filed(example(SourceVerdict::Silent));

    CHECK(count_of(tallies, "paper.pending") == 1);
    CHECK(count_of(tallies, "fully_replaced") == 0);
    CHECK(count_of(tallies, "part_replaced") == 1);
}

TEST_CASE("a refused consent and a dispute are counted", "[domain]") {
    Dossier dossier = example(SourceVerdict::Held);
    dossier.disputes.emplace(ItemId("name"), Personal(std::string("Thử")));
    dossier.consent.reset();

    const Tallies tallies = filed(dossier);

    CHECK(count_of(tallies, "consent_refused") == 1);
    CHECK(count_of(tallies, "disputed") == 1);
}

TEST_CASE("what staff answer for is counted, by its reason", "[domain]") {
    Dossier dossier = example(SourceVerdict::Silent);
    dossier.exceptions[ItemId("home")] = {.reason = ExceptionReason::NoOtherAccess};
    dossier.witnessed = WitnessStatement{};

    const Tallies tallies = filed(dossier);

    CHECK(count_of(tallies, "excepted.no_other_access") == 1);
    CHECK(count_of(tallies, "witnessed") == 1);
}

TEST_CASE("a source's words are counted by what they say", "[domain]") {
    Counts counts;

    count_words(counts, SourceId("dd"), example(SourceVerdict::Stale).words);
    count_words(counts, SourceId("dd"), example(SourceVerdict::Stale).words);

    CHECK(counts.sources.at(SourceId("dd")) == Tallies{{"word.held", 2}, {"word.stale", 2}});
}

TEST_CASE("counts add up, and come back from their tree", "[domain]") {
    Counts counts;
    count_begun(counts, ProcedureCode("2.000635"));
    count_filed(counts, example(SourceVerdict::Held));
    count_words(counts, SourceId("dc"), example(SourceVerdict::Held).words);

    Counts twice = counts;
    add(twice, counts);

    CHECK(count_of(twice.procedures.at(ProcedureCode("2.000635")), "begun") == 2);
    CHECK(count_of(twice.sources.at(SourceId("dc")), "word.held") == 4);
    CHECK(parse_counts(to_tree(twice)) == twice);
}

TEST_CASE("no word of the citizen is in the counts", "[domain]") {
    Counts counts;
    Dossier dossier = example(SourceVerdict::Held);
    dossier.answers.emplace(ItemId("n"), Personal(std::string("4711")));
    count_filed(counts, dossier);
    count_words(counts, SourceId("dc"), dossier.words);

    const std::string text = to_json(to_tree(counts));

    for (const char* word : {"Nguyễn", "040200000017", "4711", "2000-01-15", "c0ffee"}) {
        CHECK_FALSE(text.contains(word));
    }
}

TEST_CASE("a damaged tree is refused", "[domain]") {
    for (const char* text :
         {R"({})", R"({"type":"motlan-counts","version":2})",
          R"({"type":"motlan-counts","version":1,"sources":{"dc":7}})",
          R"({"type":"motlan-counts","version":1,"sources":{"dc":{"word.held":-1}}})",
          R"({"type":"motlan-counts","version":1,"sources":{"dc":{"word.held":"3"}}})",
          R"({"type":"motlan-counts","version":1,"sources":{"dc":{"word.held":9999999999}}})"}) {
        INFO(text);
        CHECK(parse_counts(parse_json(text).value()).error() == Fault::RecordDamaged);
    }
}

TEST_CASE("indicators are shares of this kiosk's dossiers", "[domain]") {
    Counts counts;
    count_filed(counts, example(SourceVerdict::Held));
    count_filed(counts, example(SourceVerdict::Silent));

    const auto shares = indicators(counts);

    REQUIRE(shares.size() == 5);
    CHECK(shares[1].numerator == 2);
    CHECK(shares[2].numerator == 1);
    CHECK(shares[2].denominator == 2);
    CHECK(shares[4].numerator == 1);
    CHECK(shares[4].denominator == 1);
}

}  // namespace motlan
