#include "tests/bench/page_eye.h"

#include <cmath>
#include <format>
#include <print>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/eye/client.h"
#include "kiosk/imaging/ink_masks.h"
#include "kiosk/imaging/legible.h"
#include "kiosk/imaging/prepared_page.h"
#include "kiosk/reading/client.h"
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

void print_peaks(std::string_view who, int first, int last, int pages) {
    print_figure(std::format("{}, peak memory after one page", who), megabytes(first), kMegabytes,
                 at_most(180));
    print_figure(std::format("{}, after {} pages as after one", who, pages), megabytes(last),
                 kMegabytes, at_most(std::round(megabytes(first) * kTheSame)));
}

struct Legible {
    int width = 0;
    int height = 0;
    int dpi = 0;
    Bytes bits;
};

Legible legible_page(std::uint64_t seed) {
    const Image scan = scanned(draw_sheet(seed, {.dpi = kDpi}).picture, 1.3, 0, seed);
    const auto page = prepare_page(scan.view(), {.source = PageSource::Scan, .dpi = kDpi});
    if (!page) return {};
    const Image& picture = page->picture;
    return {picture.width, picture.height, page->dpi,
            bits_of(legible_ink(split_ink(picture.view()), page->dpi))};
}

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
    print_peaks("kiosk-eye, A4 in colour at 300 dpi", first, peak_kib(eye->child()), pages);
    print_figure("kiosk-eye, pages refused", refused, {}, at_most(0));
}

void measure_page_reader(std::uint64_t seed, int pages) {
    auto reader = ReaderClient::start(KIOSK_EYE);
    if (!reader) {
        std::println(stderr, "bench_page: kiosk-eye does not start as a reader");
        return;
    }
    std::vector<Legible> sheets;
    for (std::uint64_t i = 0; i < 4; ++i) sheets.push_back(legible_page(seed + i));
    int first = 0;
    int unread = 0;
    for (int i = 0; i < pages; ++i) {
        const Legible& sheet = sheets[static_cast<std::size_t>(i % 4)];
        if (!reader->read({sheet.width, sheet.height, sheet.dpi, sheet.bits})) ++unread;
        if (i == 0) first = peak_kib(reader->child());
    }
    print_peaks("reader, A4 at 300 dpi", first, peak_kib(reader->child()), pages);
    print_figure("reader, pages unread", unread, {}, at_most(0));
}

}  // namespace motlan::testing
