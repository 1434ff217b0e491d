#include <algorithm>
#include <format>
#include <print>
#include <string>
#include <string_view>

#include "kiosk/imaging/prepared_page.h"
#include "tests/bench/page_dice.h"
#include "tests/bench/page_flaws.h"
#include "tests/bench/page_keep.h"
#include "tests/bench/page_parts.h"
#include "tests/bench/page_sheet.h"

namespace motlan::testing {
namespace {

constexpr int kScanDpi = 200;
constexpr PageOptions kScan{.source = PageSource::Scan, .dpi = kScanDpi};
constexpr Limit kCaught = at_least(97);
constexpr Limit kAlarms = at_most(2);

// Of pages with a flaw: those of which anything was said, and of which the right thing was.
struct Verdicts {
    Calls caught;
    Calls named;

    void add(const Calls& calls) {
        caught += calls;
        named += calls;
    }
};

bool is_caught(const Result<PreparedPage>& page) { return !page || !page->report.faults.empty(); }

bool is_called(const Result<PreparedPage>& page, Fault fault) {
    return page ? std::ranges::contains(page->report.faults, fault) : page.error() == fault;
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

void keep(const PageBench& bench, std::string_view what, int i, const Image& picture,
          const Result<PreparedPage>& page) {
    keep_picture(bench.keep, std::format("{} {}{}", what, bench.seed_of(i), said(page)), picture);
}

void look_at_good_pages(const PageBench& bench) {
    Calls faulty;
    std::string wrong;
    for (int i = 0; i < bench.count; ++i) {
        const FlawedPage drawn = draw_flawed(Flaw::None, bench.seed_of(i));
        const auto page = prepare_page(drawn.picture.view(), drawn.options);
        const bool is_faulty = is_caught(page);
        faulty.add(is_faulty);
        if (!is_faulty) continue;
        keep(bench, name(Flaw::None), i, drawn.picture, page);
        if (!page) continue;
        for (const Fault fault : page->report.faults) wrong += std::string(code(fault)) + " ";
    }
    print_figure(std::format("{}: called faulty", name(Flaw::None)), faulty.share(), kPercent,
                 kAlarms);
    std::println("what good pages were called\t{}\t\t", wrong.empty() ? "nothing" : wrong);
}

void look_at_flaw(Flaw flaw, const PageBench& bench, Verdicts& all) {
    Verdicts seen;
    for (int i = 0; i < bench.count; ++i) {
        const FlawedPage drawn = draw_flawed(flaw, bench.seed_of(i));
        const auto page = prepare_page(drawn.picture.view(), drawn.options);
        seen.caught.add(is_caught(page));
        seen.named.add(is_called(page, drawn.fault));
        if (!is_called(page, drawn.fault)) keep(bench, name(flaw), i, drawn.picture, page);
    }
    print_figure(std::format("{}: caught", name(flaw)), seen.caught.share(), kPercent, kCaught);
    print_figure(std::format("{}: called so", name(flaw)), seen.named.share(), kPercent, kCaught);
    all.caught += seen.caught;
    all.named += seen.named;
}

// Laid any way but upright: it comes out upright, or somebody is asked.
Calls look_at_turned_pages(const PageBench& bench) {
    Calls calls;
    for (int i = 0; i < bench.count; ++i) {
        const std::uint64_t seed = bench.seed_of(i);
        PageDice dice(seed ^ 0x7412);
        const int quarters = 1 + dice.below(3);
        const Sheet sheet = draw_sheet(seed, {.dpi = kScanDpi});
        const Image scan = scanned(sheet.picture, dice.within(-3, 3), quarters, seed);
        const auto page = prepare_page(scan.view(), kScan);
        const bool is_upright = page && static_cast<int>(page->report.turn) == 4 - quarters;
        const bool is_noticed = is_upright || is_called(page, Fault::PageUpsideDown);
        calls.add(is_noticed);
        if (!is_noticed) keep(bench, "wrong way up", i, scan, page);
    }
    print_figure("wrong way up: put upright or called so", calls.share(), kPercent, kCaught);
    return calls;
}

bool is_called_duplicate(const Image& scan, const PreparedPage& earlier) {
    PageOptions options = kScan;
    options.earlier = {&earlier.report.fingerprint, 1};
    return is_called(prepare_page(scan.view(), options), Fault::PageDuplicate);
}

// The same contract for somebody else: one strip of 3 cm is written differently.
Image filled_in_otherwise(const Sheet& sheet, std::uint64_t seed) {
    Image form = sheet.picture;
    const Image other = draw_sheet(SheetKind::Contract, seed, {.dpi = kScanDpi}).picture;
    const auto from = static_cast<std::ptrdiff_t>(form.view().stride()) * (form.height * 2 / 5);
    const auto to = static_cast<std::ptrdiff_t>(form.view().stride()) * (form.height / 2);
    std::copy(other.pixels.begin() + from, other.pixels.begin() + to, form.pixels.begin() + from);
    return form;
}

Calls look_at_duplicates(const PageBench& bench) {
    Calls same;
    Calls other;
    for (int i = 0; i < bench.count; ++i) {
        const std::uint64_t seed = bench.seed_of(i);
        PageDice dice(seed ^ 0xD0B1E);
        const Sheet sheet = draw_sheet(SheetKind::Contract, seed, {.dpi = kScanDpi});
        const auto scan = [&](const Image& paper, std::uint64_t noise) {
            return scanned(paper, dice.within(-3, 3), dice.below(4), noise);
        };
        const Image first = scan(sheet.picture, seed);
        const auto earlier = prepare_page(first.view(), kScan);
        if (!earlier) continue;
        const Image again = scan(sheet.picture, seed + 1);
        const bool is_same = is_called_duplicate(again, *earlier);
        same.add(is_same);
        if (!is_same) keep(bench, "laid twice", i, again, earlier);
        const Image changed = scan(filled_in_otherwise(sheet, seed + 1), seed + 2);
        const bool is_other = is_called_duplicate(changed, *earlier);
        other.add(is_other);
        if (is_other) keep(bench, "for somebody else", i, changed, earlier);
    }
    print_figure("laid twice: called so", same.share(), kPercent, kCaught);
    print_figure("the same for somebody else: called laid twice", other.share(), kPercent, kAlarms);
    return same;
}

}  // namespace

void bench_gate(const PageBench& bench) {
    Verdicts faulty;
    look_at_good_pages(bench);
    for (int kind = 1; kind < kFlaws; ++kind) look_at_flaw(static_cast<Flaw>(kind), bench, faulty);
    faulty.add(look_at_turned_pages(bench));
    faulty.add(look_at_duplicates(bench));
    faulty.add(bench_reading(bench));
    print_figure("all generated faults caught", faulty.caught.share(), kPercent, kCaught);
    print_figure("all generated faults named", faulty.named.share(), kPercent, kCaught);
}

}  // namespace motlan::testing
