// Who has published what, by which act, from when.
#include <string>
#include <utility>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "tests/domain/examples.h"

namespace motlan {
namespace {

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string changed(text);
    const std::size_t at = changed.find(from);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, from.size(), to);
}

Problem problem_of(const std::string& text) {
    const auto known = SourceRegister::parse(parse_toml(text, "s.toml").value(), "s.toml");
    REQUIRE_FALSE(known.has_value());
    return known.error();
}

}  // namespace

TEST_CASE("a concept has the source that published it", "[domain]") {
    const SourceRegister known = examples::sources();

    const Source* source = known.publisher_of(ConceptId("person.full_name"), examples::today());
    REQUIRE(source != nullptr);
    CHECK(source->id == SourceId("dc"));
    CHECK(known.publisher_of(ConceptId("person.shoe_size"), examples::today()) == nullptr);
}

TEST_CASE("a publication counts from its day on", "[domain]") {
    const SourceRegister known = examples::sources();
    const ConceptId concept_id("person.ethnicity");

    CHECK(known.publisher_of(concept_id, CivilDate::make(2026, 12, 31).value()) == nullptr);
    CHECK(known.publisher_of(concept_id, CivilDate::make(2027, 1, 1).value()) != nullptr);
}

TEST_CASE("where a source corrects its data is told as surely as it is known", "[domain]") {
    const std::string with = replaced(
        examples::kSources, "id = \"dc\"\n",
        "id = \"dc\"\ncorrection = { place = { vi = \"công an xã\", en = \"the police\" }, "
        "verified = false }\n");
    const auto known = SourceRegister::parse(parse_toml(with, "s.toml").value(), "s.toml");

    REQUIRE(known.has_value());
    const auto& correction = known->find(SourceId("dc"))->correction;
    REQUIRE(correction.has_value());
    CHECK(correction->place.vi == "công an xã");
    CHECK_FALSE(correction->verified);
    CHECK_FALSE(known->find(SourceId("dd"))->correction.has_value());
    CHECK(to_text(problem_of(replaced(with, ", verified = false }\n", " }\n"))) ==
          "s.toml:4: source[0].correction.verified: this key is missing");
}

TEST_CASE("each single fault of the register is told with its place", "[domain]") {
    const std::vector<std::pair<std::pair<const char*, const char*>, Problem>> cases{
        {{"id = \"dc\"", "id = \"\""}, {"s.toml", 3, "source[0].id", "the text is empty"}},
        {{"id = \"dd\"", "id = \"dc\""},
         {"s.toml", 10, "source[1].id", "this source is listed twice"}},
        {{"from = \"2026-01-01\"", "from = \"1.1.2026\""},
         {"s.toml", 6, "source[0].publishes[0].from", "a date is needed here: \"2026-01-01\""}},
        {{"act = \"Nghị quyết 66.7/2025/NQ-CP\", ", ""},
         {"s.toml", 6, "source[0].publishes[0].act", "this key is missing"}},
        {{"act = \"Quyết định 9\"", "act = \"\""},
         {"s.toml", 8, "source[0].publishes[2].act", "the text is empty"}},
        {{"person.residence", "person.full_name"},
         {"s.toml", 7, "source[0].publishes[1]", "this concept is listed twice"}},
        {{", en = \"Land\"", ""}, {"s.toml", 12, "source[1].name.en", "this key is missing"}},
        {{"verified = true", "verified = true, note = 1"},
         {"s.toml", 6, "source[0].publishes[0].note", "this key is not known"}},
    };

    for (const auto& [change, problem] : cases) {
        INFO(change.first);
        CHECK(to_text(problem_of(replaced(examples::kSources, change.first, change.second))) ==
              to_text(problem));
    }
}

}  // namespace motlan
