// A slice of the bench of papers (tests/bench/page.cpp) that guards what it has reached: few
// pictures of every kind, so the floors lie below the rates of the full run.
#include <cmath>
#include <cstdint>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/imaging/page_edges.h"
#include "kiosk/imaging/prepared_page.h"
#include "tests/bench/page_desk.h"
#include "tests/bench/page_dice.h"
#include "tests/bench/page_flaws.h"
#include "tests/bench/page_sheet.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr std::uint64_t kSeed = 4'000'000;

struct DeskRates {
    int shown = 0;
    int found = 0;
    int cut_off = 0;

    [[nodiscard]] double found_percent() const { return 100.0 * found / shown; }
    [[nodiscard]] double cut_off_percent() const { return 100.0 * cut_off / shown; }
};

// Half as fine as the bench's camera, so that the suite can bear dozens.
DeskScene scene_of(Desk desk, const Sheet& sheet, std::uint64_t seed) {
    return draw_desk(desk, sheet, seed,
                     {.width = 1000,
                      .height = 750,
                      .least_scale = 1.5,
                      .most_scale = 1.95,
                      .corner_shift = 12,
                      .noise = 3});
}

DeskRates rates_of(Desk desk, int pictures) {
    DeskRates rates;
    for (int i = 0; i < pictures; ++i, ++rates.shown) {
        const std::uint64_t seed = kSeed + static_cast<std::uint64_t>(i);
        const Sheet sheet = draw_sheet(seed, {.dpi = 60});
        const DeskScene scene = scene_of(desk, sheet, seed);
        const auto found = find_sheet(scene.picture.view());
        if (!found) continue;
        const double aspect = sheet.height_mm / sheet.width_mm;
        rates.found += best_overlap(found->corners, scene.corners, aspect) > 0.97 ? 1 : 0;
        rates.cut_off += found->is_cut_off ? 1 : 0;
    }
    return rates;
}

}  // namespace

TEST_CASE("a paper is found on every desk, and is not called cut off", "[imaging]") {
    struct Row {
        Desk desk;
        double least;
    };
    const Row row = GENERATE(Row{Desk::Dark, 100}, Row{Desk::Shadow, 100}, Row{Desk::White, 85},
                             Row{Desk::Striped, 85}, Row{Desk::Clutter, 75});

    const DeskRates rates = rates_of(row.desk, 8);

    CAPTURE(name(row.desk));
    CHECK(rates.found_percent() >= row.least);
    CHECK(rates.cut_off <= 1);
}

TEST_CASE("a paper that runs out of the frame is called so on any desk", "[imaging]") {
    CHECK(rates_of(Desk::CutOff, 16).cut_off_percent() >= 93);
}

TEST_CASE("pages that lie askew come out straight and upright", "[imaging]") {
    int straight = 0;
    int upright = 0;
    constexpr int kPages = 12;
    for (int i = 0; i < kPages; ++i) {
        const std::uint64_t seed = kSeed + static_cast<std::uint64_t>(i);
        PageDice dice(seed);
        const double askew = dice.within(-15, 15);
        const int quarters = dice.below(4);
        const Image scan = scanned(draw_sheet(seed, {.dpi = 150}).picture, askew, quarters, seed);

        const auto page = prepare_page(scan.view(), {.source = PageSource::Scan, .dpi = 150});

        REQUIRE(page);
        straight += std::abs(page->report.angle_degrees - askew) <= 0.1 ? 1 : 0;
        upright += static_cast<int>(page->report.turn) == (4 - quarters) % 4 ? 1 : 0;
    }
    CHECK(straight >= kPages - 1);
    CHECK(upright == kPages);
}
