// A slice of what the bench of papers (tests/bench/page_judged.cpp) measures on many more: each
// flaw of a picture is named, and of good pages nothing is said. The floor lies below the rates of
// the full run.
#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "kiosk/imaging/prepared_page.h"
#include "tests/bench/page_flaws.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr std::uint64_t kSeed = 5'000'000;
constexpr int kPictures = 3;

std::vector<Fault> faults_of(const FlawedPage& drawn) {
    auto page = prepare_page(drawn.picture.view(), drawn.options);
    return page ? std::move(page->report.faults) : std::vector{page.error()};
}

int named_of(Flaw flaw) {
    int named = 0;
    for (std::uint64_t seed = kSeed; seed < kSeed + kPictures; ++seed) {
        const FlawedPage drawn = draw_flawed(flaw, seed);
        named += std::ranges::contains(faults_of(drawn), drawn.fault) ? 1 : 0;
    }
    return named;
}

}  // namespace

TEST_CASE("what is wrong with the picture of a page is named", "[imaging]") {
    const auto flaw = static_cast<Flaw>(GENERATE(range(1, kFlaws)));

    CAPTURE(name(flaw));
    CHECK(named_of(flaw) >= kPictures - 1);
}

TEST_CASE("a flaw is named where it is hard to tell from another", "[imaging]") {
    struct Row {
        std::string_view where;
        Flaw flaw;
        std::uint64_t seed;
    };
    const Row row = GENERATE(Row{"a reflection on paper that is nearly white", Flaw::Glare, 71006},
                             Row{"a sheet of 4 % of the picture", Flaw::Far, 71000},
                             Row{"lines so small that they run together", Flaw::SmallText, 50012},
                             Row{"letters too fine to be black", Flaw::SmallText, 50011},
                             Row{"out of focus in a strong shadow", Flaw::Blur, 93003},
                             Row{"lines that all lean a little", Flaw::NoWayUp, 50009});
    const FlawedPage drawn = draw_flawed(row.flaw, row.seed);

    CAPTURE(row.where);
    CHECK(std::ranges::contains(faults_of(drawn), drawn.fault));
}

TEST_CASE("bright light on a part of the page is no reflection", "[imaging]") {
    CHECK(faults_of(draw_flawed(Flaw::None, 50036)).empty());
}

TEST_CASE("nothing is said of a good page, on the glass or on a desk", "[imaging]") {
    const std::uint64_t seed = GENERATE(range(kSeed, kSeed + 6));

    CAPTURE(seed);
    CHECK(faults_of(draw_flawed(Flaw::None, seed)).empty());
}
