#include "kiosk/domain/supplement.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/domain/examples.h"

namespace motlan {
namespace {

using examples::kPaper;
using examples::today;

const ConceptId kHouse("document.house_ownership");  // published by "dd"
const ConceptId kPlan("document.site_plan");         // published by nobody

FollowedDossier asked_for(std::vector<ConceptId> concepts) {
    DossierEvent event{.sequence = 2, .status = DossierStatus::SupplementAsked};
    for (ConceptId& each : concepts) {
        event.wishes.push_back({.about = std::move(each), .words = "Bổ sung", .legal_basis = ""});
    }
    return {.code = "H41-261123-0001",
            .procedure = "9.000001",
            .events = {{.sequence = 1, .status = DossierStatus::Accepted}, std::move(event)}};
}

struct Case {
    SourceRegister sources = examples::sources();
    SourceWords words;
    std::optional<Profile> profile;

    [[nodiscard]] std::vector<CheckedWish> of(const FollowedDossier& dossier,
                                              const Procedure* procedure = nullptr) const {
        return check_wishes(dossier, {procedure, sources, today()}, {words, profile, {}, {}, {}});
    }
    void say(SourceVerdict verdict) {
        words[kHouse] = {.verdict = verdict, .source = SourceId("dd")};
    }
};

}  // namespace

TEST_CASE("a paper that a source holds is never needed from the citizen", "[domain]") {
    Case made;
    made.say(SourceVerdict::Held);

    const auto found = made.of(asked_for({kHouse}));

    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].obtained.is_asked());
    CHECK(found[0].obtained.from == Provenance::Source);
    CHECK(found[0].obtained.source == SourceId("dd"));
    CHECK_FALSE(found[0].is_source_unasked);
}

TEST_CASE("before its source was asked, a published paper is needed from nobody", "[domain]") {
    const Case made;

    const auto found = made.of(asked_for({kHouse, kPlan}));
    const auto queries = supplement_queries(asked_for({kHouse, kPlan}), made.sources, today());

    REQUIRE(found.size() == 2);
    CHECK(found[0].obtained.from == Provenance::Pending);
    CHECK(found[0].is_source_unasked);
    CHECK(queries == std::map<SourceId, std::vector<ConceptId>>{{SourceId("dd"), {kHouse}}});
    CHECK(found[1].obtained.asked_because == AskReason::NotPublished);
    CHECK_FALSE(found[1].is_source_unasked);
}

TEST_CASE("what the source has not got is needed, an outage is the office's", "[domain]") {
    Case made;
    for (const auto verdict : {SourceVerdict::NotFound, SourceVerdict::Incomplete}) {
        made.say(verdict);
        CHECK(made.of(asked_for({kHouse}))[0].obtained.is_asked());
    }
    for (const auto verdict : {SourceVerdict::Silent, SourceVerdict::Forged, SourceVerdict::Stale,
                               SourceVerdict::Contradictory}) {
        made.say(verdict);
        const CheckedWish found = made.of(asked_for({kHouse}))[0];
        CHECK(found.obtained.from == Provenance::Pending);
        CHECK_FALSE(found.is_source_unasked);
    }
}

TEST_CASE("what stands on the card just shown is not asked for", "[domain]") {
    Case made;
    made.profile = examples::profile();

    const auto found = made.of(asked_for({ConceptId("person.birth_date")}));

    CHECK(found[0].obtained.from == Provenance::CardQr);
}

TEST_CASE("what was handed in or asked for before is told", "[domain]") {
    const Case made;
    const Procedure filed = examples::procedure(
        examples::item("plan", kPlan.value(), kPaper) +
        examples::item("kind", "will.kind", examples::kChoice) +
        examples::item("photo", "document.photo",
                       std::string(kPaper) + "\nwhen = { item = \"kind\", is = \"yes\" }"));
    FollowedDossier dossier = asked_for({kPlan, ConceptId("document.photo")});
    dossier.events.front() = asked_for({kPlan}).events.back();

    const auto found = made.of(dossier, &filed);

    CHECK(found[0].is_in_dossier);
    CHECK(found[0].was_asked_before);
    CHECK_FALSE(found[1].is_in_dossier);
    CHECK_FALSE(found[1].was_asked_before);
}

TEST_CASE("a dossier that has moved on asks for nothing", "[domain]") {
    const Case made;
    FollowedDossier dossier = asked_for({kHouse});
    dossier.events.push_back({.sequence = 3, .status = DossierStatus::InWork});

    CHECK(made.of(dossier).empty());
    CHECK(supplement_queries(dossier, made.sources, today()).empty());
}

TEST_CASE("a concept that is asked for twice is decided once", "[domain]") {
    const Case made;

    const auto found = made.of(asked_for({kPlan, kPlan}));

    REQUIRE(found.size() == 2);
    CHECK(found[0].obtained.is_asked());
    CHECK(found[1].obtained.is_asked());
}

}  // namespace motlan
