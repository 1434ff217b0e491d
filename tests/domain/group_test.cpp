// What is needed once for each of several.
#include <string>
#include <string_view>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/acquisition.h"
#include "tests/domain/examples.h"

namespace motlan {
namespace {

using examples::item;

std::string group_item(std::string_view id, std::string_view concept_id, std::string_view more) {
    std::string text = item(id, concept_id, more);
    text.replace(text.find("[[item]]"), 8, "[[group.item]]");
    const std::string_view label = "\"Nhãn\"";
    text.replace(text.find(label), label.size(), "\"Nhãn {n}\"");
    return text;
}

/// How many move along; for each of them whether it is a child, and of a child the name.
std::string movers(std::string_view head = "id = \"mover\"\ncount = \"count\"\n") {
    return item("count", "will.count", examples::kNumber) + "[[group]]\n" + std::string(head) +
           group_item("child", "will.child", examples::kChoice) +
           group_item(
               "name", "will.name",
               std::string(examples::kText) + "\nwhen = { item = \"child\", is = \"yes\" }") +
           item("last", "will.last", examples::kText);
}

AcquisitionPlan planned(const Procedure& procedure, const Answers& answers) {
    return plan(procedure, examples::sources(), examples::today(),
                {{}, std::nullopt, answers, {}, {}});
}

Answers said(std::initializer_list<std::pair<const char*, const char*>> all) {
    Answers answers;
    for (const auto& [id, value] : all) {
        answers.emplace(ItemId(id), Personal(std::string(value)));
    }
    return answers;
}

bool asks(const AcquisitionPlan& made, const char* id) {
    const Acquisition* got = made.find(ItemId(id));
    return got != nullptr && got->is_asked();
}

std::string told(std::string_view head) {
    const auto read = examples::read(std::string(examples::kHead) + movers(head));
    return read ? "it loads" : to_text(read.error());
}

}  // namespace

TEST_CASE("a group stands behind what counts it, once for each", "[domain]") {
    const Procedure procedure = examples::procedure(movers());

    REQUIRE(procedure.items.size() == 1 + 9 * 2 + 1);
    CHECK(procedure.items[1].id == ItemId("mover_1_child"));
    CHECK(procedure.items[4].id == ItemId("mover_2_name"));
    CHECK(procedure.items[4].label.vi == "Nhãn 2");
    CHECK(procedure.items.back().id == ItemId("last"));
}

TEST_CASE("only as many are asked about as there are", "[domain]") {
    const Procedure procedure = examples::procedure(movers());
    const auto two = planned(procedure, said({{"count", "2"}}));

    CHECK(asks(two, "mover_1_child"));
    CHECK(asks(two, "mover_2_child"));
    CHECK_FALSE(asks(two, "mover_3_child"));
    CHECK(asks(two, "last"));
}

TEST_CASE("before the number is known, none of them is asked and none forgotten", "[domain]") {
    const auto open = planned(examples::procedure(movers()), {});

    CHECK_FALSE(asks(open, "mover_1_child"));
    CHECK(open.undecided.size() == 18);
}

TEST_CASE("a condition within a group looks at the same one", "[domain]") {
    const Procedure procedure = examples::procedure(movers());
    const auto made = planned(
        procedure, said({{"count", "2"}, {"mover_1_child", "no"}, {"mover_2_child", "yes"}}));

    CHECK_FALSE(asks(made, "mover_1_name"));
    CHECK(asks(made, "mover_2_name"));
    CHECK(made.undecided.empty());
}

TEST_CASE("each fault of a group is named", "[domain]") {
    CHECK(told("id = \"mover\"\ncount = \"nobody\"\n").contains("there is no item nobody"));
    CHECK(told("id = \"mover\"\ncount = \"last\"\n").contains("needs a number up to 12"));
    CHECK(told("id = \"\"\ncount = \"count\"\n").contains("the text is empty"));
    CHECK(told("id = \"mover\"\ncount = \"count\"\nmost = 3\n").contains("this key is not known"));
}

TEST_CASE("a group does not ask a source about other people", "[domain]") {
    std::string text = movers();
    const std::string_view will = "concept = \"will.name\"";
    text.replace(text.find(will), will.size(),
                 "fallback_law = \"Nghị định mẫu\"\nconcept = \"person.full_name\"");
    const auto read = examples::read(std::string(examples::kHead) + text);

    REQUIRE_FALSE(read);
    CHECK(to_text(read.error()).contains("a source answers about the citizen only"));
}

TEST_CASE("an item of a group may not have the name of another", "[domain]") {
    const auto read =
        examples::read(std::string(examples::kHead) +
                       item("mover_1_name", "will.other", examples::kText) + movers());

    REQUIRE_FALSE(read);
    CHECK(to_text(read.error()).contains("this item is listed twice"));
}

}  // namespace motlan
