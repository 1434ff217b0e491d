#include <algorithm>
#include <print>
#include <vector>

#include "kiosk/imaging/ink_masks.h"
#include "kiosk/imaging/page_file.h"
#include "kiosk/imaging/prepared_page.h"
#include "tests/bench/page_flaws.h"
#include "tests/bench/page_parts.h"
#include "tests/bench/page_sheet.h"

namespace motlan::testing {
namespace {

constexpr int kDpi = 300;
constexpr int kMostScans = 10;

double median(std::vector<double>& values) {
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

}  // namespace

void bench_cost(const PageBench& bench) {
    std::vector<double> prepared;
    std::vector<double> bound;
    for (int i = 0; i < std::min(bench.count, kMostScans); ++i) {
        const std::uint64_t seed = bench.seed_of(i);
        const Image scan = scanned(draw_sheet(seed, {.dpi = kDpi}).picture, 1.3, 0, seed);
        const double start = cpu_ms();
        const auto page = prepare_page(scan.view(), {.source = PageSource::Scan, .dpi = kDpi});
        if (!page) continue;
        prepared.push_back(cpu_ms() - start);
        auto layers = take_apart(page->picture.view(), page->dpi);
        if (!layers) continue;
        const FilePage file{*std::move(layers), {}};
        if (!bind_pages(std::span(&file, 1))) continue;
        bound.push_back(cpu_ms() - start);
    }
    print_figure("an A4 scan of 300 dpi prepared, one core, median", median(prepared),
                 kMilliseconds);
    print_figure("the same to the finished file, without reading, median", median(bound),
                 kMilliseconds, at_most(400));
}

}  // namespace motlan::testing
