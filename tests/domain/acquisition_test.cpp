// The rule the program exists for: every way a source can answer, against everything an item
// may allow.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/acquisition.h"
#include "tests/domain/examples.h"

namespace motlan {
namespace {

using examples::item;

enum class Kind : std::uint8_t { Question, Paper, Neither };
constexpr auto kVerdicts = {SourceVerdict::Held,         SourceVerdict::NotFound,
                            SourceVerdict::Incomplete,   SourceVerdict::Silent,
                            SourceVerdict::Forged,       SourceVerdict::Stale,
                            SourceVerdict::Contradictory};

/// One item for a paper that the land database has published.
Procedure one_item(Kind kind, bool may_be_pending) {
    std::string more = may_be_pending ? "" : "may_be_pending = false\n";
    if (kind == Kind::Question)
        more += std::string(examples::kText) + std::string(examples::kFallback);
    if (kind == Kind::Paper)
        more += std::string(examples::kPaper) + std::string(examples::kFallback);
    return examples::procedure(item("home", "document.house_ownership", more));
}

SourceWords said(const char* concept_id, SourceVerdict verdict) {
    SourceWords words;
    words[ConceptId(concept_id)] = {.verdict = verdict,
                                    .source = SourceId("dd"),
                                    .value = Personal(std::string("held:1")),
                                    .query = "0f"};
    return words;
}

Acquisition planned(const Procedure& procedure, const SourceWords& words,
                    const std::optional<Profile>& profile = examples::profile()) {
    const auto made =
        plan(procedure, examples::sources(), examples::today(), {words, profile, {}, {}, {}});
    REQUIRE(made.items.size() == 1);
    return made.items.front();
}

AskReason reason_of(SourceVerdict verdict) {
    if (verdict == SourceVerdict::NotFound) return AskReason::NotFound;
    if (verdict == SourceVerdict::Incomplete) return AskReason::Incomplete;
    return verdict == SourceVerdict::Silent ? AskReason::SourceSilent : AskReason::SourceUnusable;
}

bool is_outage(SourceVerdict verdict) {
    return verdict != SourceVerdict::Held && verdict != SourceVerdict::NotFound &&
           verdict != SourceVerdict::Incomplete;
}

}  // namespace

TEST_CASE("what a source holds is never asked", "[domain]") {
    for (const Kind kind : {Kind::Question, Kind::Paper, Kind::Neither}) {
        for (const bool may_be_pending : {true, false}) {
            const auto got = planned(one_item(kind, may_be_pending),
                                     said("document.house_ownership", SourceVerdict::Held));
            CHECK(got.from == Provenance::Source);
            CHECK_FALSE(got.is_asked());
            CHECK(got.source == SourceId("dd"));
        }
    }
}

TEST_CASE("an outage never becomes a demand where the office may look it up later", "[domain]") {
    for (const Kind kind : {Kind::Question, Kind::Paper, Kind::Neither}) {
        for (const SourceVerdict verdict : {SourceVerdict::Silent, SourceVerdict::Forged,
                                            SourceVerdict::Stale, SourceVerdict::Contradictory}) {
            const auto got =
                planned(one_item(kind, true), said("document.house_ownership", verdict));
            CHECK(got.from == Provenance::Pending);
            CHECK_FALSE(got.is_asked());
            CHECK(got.source == SourceId("dd"));
        }
    }
}

TEST_CASE("every other answer asks with the reason that it gives", "[domain]") {
    for (const Kind kind : {Kind::Question, Kind::Paper}) {
        for (const SourceVerdict verdict : kVerdicts) {
            for (const bool may_be_pending : {true, false}) {
                if (verdict == SourceVerdict::Held || (is_outage(verdict) && may_be_pending))
                    continue;
                const auto got = planned(one_item(kind, may_be_pending),
                                         said("document.house_ownership", verdict));
                CHECK(got.asked_because == reason_of(verdict));
                CHECK(got.from == (kind == Kind::Paper ? Provenance::Scan : Provenance::Citizen));
            }
        }
    }
}

TEST_CASE("what cannot be asked is left to the office, whatever the source says", "[domain]") {
    for (const SourceVerdict verdict : kVerdicts) {
        if (verdict == SourceVerdict::Held) continue;
        for (const bool may_be_pending : {true, false}) {
            const auto got = planned(one_item(Kind::Neither, may_be_pending),
                                     said("document.house_ownership", verdict));
            CHECK(got.from == Provenance::Pending);
            CHECK_FALSE(got.is_asked());
        }
    }
}

TEST_CASE("a source that has not spoken counts as silent", "[domain]") {
    CHECK(planned(one_item(Kind::Paper, true), {}).from == Provenance::Pending);
    CHECK(planned(one_item(Kind::Paper, false), {}).asked_because == AskReason::SourceSilent);
}

TEST_CASE("the card fills in what its source does not give", "[domain]") {
    const Procedure procedure = examples::procedure(item("name", "person.full_name"));

    for (const SourceVerdict verdict : kVerdicts) {
        const auto got = planned(procedure, said("person.full_name", verdict));
        CHECK(got.from ==
              (verdict == SourceVerdict::Held ? Provenance::Source : Provenance::CardQr));
        CHECK_FALSE(got.is_asked());
    }
    CHECK(planned(procedure, {}, std::nullopt).from == Provenance::Pending);
}

TEST_CASE("the card fills in what nobody has published", "[domain]") {
    const auto got = planned(examples::procedure(item("born", "person.birth_date")), {});

    CHECK(got.from == Provenance::CardQr);
    CHECK_FALSE(got.source.has_value());
}

TEST_CASE("only the citizen knows what he wants", "[domain]") {
    const auto got = planned(examples::procedure(item("n", "will.copies", examples::kNumber)), {});

    CHECK(got.asked_because == AskReason::DeclarationOfWill);
    CHECK(got.from == Provenance::Citizen);
}

TEST_CASE("what nobody has published is asked with that reason, or left to the office",
          "[domain]") {
    const auto paper = examples::procedure(item("lease", "document.lease", examples::kPaper));
    const auto neither = examples::procedure(item("lease", "document.lease"));

    CHECK(planned(paper, {}).asked_because == AskReason::NotPublished);
    CHECK(planned(neither, {}).from == Provenance::Pending);
}

TEST_CASE("before anybody is known, published sources are expected to answer", "[domain]") {
    const Procedure procedure = examples::procedure(
        item("name", "person.full_name") + item("n", "will.copies", examples::kNumber) +
        item("home", "document.house_ownership",
             std::string(examples::kPaper) + std::string(examples::kFallback)));

    const auto expected = expected_plan(procedure, examples::sources(), examples::today());

    REQUIRE(expected.items.size() == 3);
    CHECK(expected.find(ItemId("name"))->from == Provenance::Source);
    CHECK(expected.find(ItemId("home"))->from == Provenance::Source);
    CHECK(expected.find(ItemId("n"))->is_asked());
    CHECK(expected.find(ItemId("none")) == nullptr);
}

TEST_CASE("each source is asked once for each concept that the procedure needs", "[domain]") {
    const Procedure procedure = examples::procedure(
        item("name", "person.full_name") + item("again", "person.full_name") +
        item("home", "document.house_ownership") + item("n", "will.copies", examples::kNumber));

    const auto queries = needed_queries(procedure, examples::sources(), examples::today());

    REQUIRE(queries.size() == 2);
    CHECK(queries.at(SourceId("dc")) == std::vector{ConceptId("person.full_name")});
    CHECK(queries.at(SourceId("dd")) == std::vector{ConceptId("document.house_ownership")});
}

TEST_CASE("the card gives what stands on it and nothing else", "[domain]") {
    const Profile profile = examples::profile();
    const auto value = [&](const char* name) { return from_card(ConceptId(name), profile); };

    CHECK(value("person.full_name")->reveal() == "Nguyễn Văn Thử");
    CHECK(value("person.birth_date")->reveal() == "2000-01-15");
    CHECK(value("person.number")->reveal() == "040200000017");
    CHECK(value("person.sex")->reveal() == "Nam");
    CHECK(value("person.residence").has_value());
    CHECK_FALSE(value("person.ethnicity").has_value());
    CHECK_FALSE(from_card(ConceptId("person.sex"),
                          examples::profile("040200000017||A B|15012000||Vinh|15012022"))
                    .has_value());
}

}  // namespace motlan
