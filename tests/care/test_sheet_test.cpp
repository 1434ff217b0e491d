// The scanner's test sheet: found however it lies, and each flaw of a scanner shows in its figure.
#include "kiosk/care/test_sheet.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/test_scanner.h"
#include "tests/care/played_devices.h"

using namespace motlan;

namespace {

constexpr int kDpi = 300;

const Image& sheet() {
    static const Image kSheet = draw_test_sheet(kDpi);
    return kSheet;
}

/// The sheet as a lamp, a lens or a hand changes it: from where each pixel is taken.
template <typename Place>
Image redrawn(const Image& from, Place place) {
    Image to(from.width, from.height, from.format);
    std::ranges::fill(to.pixels, 255);
    for (int y = 0; y < to.height; ++y) {
        for (int x = 0; x < to.width; ++x) {
            const auto [fx, fy] = place(x, y);
            if (fx < 0 || fy < 0 || fx >= from.width || fy >= from.height) continue;
            const auto at = 3 * (static_cast<std::size_t>(y) * to.width + x);
            const auto there = 3 * (static_cast<std::size_t>(fy) * from.width + fx);
            std::copy_n(from.pixels.begin() + there, 3, to.pixels.begin() + at);
        }
    }
    return to;
}

Image turned(double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    const double mx = sheet().width / 2.0;
    const double my = sheet().height / 2.0;
    return redrawn(sheet(), [&](int x, int y) {
        const double dx = x - mx;
        const double dy = y - my;
        return std::pair{static_cast<int>(mx + dx * std::cos(angle) + dy * std::sin(angle)),
                         static_cast<int>(my - dx * std::sin(angle) + dy * std::cos(angle))};
    });
}

Image darkened_to_the_right(double least) {
    Image page = sheet();
    for (std::size_t at = 0; at < page.pixels.size(); ++at) {
        const double x = static_cast<double>(at / 3 % page.width) / page.width;
        page.pixels[at] = static_cast<std::uint8_t>(page.pixels[at] * (1 - x * (1 - least)));
    }
    return page;
}

}  // namespace

TEST_CASE("the sheet as it was drawn is read without a flaw", "[care]") {
    const auto reading = read_test_sheet(sheet().view(), kDpi);

    REQUIRE(reading.has_value());
    CHECK(reading->skew_degrees < 0.1);
    CHECK(reading->edge_missing_mm < 0.2);
    CHECK(reading->dpi >= 200);
    CHECK(reading->evenness > 99);
    CHECK(reading->colour_error < 2);
    CHECK(reading->contrast > 250);
}

TEST_CASE("the sheet is found upside down", "[care]") {
    const Image page = redrawn(sheet(), [](int x, int y) {
        return std::pair{sheet().width - 1 - x, sheet().height - 1 - y};
    });
    const auto reading = read_test_sheet(page.view(), kDpi);

    REQUIRE(reading.has_value());
    CHECK(reading->colour_error < 2);
    CHECK(reading->skew_degrees < 0.1);
}

TEST_CASE("a sheet that leans is measured", "[care]") {
    for (const double degrees : {-2.0, 0.5, 1.5}) {
        const auto reading = read_test_sheet(turned(degrees).view(), kDpi);
        INFO(degrees);
        REQUIRE(reading.has_value());
        CHECK(std::abs(reading->skew_degrees - std::abs(degrees)) < 0.2);
    }
}

TEST_CASE("an edge that the scanner leaves out is missed", "[care]") {
    const int shift = static_cast<int>(3 * kDpi / 25.4);
    const Image page = redrawn(sheet(), [&](int x, int y) { return std::pair{x + shift, y}; });
    const auto reading = read_test_sheet(page.view(), kDpi);

    REQUIRE(reading.has_value());
    CHECK(std::abs(reading->edge_missing_mm - 3) < 0.3);
}

TEST_CASE("a scan that only pretends to be fine is found out", "[care]") {
    constexpr int kCoarse = 3;
    const Image page = redrawn(sheet(), [](int x, int y) {
        return std::pair{x / kCoarse * kCoarse, y / kCoarse * kCoarse};
    });
    const auto reading = read_test_sheet(page.view(), kDpi);

    REQUIRE(reading.has_value());
    CHECK(reading->dpi < 200);
}

TEST_CASE("light that fades and colours that are gone show in their figures", "[care]") {
    CHECK(read_test_sheet(darkened_to_the_right(0.6).view(), kDpi)->evenness < 80);
    Image grey = sheet();
    for (std::size_t at = 0; at < grey.pixels.size(); at += 3)
        grey.pixels[at] = grey.pixels[at + 2] = grey.pixels[at + 1];
    CHECK(read_test_sheet(grey.view(), kDpi)->colour_error > 15);
}

TEST_CASE("an empty glass is no sheet, and its dirt is counted", "[care]") {
    Image glass(1240, 1754, PixelFormat::Rgb);
    std::ranges::fill(glass.pixels, 245);
    CHECK_FALSE(read_test_sheet(glass.view(), 150).has_value());
    CHECK(read_empty_glass(glass.view(), 150)->specks == 0);
    for (int n = 0; n < 20; ++n)
        for (int y = 0; y < 4; ++y)
            for (int x = 0; x < 4; ++x)
                for (int c = 0; c < 3; ++c)
                    glass.pixels[3 * ((100 + n * 50 + y) * 1240 + 200 + x) + c] = 0;
    CHECK(read_empty_glass(glass.view(), 150)->specks >= 20);
    CHECK_FALSE(read_empty_glass(sheet().view(), kDpi).has_value());
    std::ranges::fill(glass.pixels, 20);
    CHECK_FALSE(read_empty_glass(glass.view(), 150).has_value());
}

TEST_CASE("the scanner's test ends as the sheet, the glass or the scanner says", "[care]") {
    PlayedScanner scanner;
    scanner.page->dpi = kDpi;
    Image seen = sheet();
    const auto run = [&] {
        return test_scanner(scanner, {},
                            [&](const EncodedPicture&) -> Result<Image> { return seen; });
    };

    CHECK(run().verdict == Verdict::Passed);
    seen = turned(2);
    CHECK(run().reason == TestReason::Figures);
    std::ranges::fill(seen.pixels, 250);
    CHECK(run().verdict == Verdict::Passed);
    std::fill_n(seen.pixels.begin(), seen.pixels.size() / 2, 0);
    CHECK(run().reason == TestReason::NoTestSheet);
    scanner.page = fail(Fault::ScannerNoPaper);
    CHECK(run().verdict == Verdict::NotTested);
    scanner.page = fail(Fault::ScannerUnplugged);
    CHECK(run().fault == Fault::ScannerUnplugged);
}

TEST_CASE("the file to print is a whole PDF", "[care]") {
    const std::string file = test_sheet_pdf();

    CHECK(file.starts_with("%PDF-1.4\n"));
    CHECK(file.ends_with("%%EOF\n"));
    const auto place = file.rfind("startxref\n");
    REQUIRE(place != std::string::npos);
    CHECK(file.substr(std::stoul(file.substr(place + 10)), 5) == "xref\n");
}
