// Papers on desks and on glass, drawn with known truth: are their edges found, are they called cut
// off, do they come out upright and straight, are their faults named, and what does it cost? The
// baseline of Canny's edges looks at the same pictures. Prints "<what>\t<value>\t<limit>".
//
//     bench_page [PART] [--count N] [--seed N] [--desk NAME] [--keep FOLDER]
//
// PART: edges, lie, gate, cost, memory; all of them without one. NAME: of one desk,
// such as "white desk", where edges are looked for. FOLDER gets the pictures of what failed.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <format>
#include <functional>
#include <optional>
#include <print>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <opencv2/core.hpp>

#include "kiosk/imaging/page_edges.h"
#include "kiosk/imaging/page_turn.h"
#include "kiosk/imaging/prepared_page.h"
#include "tests/bench/page_canny.h"
#include "tests/bench/page_desk.h"
#include "tests/bench/page_dice.h"
#include "tests/bench/page_eye.h"
#include "tests/bench/page_flaws.h"
#include "tests/bench/page_keep.h"
#include "tests/bench/page_sheet.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr int kPagesOfMemory = 100;
// What orientation says of itself when it is sure.
constexpr double kTurnSure = 0.25;

struct Options {
    std::string part;
    int count = 20;
    std::uint64_t seed = 20261129;
    std::string desk;
    std::string keep;
};

std::optional<Options> options_of(std::span<char*> arguments) {
    Options options;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (!name.starts_with("--")) {
            options.part = name;
            continue;
        }
        if (i + 1 >= arguments.size()) return std::nullopt;
        const std::string_view value = arguments[++i];
        if (name == "--keep" || name == "--desk") {
            (name == "--keep" ? options.keep : options.desk) = value;
            continue;
        }
        std::uint64_t number = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
        if (read.ec != std::errc{}) return std::nullopt;
        if (name == "--count") options.count = static_cast<int>(number);
        if (name == "--seed") options.seed = number;
    }
    return options;
}

// This process's own time: other work on the machine does not count.
double cpu_ms() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double percent(int part, int whole) { return whole > 0 ? 100.0 * part / whole : 0; }

// Any corner may come first.
double best_overlap(const PageCorners& found, const DeskScene& scene, double aspect) {
    double best = 0;
    PageCorners turned = found;
    for (int i = 0; i < 4; ++i) {
        best = std::max(best, overlap(turned, scene.corners, aspect));
        std::ranges::rotate(turned, turned.begin() + 1);
    }
    return best;
}

struct DeskTally {
    int scenes = 0;
    int good = 0;
    int canny_good = 0;
    int cut = 0;
    double cost = 0;
    double canny_cost = 0;
};

DeskTally look_at_desks(Desk desk, const Options& options) {
    DeskTally tally;
    for (int i = 0; i < options.count; ++i) {
        const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(i);
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
        const bool is_good = ours && best_overlap(ours->corners, scene, aspect) > 0.97;
        const bool is_cut = ours && ours->is_cut_off;
        tally.good += is_good ? 1 : 0;
        tally.cut += is_cut ? 1 : 0;
        if (canny && best_overlap(*canny, scene, aspect) > 0.97) ++tally.canny_good;
        const bool is_right = desk == Desk::CutOff ? is_cut : is_good && !is_cut;
        if (is_right) continue;
        std::optional<PageCorners> found;
        if (ours) found = ours->corners;
        keep_picture(options.keep, std::format("{} {}", name(desk), seed), scene.picture,
                     scene.corners, found);
    }
    return tally;
}

void bench_edges(const Options& options) {
    struct Row {
        Desk desk;
        std::string_view limit;
    };
    constexpr auto kRows = std::to_array<Row>({{Desk::Dark, "100 / 100"},
                                               {Desk::Shadow, "100 / 100"},
                                               {Desk::White, ">= 95 / 99"},
                                               {Desk::Striped, ">= 95 / 99"},
                                               {Desk::Clutter, ">= 85 / 95"}});
    int whole = 0;
    int alarms = 0;
    double cost = 0;
    double canny_cost = 0;
    const auto is_wanted = [&](Desk desk) {
        return options.desk.empty() || options.desk == name(desk);
    };
    for (const Row& row : kRows) {
        if (!is_wanted(row.desk)) continue;
        const DeskTally tally = look_at_desks(row.desk, options);
        std::println("{}: edges with overlap > 0.97, ours\t{:.1f} %\t{}", name(row.desk),
                     percent(tally.good, tally.scenes), row.limit);
        std::println("{}: the same, Canny's quadrilateral\t{:.1f} %\t", name(row.desk),
                     percent(tally.canny_good, tally.scenes));
        whole += tally.scenes;
        alarms += tally.cut;
        cost += tally.cost;
        canny_cost += tally.canny_cost;
    }
    if (is_wanted(Desk::CutOff)) {
        const DeskTally cut = look_at_desks(Desk::CutOff, options);
        std::println("page out of the frame called cut off\t{:.1f} %\t>= 98",
                     percent(cut.cut, cut.scenes));
    }
    if (whole == 0) return;
    std::println("whole page called cut off\t{:.1f} %\t< 1", percent(alarms, whole));
    std::println("cost of finding edges, in Canny's\t{:.2f}\t<= 1.5", cost / canny_cost);
}

