// Conditions: three values, every kind, and what an author can get wrong.
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/condition_reading.h"
#include "tests/domain/examples.h"

namespace motlan {
namespace {

using examples::item;

/// The condition on the last of four items: choice "reason", number "copies", text "where".
std::string with_condition(std::string_view when) {
    return std::string(examples::kHead) + item("reason", "will.reason", examples::kChoice) +
           item("copies", "will.copies", examples::kNumber) +
           item("where", "will.where", examples::kText) +
           item("name", "person.full_name", "when = " + std::string(when));
}

Condition condition(std::string_view when) {
    const auto read = examples::read(with_condition(when));
    if (!read) FAIL(to_text(read.error()));
    return *read->items.back().when;
}

std::string reason(std::string_view when) {
    const auto read = examples::read(with_condition(when));
    return read ? "it loads" : to_text(read.error());
}

Facts facts(const char* reason, const char* copies, int age, Sex sex) {
    Facts known{.values = {}, .left_out = {}, .age = age, .sex = sex};
    known.values.emplace(ItemId("reason"), reason);
    known.values.emplace(ItemId("copies"), copies);
    return known;
}

using enum Truth;

}  // namespace

TEST_CASE("each kind of condition says yes and no", "[domain]") {
    const std::vector<std::pair<const char*, Truth>> cases{
        {R"({ item = "reason", is = "yes" })", Yes},
        {R"({ item = "reason", is = "no" })", No},
        {R"({ item = "reason", is = ["no", "yes"] })", Yes},
        {R"({ item = "copies", at_least = 3 })", Yes},
        {R"({ item = "copies", at_least = 4 })", No},
        {R"({ item = "copies", at_least = 2, at_most = 3 })", Yes},
        {R"({ item = "copies", at_most = 2 })", No},
        {R"({ age_at_least = 18 })", Yes},
        {R"({ age_at_least = 27 })", No},
        {R"({ age_below = 26 })", No},
        {R"({ age_at_least = 26, age_below = 27 })", Yes},
        {R"({ sex = "male" })", Yes},
        {R"({ sex = "female" })", No},
        {R"({ not = { sex = "female" } })", Yes},
        {R"({ all = [{ sex = "male" }, { age_at_least = 18 }] })", Yes},
        {R"({ all = [{ sex = "male" }, { age_below = 18 }] })", No},
        {R"({ any = [{ sex = "female" }, { age_at_least = 18 }] })", Yes},
        {R"({ any = [{ sex = "female" }, { age_below = 18 }] })", No},
    };

    for (const auto& [text, expected] : cases) {
        INFO(text);
        CHECK(evaluate(condition(text), facts("yes", "3", 26, Sex::Male)) == expected);
        CHECK(evaluate(condition(text), Facts{}) == Unknown);
    }
}

TEST_CASE("what is not known decides nothing, and nothing it could not change", "[domain]") {
    Facts known;
    known.sex = Sex::Male;

    CHECK(evaluate(condition(R"({ any = [{ sex = "male" }, { age_below = 18 }] })"), known) == Yes);
    CHECK(evaluate(condition(R"({ any = [{ sex = "female" }, { age_below = 18 }] })"), known) ==
          Unknown);
    CHECK(evaluate(condition(R"({ all = [{ sex = "female" }, { age_below = 18 }] })"), known) ==
          No);
    CHECK(evaluate(condition(R"({ all = [{ sex = "male" }, { age_below = 18 }] })"), known) ==
          Unknown);
    CHECK(evaluate(condition(R"({ not = { age_below = 18 } })"), known) == Unknown);
}

TEST_CASE("an item that is not needed has no value", "[domain]") {
    Facts known;
    known.left_out.insert(ItemId("reason"));

    CHECK(evaluate(condition(R"({ item = "reason", is = "yes" })"), known) == No);
    CHECK(evaluate(condition(R"({ not = { item = "reason", is = "yes" } })"), known) == Yes);
}

TEST_CASE("a number that is none is in no range", "[domain]") {
    CHECK(evaluate(condition(R"({ item = "copies", at_least = 1 })"),
                   facts("yes", "3x", 1, Sex::Male)) == No);
}

TEST_CASE("each fault of a condition is told with its place", "[domain]") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"{ }",
         "p.toml:37: item[3].when: a condition says all, any, not, item, behalf, sex, age_at_least "
         "or "
         "age_below"},
        {R"({ item = "none", is = "x" })",
         "p.toml:31: item[3].when: there is no item none before this one"},
        {R"({ item = "name", is = "x" })",
         "p.toml:31: item[3].when: there is no item name before this one"},
        {R"({ item = "reason", is = "maybe" })",
         "p.toml:31: item[3].when: item reason has no choice maybe"},
        {R"({ item = "copies", is = "2" })",
         "p.toml:31: item[3].when: item copies is no choice, so it is compared with nothing"},
        {R"({ item = "where", is = "Vinh" })",
         "p.toml:31: item[3].when: item where is no choice, so it is compared with nothing"},
        {R"({ item = "where", at_least = 2 })", "p.toml:31: item[3].when: item where is no number"},
        {R"({ item = "reason" })",
         "p.toml:37: item[3].when.is: a value, at_least or at_most is needed"},
        {R"({ item = "reason", is = 3 })", "p.toml:37: item[3].when.is: a text is needed here"},
        {R"({ sex = "x" })", "p.toml:37: item[3].when.sex: male or female is needed here"},
        {R"({ all = [] })", "p.toml:37: item[3].when.all: a list of conditions is needed here"},
        {R"({ any = [{ sex = "x" }] })",
         "p.toml:37: item[3].when.any[0].sex: male or female is needed here"},
        {R"({ not = [] })", "p.toml:37: item[3].when.not: a table is needed here"},
        {R"({ sex = "male", age_below = 9 })",
         "p.toml:37: item[3].when.age_below: this key is not known"},
        {R"({ colour = "red" })",
         "p.toml:37: item[3].when: a condition says all, any, not, item, behalf, sex, age_at_least "
         "or "
         "age_below"},
    };

    for (const auto& [text, problem] : cases) {
        INFO(text);
        CHECK(reason(text) == problem);
    }
}

