#include "tests/bench/page_eye.h"

#include <cmath>
#include <format>
#include <print>
#include <utility>

#include "kiosk/eye/client.h"
#include "tests/bench/page_figures.h"
#include "tests/bench/page_flaws.h"
#include "tests/bench/page_sheet.h"
#include "tests/bench/peak.h"

namespace motlan::testing {
namespace {

constexpr int kDpi = 300;
constexpr Unit kMegabytes{0, "MB"};
// An allocator's own disorder; what leaks with each page is more after a hundred.
constexpr double kTheSame = 1.05;

EncodedPicture from_scanner(std::uint64_t seed) {
    Image scan = scanned(draw_sheet(seed, {.dpi = kDpi}).picture, 1.3, 0, seed);
    return {.coding = PictureCoding::RawRgb,
            .width = scan.width,
            .height = scan.height,
            .dpi = kDpi,
            .bytes = std::move(scan.pixels)};
}

double megabytes(int kib) { return kib * 1.024 / 1000; }

}  // namespace

void measure_page_eye(std::uint64_t seed, int pages) {
    auto eye = EyeClient::start(KIOSK_EYE);
    if (!eye) {
        std::println(stderr, "bench_page: kiosk-eye does not start");
        return;
    }
    int first = 0;
    int refused = 0;
    for (int i = 0; i < pages; ++i) {
        const EncodedPicture scan = from_scanner(seed + static_cast<std::uint64_t>(i % 4));
        if (!eye->accept_page(scan)) ++refused;
        if (i == 0) first = peak_kib(eye->child());
    }
    print_figure("kiosk-eye, an A4 colour page of 300 dpi, peak memory", megabytes(first),
                 kMegabytes, at_most(180));
    print_figure(std::format("kiosk-eye, peak memory after {} pages, as after one", pages),
                 megabytes(peak_kib(eye->child())), kMegabytes,
                 at_most(std::round(megabytes(first) * kTheSame)));
    print_figure("kiosk-eye, pages refused", refused, {}, at_most(0));
}

}  // namespace motlan::testing
