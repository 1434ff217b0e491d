// Procedures as an author writes them: what loads, and how each single fault is told.
#include <string>
#include <string_view>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "tests/domain/examples.h"

namespace motlan {
namespace {

using examples::item;

/// A procedure with one item of each kind: lines 1-9 are its head, each item takes six or seven.
std::string whole() {
    return std::string(examples::kHead) + item("name", "person.full_name") +
           item("copies", "will.copies", examples::kNumber) +
           item("reason", "will.reason", examples::kChoice) +
           item("where", "will.where", examples::kText) +
           item("lease", "document.lease", examples::kPaper);
}

struct Change {
    std::string_view from;
    std::string_view to;
    std::string_view problem;
};

std::string told(const Change& change, std::string text = whole()) {
    const std::size_t at = text.find(change.from);
    REQUIRE(at != std::string::npos);
    text.replace(at, change.from.size(), change.to);
    const auto read = examples::read(text);
    return read ? "it loads" : to_text(read.error());
}

void check_all(const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        INFO(change.from << " -> " << change.to);
        CHECK(told(change) == change.problem);
    }
}

}  // namespace

TEST_CASE("a whole procedure loads as it is written", "[domain]") {
    const auto read = examples::read(whole());

    REQUIRE(read.has_value());
    CHECK(read->code == ProcedureCode("9.000001"));
    CHECK(read->items.size() == 5);
    CHECK(read->find(ItemId("copies")) == &read->items[1]);
    CHECK(read->find(ItemId("none")) == nullptr);
    const auto& number =
        std::get<NumberQuestion>(std::get<Question>(read->items[1].otherwise).kind);
    CHECK((number.least == 1 && number.most == 9 && number.usual == 2));
    CHECK(std::get<Paper>(read->items[4].otherwise).most_pages == 2);
}

TEST_CASE("a procedure that is suspended says why and where to go", "[domain]") {
    const std::string reason = "reason = { vi = \"Chờ hướng dẫn.\", en = \"Awaiting rules.\" }\n";
    const std::string instead = "instead = { vi = \"Mời đến quầy.\", en = \"At the counter.\" }\n";
    const auto read = examples::read(whole() + "\n[suspended]\n" + reason + instead);
    const auto without = examples::read(whole() + "\n[suspended]\n" + reason);

    REQUIRE(read.has_value());
    REQUIRE(read->suspended.has_value());
    CHECK(read->suspended->reason.en == "Awaiting rules.");
    CHECK(read->suspended->instead.vi == "Mời đến quầy.");
    REQUIRE_FALSE(without.has_value());
    CHECK(without.error().key == "suspended.instead");
    CHECK_FALSE(examples::read(whole())->suspended.has_value());
}

TEST_CASE("a fault in the head is told with its place", "[domain]") {
    check_all({
        {"code = \"9.000001\"", "code = \"9.1\"",
         "p.toml:1: code: a national code is needed: \"2.000635\""},
        {"code = \"9.000001\"", "code = \"9.000001x\"",
         "p.toml:1: code: a national code is needed: \"2.000635\""},
        {"version = 1", "version = 0",
         "p.toml:2: version: a whole number from 1 to 1000000 is needed here"},
        {"version = 1", "version = \"1\"",
         "p.toml:2: version: a whole number from 1 to 1000000 is needed here"},
        {"vi = \"Thủ tục mẫu\", ", "", "p.toml:3: name.vi: this key is missing"},
        {"vi = \"Thủ tục mẫu\"", "vi = \"\"", "p.toml:3: name.vi: the text is empty"},
        {"Thủ tục mẫu", "Thu\u0309 tục", "p.toml:3: name.vi: write the text in NFC"},
        {"\"Example\" }\nshort", "\"Example\", fr = \"a\" }\nshort",
         "p.toml:3: name.fr: this key is not known"},
        {"\"Mẫu\"", "\"Một hai ba bốn năm sáu bảy\"", "p.toml:4: short_name: at most six words"},
        {"minutes = 3", "minutes = 61",
         "p.toml:7: minutes: a whole number from 1 to 60 is needed here"},
        {"minutes = 3\n", "", "p.toml:1: minutes: this key is missing"},
        {"minutes = 3", "minutes = 3\nprice = 1", "p.toml:8: price: this key is not known"},
        {"[{ document = \"Luật mẫu\", verified = true }]", "[]",
         "p.toml:8: basis: a procedure needs a legal basis"},
        {"{ document = \"Luật mẫu\", verified = true }]", "{ document = \"Luật mẫu\" }]",
         "p.toml:8: basis[0].verified: this key is missing"},
        {"dong = 0", "dong = -1",
         "p.toml:9: fee.dong: a whole number from 0 to 100000000 is needed here"},
        {"dong = 0", "dong = 5, per = \"pages\"",
         "p.toml:9: fee.per: the fee counts an item that is not listed"},
        {"dong = 0", "dong = 5, per = \"where\"",
         "p.toml:9: fee.per: the fee counts an item that is no number"},
        {"dong = 0", "per = \"copies\"", "p.toml:9: fee.per: there is no sum to multiply"},
        {", basis = { document = \"Thông tư mẫu\", verified = true }", "",
         "p.toml:9: fee.basis: nothing may be asked without a legal basis"},
    });
}