void bench_lie(const Options& options) {
    std::vector<double> residuals;
    int right = 0;
    int unsure = 0;
    int sure_and_wrong = 0;
    for (int i = 0; i < options.count; ++i) {
        const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(i);
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
            keep_picture(options.keep,
                         std::format("turn {} sure {:.2f}", seed, page->report.scores.turn), scan);
        right += is_right ? 1 : 0;
        unsure += is_sure ? 0 : 1;
        sure_and_wrong += is_sure && !is_right ? 1 : 0;
        residuals.push_back(std::abs(page->report.angle_degrees - askew));
        if (residuals.back() > 0.1)
            keep_picture(options.keep, std::format("skew {} off {:.2f}", seed, residuals.back()),
                         scan);
    }
    if (residuals.empty()) return;
    std::ranges::sort(residuals);
    const auto straight = std::ranges::count_if(residuals, [](double off) { return off <= 0.1; });
    std::println("skew within 15 degrees: residual <= 0.1 degree\t{:.1f} %\t>= 99",
                 percent(static_cast<int>(straight), options.count));
    std::println("residual skew, median\t{:.3f} degrees\t0.1", residuals[residuals.size() / 2]);
    std::println("orientation right, four ways, without reading\t{:.1f} %\t>= 99.5",
                 percent(right, options.count));
    std::println("orientation left to reading or a person\t{:.1f} %\t",
                 percent(unsure, options.count));
    std::println("orientation wrong and sure of it\t{:.1f} %\t0",
                 percent(sure_and_wrong, options.count));
}

void add_codes(const std::vector<Fault>& faults, std::string& codes) {
    for (const Fault fault : faults) codes += std::string(code(fault)) + " ";
}

// What was said about a page, for the name of its picture.
std::string said(const Result<PreparedPage>& page) {
    if (!page) return " " + std::string(code(page.error()));
    std::string codes;
    for (const Fault fault : page->report.faults) codes += " " + std::string(code(fault));
    const PageScores& scores = page->report.scores;
    return codes +
           std::format(" blur {:.3f} letter {:.2f} pixels {:.1f} contrast {:.0f} noise {:.1f}",
                       scores.blur_mm, scores.letter_mm, scores.letter_pixels, scores.contrast,
                       scores.noise);
}

void bench_gate(const Options& options) {
    int faulty = 0;
    int caught = 0;
    std::string wrong;
    for (int kind = 0; kind < kFlaws; ++kind) {
        const auto flaw = static_cast<Flaw>(kind);
        int named = 0;
        for (int i = 0; i < options.count; ++i) {
            const FlawedPage drawn =
                draw_flawed(flaw, options.seed + static_cast<std::uint64_t>(i));
            const auto page = prepare_page(drawn.picture.view(), drawn.options);
            const bool is_named = flaw == Flaw::None ? !page || !page->report.faults.empty()
                                  : page ? std::ranges::contains(page->report.faults, drawn.fault)
                                         : page.error() == drawn.fault;
            named += is_named ? 1 : 0;
            if (flaw == Flaw::None && page) add_codes(page->report.faults, wrong);
            if (is_named == (flaw == Flaw::None))
                keep_picture(
                    options.keep,
                    std::format("{} {}{}", name(flaw), options.seed + std::uint64_t(i), said(page)),
                    drawn.picture);
        }
        std::println("{}: {}\t{:.1f} %\t{}", name(flaw),
                     flaw == Flaw::None ? "called faulty" : "called so",
                     percent(named, options.count), flaw == Flaw::None ? "<= 2" : ">= 97");
        if (flaw == Flaw::None) continue;
        faulty += options.count;
        caught += named;
    }
    std::println("what good pages were called\t{}\t", wrong.empty() ? "nothing" : wrong);
    std::println("all generated faults named\t{:.1f} %\t>= 97", percent(caught, faulty));
}

void bench_cost(const Options& options) {
    std::vector<double> costs;
    for (int i = 0; i < std::min(options.count, 10); ++i) {
        const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(i);
        const Image scan = scanned(draw_sheet(seed, {.dpi = 300}).picture, 1.3, 0, seed);
        const double start = cpu_ms();
        const auto page = prepare_page(scan.view(), {.source = PageSource::Scan, .dpi = 300});
        costs.push_back(cpu_ms() - start);
    }
    std::ranges::sort(costs);
    std::println("an A4 scan of 300 dpi prepared, one core, median\t{:.0f} ms\t<= 400",
                 costs[costs.size() / 2]);
}

}  // namespace

int main(int count, char** arguments) {
    const auto options = options_of({arguments, static_cast<std::size_t>(count)});
    if (!options) {
        std::println(stderr,
                     "bench_page [edges|lie|gate|cost|memory] [--count N] [--seed N] "
                     "[--desk NAME] [--keep FOLDER]");
        return 2;
    }
    cv::setNumThreads(0);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const auto wants = [&](std::string_view part) {
        return options->part.empty() || options->part == part;
    };
    if (wants("edges")) bench_edges(*options);
    if (wants("lie")) bench_lie(*options);
    if (wants("gate")) bench_gate(*options);
    if (wants("cost")) bench_cost(*options);
    if (wants("memory")) measure_page_eye(options->seed, kPagesOfMemory);
    return 0;
}
