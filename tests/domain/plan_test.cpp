// Plans with conditions, disputes and everything else that a visit knows.
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/acquisition.h"
#include "tests/domain/examples.h"

namespace motlan {
namespace {

using examples::item;

constexpr std::string_view kYoung = "040212000033||Lê Văn Nhỏ|21112014|Nam|Vinh|02082024";

/// A choice, a text that is needed only after "yes", and what only a child needs.
Procedure branching() {
    return examples::procedure(
        item("reason", "will.reason", examples::kChoice) +
        item("detail", "will.detail",
             std::string(examples::kText) + "\nwhen = { item = \"reason\", is = \"yes\" }") +
        item("parent", "will.parent",
             std::string(examples::kText) + "\nwhen = { age_below = 14 }") +
        item("house", "document.house_ownership", "when = { age_at_least = 18 }"));
}

AcquisitionPlan planned(const Procedure& procedure, const Answers& answers,
                        const std::optional<Profile>& profile, const Disputes& disputes = {},
                        const SourceWords& words = {}) {
    return plan(procedure, examples::sources(), examples::today(),
                {words, profile, answers, disputes, {}});
}

Answers said(const char* item_id, const char* value) {
    return {{ItemId(item_id), Personal(std::string(value))}};
}

SourceWords held_name() {
    SourceWords words;
    words[ConceptId("person.full_name")] = {.verdict = SourceVerdict::Held,
                                            .source = SourceId("dc"),
                                            .value = Personal(std::string("Nguyễn Văn Thứ"))};
    return words;
}

}  // namespace

TEST_CASE("what depends on an open question is neither asked nor forgotten", "[domain]") {
    const auto made = planned(branching(), {}, examples::profile());

    CHECK(made.find(ItemId("detail")) == nullptr);
    CHECK(made.undecided == std::vector{ItemId("detail")});
}

TEST_CASE("an answer makes what depends on it needed, or not", "[domain]") {
    const auto yes = planned(branching(), said("reason", "yes"), examples::profile());
    const auto no = planned(branching(), said("reason", "no"), examples::profile());

    CHECK(yes.find(ItemId("detail"))->is_asked());
    CHECK(yes.undecided.empty());
    CHECK(no.find(ItemId("detail")) == nullptr);
    CHECK(no.undecided.empty());
}

TEST_CASE("age decides with the card, and is open before", "[domain]") {
    const auto grown = planned(branching(), {}, examples::profile());
    const auto child = planned(branching(), {}, examples::profile(kYoung));
    const auto expected = expected_plan(branching(), examples::sources(), examples::today());

    CHECK(grown.find(ItemId("parent")) == nullptr);
    CHECK(grown.find(ItemId("house")) != nullptr);
    CHECK(child.find(ItemId("parent")) != nullptr);
    CHECK(child.find(ItemId("house")) == nullptr);
    CHECK(expected.undecided.size() == 3);
}

TEST_CASE("no source is asked for what this person does not need", "[domain]") {
    const auto queries = [](const std::optional<Profile>& profile) {
        return needed_queries(branching(), examples::sources(), examples::today(), {profile})
            .size();
    };

    CHECK(queries(examples::profile(kYoung)) == 0);
    CHECK(queries(examples::profile()) == 1);
    CHECK(queries(std::nullopt) == 1);
}

TEST_CASE("a disputed value stays the source's where no law lets it be asked", "[domain]") {
    const Procedure procedure = examples::procedure(item("name", "person.full_name"));
    const auto made = planned(procedure, {}, examples::profile(), said("name", "sai"), held_name());

    CHECK(made.items.at(0).from == Provenance::Source);
    CHECK_FALSE(made.items.at(0).is_asked());
}

TEST_CASE("a disputed value is asked with that reason where a law names the case", "[domain]") {
    const Procedure procedure =
        examples::procedure(item("name", "person.full_name",
                                 std::string(examples::kText) + std::string(examples::kFallback)));
    const auto undisputed = planned(procedure, {}, examples::profile(), {}, held_name());
    const auto disputed =
        planned(procedure, {}, examples::profile(), said("name", "sai"), held_name());

    CHECK_FALSE(undisputed.items.at(0).is_asked());
    CHECK(disputed.items.at(0).asked_because == AskReason::Disputed);
    CHECK(disputed.items.at(0).source == SourceId("dc"));
}

TEST_CASE("a condition looks at what a source holds", "[domain]") {
    const Procedure procedure =
        examples::procedure(item("name", "person.full_name") +
                            item("why", "will.why",
                                 std::string(examples::kText) +
                                     "\nwhen = { item = \"name\", is = \"Nguyễn Văn Thứ\" }"));

    CHECK(planned(procedure, {}, std::nullopt, {}, held_name()).find(ItemId("why")) != nullptr);
    CHECK(planned(procedure, {}, std::nullopt).undecided == std::vector{ItemId("why")});
    CHECK(planned(procedure, {}, examples::profile()).find(ItemId("why")) == nullptr);
}

TEST_CASE("facts are what the plan took and nothing that it left out", "[domain]") {
    const Procedure procedure = branching();
    Answers answers = said("reason", "no");
    answers.emplace(ItemId("detail"), Personal(std::string("từ trước")));
    const auto profile = std::optional(examples::profile());
    const auto made = planned(procedure, answers, profile);

    const Facts facts =
        facts_of(procedure, made, examples::today(), {{}, profile, answers, {}, {}});

    CHECK(facts.values.at(ItemId("reason")) == "no");
    CHECK_FALSE(facts.values.contains(ItemId("detail")));
    CHECK(facts.left_out.contains(ItemId("detail")));
    CHECK(facts.age == 26);
    CHECK(facts.sex == Sex::Male);
}

}  // namespace motlan