TEST_CASE("a fee per number item and a fee that only the province knows load", "[domain]") {
    CHECK(told({"dong = 0", "dong = 8000, per = \"copies\"", ""}) == "it loads");
    CHECK(told({"dong = 0, ", "", ""}) == "it loads");
}

TEST_CASE("a fault in an item is told with its line, its item and the reason", "[domain]") {
    check_all({
        {"id = \"name\"", "id = \"Name\"",
         "p.toml:11: item[0].id: write the name in small letters, digits and _"},
        {"id = \"copies\"", "id = \"name\"", "p.toml:17: item[1].id: this item is listed twice"},
        {"id = \"copies\"\n", "", "p.toml:17: item[1].id: this key is missing"},
        {"person.full_name", "name",
         "p.toml:12: item[0].concept: a concept reads like \"person.full_name\""},
        {"person.full_name", "person.",
         "p.toml:12: item[0].concept: a concept reads like \"person.full_name\""},
        {"person.full_name", "will.name",
         "p.toml:12: item[0].concept: only the citizen knows this: a question is needed"},
        {"why = { vi = \"Vì\", en = \"Why\" }\n", "",
         "p.toml:10: item[0].why: both languages are needed: { vi = \"…\", en = \"…\" }"},
        {"document.lease", "lease.paper",
         "p.toml:40: item[4].concept: a paper is a concept of the kind \"document.…\""},
        {"most_pages = 2", "most_pages = 0",
         "p.toml:44: item[4].paper.most_pages: a whole number from 1 to 50 is needed here"},
        {"paper = {", "colour = 1\npaper = {", "p.toml:44: item[4].colour: this key is not known"},
    });
}

TEST_CASE("an item without a legal basis does not load", "[domain]") {
    std::string text = std::string(examples::kHead) + item("name", "person.full_name");
    const std::string basis = "basis = { document = \"Luật mẫu\", verified = true }\n";
    text.erase(text.rfind(basis), basis.size());

    CHECK(to_text(examples::read(text).error()) ==
          "p.toml:10: item[0].basis: nothing may be asked without a legal basis");
}

TEST_CASE("an answer is read from a paper of the same procedure only", "[domain]") {
    const std::string text = std::string(examples::kHead) +
                             item("whose", "will.whose", examples::kTextOnPaper) +
                             item("paper", "document.lease", examples::kPaper);
    const auto problem = [&](std::string_view from, std::string_view to) {
        return told({from, to, ""}, text);
    };
    CHECK(problem("CCCD", "Số") ==
          "p.toml:16: item[0].question.on_paper.after: a label has 3 to 60 letters");
    CHECK(problem("CCCD", "CCCD") == "it loads");
    CHECK(problem("[\"CCCD\"]", "[]") ==
          "p.toml:16: item[0].question.on_paper.after: at least one label is needed");
    CHECK(problem("person_number", "colour") ==
          "p.toml:16: item[0].question.on_paper.shape: person_number, date or name is needed");
    CHECK(problem("longest_text = 20", "kind = \"unit\"") ==
          "p.toml:16: item[0].question.on_paper: the answer has no such shape");
    CHECK(problem("paper = \"paper\"", "paper = \"whose\"") ==
          "p.toml:10: item: item whose is read from whose, which is no paper");
}

