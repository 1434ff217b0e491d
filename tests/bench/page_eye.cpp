#include "tests/bench/page_eye.h"

#include <print>
#include <utility>

#include "kiosk/eye/client.h"
#include "tests/bench/page_flaws.h"
#include "tests/bench/page_sheet.h"
#include "tests/bench/peak.h"

namespace motlan::testing {
namespace {

constexpr int kDpi = 300;

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
    std::println("kiosk-eye, an A4 colour page of 300 dpi, peak memory\t{:.0f} MB\t<= 180",
                 megabytes(first));
    std::println("kiosk-eye, peak memory after {} pages\t{:.0f} MB\tthe same", pages,
                 megabytes(peak_kib(eye->child())));
    if (refused > 0) std::println("kiosk-eye, pages refused\t{}\t0", refused);
}

}  // namespace motlan::testing
