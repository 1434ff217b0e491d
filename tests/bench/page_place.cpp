#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/imaging/page_edges.h"
#include "kiosk/imaging/page_turn.h"
#include "kiosk/imaging/prepared_page.h"
#include "tests/bench/page_canny.h"
#include "tests/bench/page_desk.h"
#include "tests/bench/page_dice.h"
#include "tests/bench/page_flaws.h"
#include "tests/bench/page_keep.h"
#include "tests/bench/page_parts.h"
#include "tests/bench/page_sheet.h"

namespace motlan::testing {
namespace {

// What orientation says of itself when it is sure.
constexpr double kTurnSure = 0.25;
constexpr Unit kDegrees{3, "degrees"};

struct DeskTally {
    int scenes = 0;
    int good = 0;
    int canny_good = 0;
    int cut = 0;
    double cost = 0;
    double canny_cost = 0;
};

DeskTally look_at_desks(Desk desk, const PageBench& bench) {
    DeskTally tally;
    for (int i = 0; i < bench.count; ++i) {
        const std::uint64_t seed = bench.seed_of(i);
        const Sheet sheet = draw_sheet(seed, {.dpi = 110});
        const DeskScene scene = draw_desk(desk, sheet, seed);
        const double aspect = sheet.height_mm / sheet.width_mm;
        const double start = cpu_ms();
        const auto ours = find_sheet(scene.picture.view());
        const double middle = cpu_ms();
        const auto canny = canny_corners(scene.picture);
        tally.canny_cost += cpu_ms() - middle;
        tally.cost += middle - start;
        ++tally.scenes;
        const bool is_good = ours && best_overlap(ours->corners, scene.corners, aspect) > 0.97;
        const bool is_cut = ours && ours->is_cut_off;
        tally.good += is_good ? 1 : 0;
        tally.cut += is_cut ? 1 : 0;
        if (canny && best_overlap(*canny, scene.corners, aspect) > 0.97) ++tally.canny_good;
        const bool is_right = desk == Desk::CutOff ? is_cut : is_good && !is_cut;
        if (is_right) continue;
        std::optional<PageCorners> found;
        if (ours) found = ours->corners;
        keep_picture(bench.keep, std::format("{} {}", name(desk), seed), scene.picture,
                     scene.corners, found);
    }
    return tally;
}

}  // namespace

void bench_edges(const PageBench& bench) {
    struct Row {
        Desk desk;
        Limit limit;
    };
    constexpr auto kRows = std::to_array<Row>({{Desk::Dark, at_least(100)},
                                               {Desk::Shadow, at_least(100)},
                                               {Desk::White, at_least(95, "99")},
                                               {Desk::Striped, at_least(95, "99")},
                                               {Desk::Clutter, at_least(85, "95")}});
    int whole = 0;
    int alarms = 0;
    double cost = 0;
    double canny_cost = 0;
    const auto is_wanted = [&](Desk desk) {
        return bench.desk.empty() || bench.desk == name(desk);
    };
    for (const Row& row : kRows) {
        if (!is_wanted(row.desk)) continue;
        const DeskTally tally = look_at_desks(row.desk, bench);
        print_figure(std::format("{}: edges with overlap > 0.97, ours", name(row.desk)),
                     percent(tally.good, tally.scenes), kPercent, row.limit);
        print_figure(std::format("{}: the same, Canny's quadrilateral", name(row.desk)),
                     percent(tally.canny_good, tally.scenes), kPercent);
        whole += tally.scenes;
        alarms += tally.cut;
        cost += tally.cost;
        canny_cost += tally.canny_cost;
    }
    if (is_wanted(Desk::CutOff)) {
        const DeskTally cut = look_at_desks(Desk::CutOff, bench);
        print_figure("page out of the frame called cut off", percent(cut.cut, cut.scenes), kPercent,
                     at_least(98));
    }
    if (whole == 0) return;
    print_figure("whole page called cut off", percent(alarms, whole), kPercent,
                 Limit{Goal::Below, 1});
    print_figure("cost of finding edges, in Canny's", cost / canny_cost, {2, ""}, at_most(1.5));
}

void bench_lie(const PageBench& bench) {
    std::vector<double> residuals;
    int right = 0;
    int unsure = 0;
    int sure_and_wrong = 0;
    for (int i = 0; i < bench.count; ++i) {
        const std::uint64_t seed = bench.seed_of(i);
        PageDice dice(seed);
        const double askew = dice.within(-15, 15);
        const int quarters = dice.below(4);
        const Sheet sheet = draw_sheet(seed, {.dpi = 150});
        const Image scan = scanned(sheet.picture, askew, quarters, seed);
        const auto page = prepare_page(scan.view(), {.source = PageSource::Scan, .dpi = 150});
        if (!page) continue;
        const bool is_right = static_cast<int>(page->report.turn) == (4 - quarters) % 4;
        const bool is_sure = page->report.scores.turn >= kTurnSure;
        if (!is_right)
            keep_picture(bench.keep,
                         std::format("turn {} sure {:.2f}", seed, page->report.scores.turn), scan);
        right += is_right ? 1 : 0;
        unsure += is_sure ? 0 : 1;
        sure_and_wrong += is_sure && !is_right ? 1 : 0;
        residuals.push_back(std::abs(page->report.angle_degrees - askew));
        if (residuals.back() > 0.1)
            keep_picture(bench.keep, std::format("skew {} off {:.2f}", seed, residuals.back()),
                         scan);
    }
    if (residuals.empty()) return;
    std::ranges::sort(residuals);
    const auto straight = std::ranges::count_if(residuals, [](double off) { return off <= 0.1; });
    print_figure("skew within 15 degrees: residual <= 0.1 degree",
                 percent(static_cast<int>(straight), bench.count), kPercent, at_least(99));
    print_figure("residual skew, median", residuals[residuals.size() / 2], kDegrees, at_most(0.1));
    print_figure("orientation right, four ways, without reading", percent(right, bench.count),
                 kPercent, at_least(99.5));
    print_figure("orientation left to reading or a person", percent(unsure, bench.count), kPercent);
    print_figure("orientation wrong and sure of it", percent(sure_and_wrong, bench.count), kPercent,
                 at_most(0));
}

}  // namespace motlan::testing
