// The catalogue that is shipped: it loads, says what it must in few words, and asks little.
#include <algorithm>
#include <ranges>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/units.h"
#include "tests/domain/shipped.h"

namespace motlan {
namespace {

using examples::shipped_procedures;
using examples::shipped_sources;

std::ptrdiff_t words_in(std::string_view text) {
    return std::ranges::count_if(text | std::views::split(' '),
                                 [](const auto& word) { return !word.empty(); });
}

/// The longest sentence of a text, in words.
std::ptrdiff_t longest_sentence(const std::string& text) {
    std::ptrdiff_t longest = 0;
    for (const auto sentence : text | std::views::split(std::string_view(". "))) {
        longest = std::max(longest, words_in(std::string_view(sentence)));
    }
    return longest;
}

}  // namespace

TEST_CASE("all seventeen procedures load, each named after its code", "[domain]") {
    const auto files = examples::shipped_files("config/procedures");
    const auto procedures = shipped_procedures();

    REQUIRE(procedures.size() == 17);
    for (std::size_t i = 0; i < files.size(); ++i) {
        CHECK(files[i] == procedures[i].code.value() + ".toml");
    }
    CHECK_FALSE(find_overlap(procedures));
}

TEST_CASE("every procedure has a place of its own in the list, an office and a term", "[domain]") {
    std::set<int> ranks;
    for (const Procedure& procedure : shipped_procedures()) {
        INFO(procedure.code.value());
        CHECK(ranks.insert(procedure.rank).second);
        CHECK(procedure.rank < kLastRank);
        CHECK_FALSE(procedure.authorities.empty());
        CHECK_FALSE(procedure.keywords.empty());
        CHECK(procedure.term.has_value());
    }
}

TEST_CASE("a term that is only recalled is never promised", "[domain]") {
    for (const Procedure& procedure : shipped_procedures()) {
        INFO(procedure.code.value());
        CHECK((procedure.term->basis.verified || procedure.time_limit.vi.starts_with("Khoảng")));
    }
}

TEST_CASE("a sum that is only recalled is never shown", "[domain]") {
    for (const Procedure& procedure : shipped_procedures()) {
        INFO(procedure.code.value());
        CHECK((procedure.fee.basis.verified || !procedure.fee.dong));
    }
}

// ux 9: at most 12 words a sentence; ux 4: a choice has one to five words.
TEST_CASE("questions, reasons and choices keep to the limits of their screens", "[domain]") {
    for (const Procedure& procedure : shipped_procedures()) {
        for (const Item& item : procedure.items) {
            INFO(procedure.code.value() << " " << item.id.value());
            CHECK(longest_sentence(item.why.vi) <= 12);
            CHECK(words_in(item.why.vi) <= 45);
            CHECK(words_in(item.label.vi) <= 9);
            const auto* question = std::get_if<Question>(&item.otherwise);
            if (question == nullptr) continue;
            CHECK(longest_sentence(question->text.vi) <= 12);
            CHECK(longest_sentence(question->text.en) <= 12);
            const auto* choices = std::get_if<ChoiceQuestion>(&question->kind);
            if (choices == nullptr) continue;
            for (const Choice& each : choices->choices) {
                INFO(each.label.vi);
                CHECK(words_in(each.label.vi) <= 6);
                CHECK(words_in(each.label.en) <= 6);
            }
        }
    }
}

TEST_CASE("nothing personal is ever typed that a source could hold", "[domain]") {
    for (const Procedure& procedure : shipped_procedures()) {
        for (const Item& item : procedure.items) {
            INFO(procedure.code.value() << " " << item.id.value());
            const QuestionKind* kind = kind_of(item);
            const bool is_typed =
                kind != nullptr && (std::holds_alternative<TextQuestion>(*kind) ||
                                    std::holds_alternative<PersonNumberQuestion>(*kind));
            CHECK((!is_typed || is_own_will(item.concept_id)));
        }
    }
}

TEST_CASE("every source publishes something that a procedure needs", "[domain]") {
    const SourceRegister known = shipped_sources();
    std::set<SourceId> needed;
    for (const Procedure& procedure : shipped_procedures()) {
        for (const auto& [source, concepts] : needed_queries(procedure, known, examples::today())) {
            needed.insert(source);
        }
    }

    for (const Source& source : known.all()) {
        INFO(source.id.value());
        CHECK(needed.contains(source.id));
        CHECK(std::ranges::none_of(source.publications, &Publication::verified));
    }
}

TEST_CASE("Nghệ An has 11 wards and 119 communes, and nothing is guessed by name", "[domain]") {
    const auto known = Units::parse(examples::read_shipped("config/units.toml"), "units.toml");
    if (!known) FAIL(to_text(known.error()));

    const Region* nghe_an = known->find(RegionCode("40"));
    REQUIRE(nghe_an != nullptr);
    CHECK(known->regions().size() == 34);
    CHECK(std::ranges::count_if(known->regions(), &Region::is_city) == 6);
    CHECK(nghe_an->units.size() == 130);
    CHECK(std::ranges::count(nghe_an->units, UnitKind::Ward, &Unit::kind) == 11);
    CHECK(known->find(UnitCode("17971")).full_name() == "xã Kim Liên, tỉnh Nghệ An");
    CHECK(known->find(UnitCode("16681")).full_name() == "phường Thành Vinh, tỉnh Nghệ An");
}

TEST_CASE("the year's holidays and the days that make up for them are known", "[domain]") {
    const auto known =
        Holidays::parse(examples::read_shipped("config/holidays.toml"), "holidays.toml");
    if (!known) FAIL(to_text(known.error()));
    const auto works = [&](const char* day) {
        return known->is_working(CivilDate::parse_iso(day)->day());
    };

    CHECK(works("2026-04-27") == false);
    CHECK(works("2026-11-24") == false);
    CHECK(works("2026-11-23") == true);
    CHECK(works("2026-08-22") == true);
    CHECK(works("2027-01-04") == std::nullopt);
}

}  // namespace motlan
