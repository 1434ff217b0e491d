// "A or B" as an author writes it, and which way a plan takes.
#include <string>
#include <string_view>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/acquisition.h"
#include "tests/domain/examples.h"

namespace motlan {
namespace {

using examples::item;

constexpr std::string_view kProof = R"([[alternative]]
id = "proof"
label = { vi = "Chứng minh", en = "Proof" }
basis = { document = "Luật mẫu", verified = true }
ways = [["lease"], ["home"], ["witness", "where"]]
)";

/// A paper, another one that the land database should hold, or a choice with a text.
std::string items() {
    return item("lease", "document.lease", examples::kPaper) +
           item("home", "document.house_ownership",
                std::string(examples::kPaper) + std::string(examples::kFallback)) +
           item("witness", "will.witness", examples::kChoice) +
           item("where", "will.where", examples::kText);
}

std::string told(std::string_view from, std::string_view to) {
    std::string text = std::string(examples::kHead) + items() + std::string(kProof);
    const std::size_t at = text.rfind(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    const auto read = examples::read(text);
    return read ? "it loads" : to_text(read.error());
}

SourceWords land(SourceVerdict verdict) {
    SourceWords words;
    words[ConceptId("document.house_ownership")] = {.verdict = verdict, .source = SourceId("dd")};
    return words;
}

AcquisitionPlan planned(SourceVerdict verdict, const Ways& wished = {}) {
    const Procedure procedure = examples::procedure(items() + std::string(kProof));
    return plan(procedure, examples::sources(), examples::today(),
                {land(verdict), examples::profile(), {}, {}, wished});
}

}  // namespace

TEST_CASE("the way that a source already gives is taken and nothing is asked", "[domain]") {
    const auto made = planned(SourceVerdict::Held);

    REQUIRE(made.items.size() == 1);
    CHECK(made.items[0].item == ItemId("home"));
    CHECK(made.ways.at(AlternativeId("proof")) == 1);
}

TEST_CASE("what may wait for the office asks less than a question", "[domain]") {
    CHECK(planned(SourceVerdict::Silent).items.at(0).from == Provenance::Pending);
}

TEST_CASE("questions are asked rather than a paper", "[domain]") {
    const auto made = planned(SourceVerdict::NotFound);

    REQUIRE(made.items.size() == 2);
    CHECK(made.items[0].item == ItemId("witness"));
    CHECK(made.items[1].item == ItemId("where"));
}

TEST_CASE("the citizen may wish another way", "[domain]") {
    const auto made = planned(SourceVerdict::NotFound, {{AlternativeId("proof"), 0}});

    REQUIRE(made.items.size() == 1);
    CHECK(made.items[0].item == ItemId("lease"));
    CHECK(made.items[0].is_asked());
    CHECK(made.ways.at(AlternativeId("proof")) == 0);
}

TEST_CASE("a wish for a way that is not there counts for nothing", "[domain]") {
    CHECK(planned(SourceVerdict::NotFound, {{AlternativeId("proof"), 9}}).items.size() == 2);
}

TEST_CASE("an alternative that is not needed asks for none of its ways", "[domain]") {
    const std::string young = std::string(kProof) + "when = { age_below = 18 }\n";
    const Procedure procedure = examples::procedure(items() + young);
    const auto grown = plan(procedure, examples::sources(), examples::today(),
                            {{}, examples::profile(), {}, {}, {}});
    const auto unknown =
        plan(procedure, examples::sources(), examples::today(), {{}, std::nullopt, {}, {}, {}});

    CHECK(grown.items.empty());
    CHECK(grown.undecided.empty());
    CHECK(unknown.items.empty());
    CHECK(unknown.undecided == std::vector{ItemId("home")});
}

TEST_CASE("each fault of an alternative is told with its place", "[domain]") {
    CHECK(told("[\"lease\"]", "[\"rent\"]") ==
          "p.toml:44: alternative[0].ways[0]: there is no item rent");
    CHECK(told("[\"lease\"]", "[]") ==
          "p.toml:44: alternative[0].ways[0]: a list of items is needed here");
    CHECK(told("[\"lease\"], [\"home\"], ", "") ==
          "p.toml:44: alternative[0].ways: two to eight ways are needed");
    CHECK(told("id = \"proof\"", "id = \"\"") == "p.toml:41: alternative[0].id: the text is empty");
    CHECK(told("basis = { document = \"Luật mẫu\", verified = true }\nways", "ways") ==
          "p.toml:40: alternative[0].basis: nothing may be asked without a legal basis");
    CHECK(told("ways =", "when = { sex = \"x\" }\nways =") ==
          "p.toml:44: alternative[0].when.sex: male or female is needed here");
    CHECK(told("ways =", "when = { item = \"none\", is = \"x\" }\nways =") ==
          "p.toml:44: alternative[0].when: there is no item none before this one");
    CHECK(told("[[alternative]]", std::string(kProof) + "[[alternative]]") ==
          "p.toml:45: alternative[1]: this alternative is listed twice");
}

TEST_CASE("nothing outside a way depends on what may not be taken", "[domain]") {
    const std::string head(examples::kHead);
    const std::string when = "when = { item = \"witness\", is = \"yes\" }";
    const auto within =
        examples::read(head + item("lease", "document.lease", examples::kPaper) +
                       item("witness", "will.witness", examples::kChoice) +
                       item("home", "document.house_ownership") +
                       item("where", "will.where", std::string(examples::kText) + "\n" + when) +
                       std::string(kProof));
    const auto outside = examples::read(
        head + items() + item("more", "will.more", std::string(examples::kText) + "\n" + when) +
        std::string(kProof));

    CHECK(within.has_value());
    CHECK(outside.error().reason ==
          "item more depends on witness, which is only one way of several");
}

}  // namespace motlan