TEST_CASE("a fault in a question is told with its place", "[domain]") {
    check_all({
        {"least = 1", "least = 3",
         "p.toml:23: item[1].question.number.usual: least, usual and most are not in order"},
        {"{ value = \"no\", label = { vi = \"Không\", en = \"No\" } }", "",
         "p.toml:30: item[2].question.choices: two to six choices are needed"},
        {"value = \"no\"", "value = \"yes\"",
         "p.toml:30: item[2].question.choices[1]: this choice is listed twice"},
        {"value = \"no\"", "value = \"Không\"",
         "p.toml:30: item[2].question.choices[1].value: write the value in small letters, digits "
         "and _"},
        {", longest_text = 20", "",
         "p.toml:37: item[3].question.text: exactly one of choices, number, longest_text and "
         "kind is needed"},
        {", longest_text = 20", ", kind = \"unit\"", "it loads"},
        {", longest_text = 20", ", kind = \"date\"",
         "p.toml:37: item[3].question.kind: \"unit\" or \"person_number\" is needed"},
        {"longest_text = 20", "longest_text = 20, kind = \"unit\"",
         "p.toml:37: item[3].question.text: exactly one of choices, number, longest_text and "
         "kind is needed"},
        {"longest_text = 20", "longest_text = 501",
         "p.toml:37: item[3].question.longest_text: a whole number from 1 to 500 is needed here"},
        {"{ vi = \"Gì?\", en = \"What?\" }", "\"Gì?\"",
         "p.toml:37: item[3].question.text: a table is needed here"},
        {"longest_text = 20 }", "longest_text = 20 }\npaper = { how = { vi = \"a\", en = \"b\" } }",
         "p.toml:38: item[3].paper: an item is a question or a paper, not both"},
    });
}

TEST_CASE("asking for what is published does not load without the law that allows it", "[domain]") {
    const std::string head(examples::kHead);

    CHECK(
        to_text(examples::read(head + item("home", "person.residence", examples::kText)).error()) ==
        "p.toml:12: item[0].concept: asks for what source dc has published "
        "(Nghị quyết 66.7/2025/NQ-CP, from 2026-01-01)");
    CHECK(to_text(examples::read(head + item("home", "document.house_ownership", examples::kPaper))
                      .error()) ==
          "p.toml:12: item[0].concept: asks for what source dd has published "
          "(Nghị định 154/2024/NĐ-CP, from 2025-01-10)");
}

TEST_CASE("asking for what is published loads with the law that allows it", "[domain]") {
    const std::string head(examples::kHead);
    const std::string law(examples::kFallback);
    const std::string paper =
        item("home", "document.house_ownership", std::string(examples::kPaper) + law);
    const auto read = examples::read(head + paper);

    REQUIRE(read.has_value());
    CHECK(read->items[0].fallback_law == "Nghị định mẫu");
    CHECK(to_text(
              examples::read(head + item("home", "document.house_ownership",
                                         std::string(examples::kPaper) + "\nfallback_law = \"\"\n"))
                  .error()) == "p.toml:17: item[0].fallback_law: the text is empty");
}

TEST_CASE("what will be published later may be asked until then", "[domain]") {
    const std::string text =
        std::string(examples::kHead) + item("people", "person.ethnicity", examples::kText);
    const auto on = [&](int year) {
        return parse_procedure(parse_toml(text, "p.toml").value(), "p.toml", examples::sources(),
                               CivilDate::make(year, 1, 1).value())
            .has_value();
    };

    CHECK(on(2026));
    CHECK_FALSE(on(2027));
}

}  // namespace motlan