TEST_CASE("a condition that is never true does not load", "[domain]") {
    for (const char* text : {
             R"({ age_at_least = 18, age_below = 18 })",
             R"({ all = [{ sex = "male" }, { sex = "female" }] })",
             R"({ all = [{ item = "reason", is = "yes" }, { item = "reason", is = "no" }] })",
             R"({ all = [{ age_below = 14 }, { age_at_least = 60 }] })",
             R"({ item = "copies", at_least = 10 })",
             R"({ not = { item = "reason", is = ["yes", "no"] } })",
             R"({ all = [{ item = "copies", at_least = 5 }, { item = "copies", at_most = 4 }] })",
         }) {
        INFO(text);
        CHECK(reason(text) == "p.toml:31: item[3].when: this condition is never true");
    }
}

TEST_CASE("a condition on what may be left out can still be true", "[domain]") {
    const std::string text =
        std::string(examples::kHead) + item("reason", "will.reason", examples::kChoice) +
        item("detail", "will.detail",
             std::string(examples::kChoice) + "\nwhen = { item = \"reason\", is = \"yes\" }") +
        item("name", "person.full_name",
             "when = { not = { item = \"detail\", is = [\"yes\", \"no\"] } }");

    CHECK(examples::read(text).has_value());
}

TEST_CASE("conditions nested too deep are refused", "[domain]") {
    std::string text = R"({ sex = "male" })";
    for (int i = 0; i < 9; ++i) text = "{ not = " + text + " }";

    CHECK(reason(text).ends_with("this condition is nested too deep"));
}

}  // namespace motlan
