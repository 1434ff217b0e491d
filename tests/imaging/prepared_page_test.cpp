#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <format>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/core/file.h"
#include "kiosk/imaging/page_edges.h"
#include "kiosk/imaging/page_file.h"
#include "kiosk/imaging/page_fingerprint.h"
#include "kiosk/imaging/page_turn.h"
#include "kiosk/imaging/prepared_page.h"
#include "tests/bench/page_desk.h"
#include "tests/bench/page_flaws.h"
#include "tests/bench/page_sheet.h"
#include "tests/support/folder.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr int kDpi = 150;
constexpr PageOptions kScan{.source = PageSource::Scan, .dpi = kDpi};
constexpr PageOptions kPhoto{.source = PageSource::Photo};

Sheet letter(std::uint64_t seed = 11) {
    return draw_sheet(SheetKind::Letter, seed, {.dpi = kDpi, .points = 13});
}

Image quarter_turned(const Image& picture) {
    Image turned(picture.height, picture.width, picture.format);
    const std::size_t size = bytes_per_pixel(picture.format);
    for (int y = 0; y < turned.height; ++y) {
        for (int x = 0; x < turned.width; ++x) {
            const auto from =
                picture.view().row(picture.height - 1 - x).subspan(std::size_t(y) * size);
            const std::size_t at =
                (std::size_t(y) * std::size_t(turned.width) + std::size_t(x)) * size;
            std::copy_n(from.begin(), size, turned.pixels.begin() + std::ptrdiff_t(at));
        }
    }
    return turned;
}

Image paper(std::uint8_t level) {
    Image page(1240, 1754, PixelFormat::Grey);
    std::ranges::fill(page.pixels, level);
    return page;
}

bool has(const PageReport& report, Fault fault) {
    return std::ranges::contains(report.faults, fault);
}

}  // namespace

TEST_CASE("a good letter on the glass is accepted as it is", "[imaging]") {
    const auto page = prepare_page(letter().picture.view(), kScan);

    REQUIRE(page);
    CHECK(page->report.faults.empty());
    CHECK(page->report.turn == Turn::None);
    CHECK(page->report.size == PaperSize::A4);
    CHECK(std::abs(page->report.angle_degrees) < 0.1);
    CHECK(page->dpi == kDpi);
}

TEST_CASE("a page comes out upright however it was laid", "[imaging]") {
    const int quarters = GENERATE(1, 2, 3);
    Image picture = letter().picture;
    for (int i = 0; i < quarters; ++i) picture = quarter_turned(picture);

    const auto page = prepare_page(picture.view(), kScan);

    REQUIRE(page);
    CHECK(degrees(page->report.turn) == 360 - 90 * quarters);
    CHECK(page->picture.height > page->picture.width);
}

// Few lines, capitals, figures: ink above and below the lines alone misjudged these.
TEST_CASE("a page with little print is turned upright and is sure of it", "[imaging]") {
    const std::uint64_t seed = GENERATE(777016U, 777064U, 777069U, 777076U);
    const int quarters = GENERATE(0, 2);
    const Image scan = scanned(draw_sheet(seed, {.dpi = kDpi}).picture, 4, quarters, seed);

    const auto page = prepare_page(scan.view(), kScan);

    REQUIRE(page);
    CHECK(page->report.turn == (quarters == 0 ? Turn::None : Turn::Half));
    CHECK(page->report.scores.turn >= 0.25);
}

TEST_CASE("somebody who knows better decides the orientation", "[imaging]") {
    PageOptions options = kScan;
    options.turn_is_known = true;
    options.turn = Turn::Half;

    const auto page = prepare_page(letter().picture.view(), options);

    REQUIRE(page);
    CHECK(page->report.turn == Turn::Half);
    CHECK_FALSE(has(page->report, Fault::PageUpsideDown));
}

TEST_CASE("paper becomes white and a stamp stays red", "[imaging]") {
    const auto page = prepare_page(letter().picture.view(), kScan);

    REQUIRE(page);
    const ByteView pixels = page->picture.pixels;
    CHECK(std::ranges::count(pixels, 255) > std::ptrdiff_t(pixels.size() * 8 / 10));
    CHECK(page->report.scores.colour > 0.0003);
}

TEST_CASE("a signature stays blue", "[imaging]") {
    Image sheet = letter().picture;
    const auto pixel = [&sheet](int x, int y) {
        return sheet.pixels.begin() + (std::ptrdiff_t(y) * sheet.width + x) * 3;
    };
    for (int x = 700; x < 1000; ++x)
        for (int y = 1500; y < 1506; ++y)
            std::ranges::copy(std::array<std::uint8_t, 3>{40, 60, 170}, pixel(x, y + x % 40));

    const auto page = prepare_page(sheet.view(), kScan);
    REQUIRE(page);
    std::ptrdiff_t blue = 0;
    for (std::size_t at = 0; at + 2 < page->picture.pixels.size(); at += 3)
        blue += page->picture.pixels[at + 2] > page->picture.pixels[at] + 60 ? 1 : 0;
    CHECK(blue > 1'000);
}

TEST_CASE("a sheet is called by its size", "[imaging]") {
    struct Known {
        PaperSize size;
        double width_mm;
        double height_mm;
    };
    const Known known = GENERATE(Known{PaperSize::A3, 297, 420}, Known{PaperSize::A4, 210, 297},
                                 Known{PaperSize::A5, 148, 210}, Known{PaperSize::A6, 105, 148},
                                 Known{PaperSize::Other, 120, 240});
    const SheetWish wish{.width_mm = known.width_mm, .height_mm = known.height_mm, .dpi = kDpi};

    const auto page = prepare_page(draw_sheet(SheetKind::Letter, 5, wish).picture.view(), kScan);
    REQUIRE(page);
    CHECK(page->report.size == known.size);
}

TEST_CASE("a page on a dark desk is found, flattened and sized", "[imaging]") {
    const DeskScene scene = draw_desk(Desk::Dark, letter(), 5);

    const auto page = prepare_page(scene.picture.view(), kPhoto);

    REQUIRE(page);
    CHECK(page->report.size == PaperSize::A4);
    CHECK(overlap(page->report.corners, scene.corners, 297.0 / 210) > 0.97);
    CHECK_FALSE(has(page->report, Fault::PageCutOff));
}

TEST_CASE("a page that runs out of the frame is called cut off", "[imaging]") {
    const DeskScene scene = draw_desk(Desk::CutOff, letter(), 3);

    const auto page = prepare_page(scene.picture.view(), kPhoto);

    REQUIRE(page);
    REQUIRE_FALSE(page->report.faults.empty());
    CHECK(page->report.faults.front() == Fault::PageCutOff);
}

// Cut obliquely, or so that a printed frame looks like the missing edge.
TEST_CASE("a page is called cut off also where its frame is whole", "[imaging]") {
    const std::uint64_t seed = GENERATE(777005U, 777009U);
    const DeskScene scene = draw_desk(Desk::CutOff, draw_sheet(seed, {.dpi = 110}), seed);

    const auto sheet = find_sheet(scene.picture.view());

    REQUIRE(sheet);
    CHECK(sheet->is_cut_off);
}

TEST_CASE("a desk without a page says so", "[imaging]") {
    CHECK(prepare_page(paper(90).view(), kPhoto).error() == Fault::PageNotFound);
}

TEST_CASE("what no edge is seen of is taken as it is when somebody wishes, and doubted",
          "[imaging]") {
    const Sheet sheet = letter();
    PageOptions wish = kPhoto;
    wish.takes_all = true;

    const auto page = prepare_page(sheet.picture.view(), wish);
    REQUIRE(page);
    REQUIRE_FALSE(page->report.faults.empty());
    CHECK(page->report.faults.front() == Fault::PageNotFound);
    CHECK(page->report.turn == Turn::None);
    CHECK(page->report.scores.ink > 0.005);
}

TEST_CASE("an empty sheet is blank, whatever its colour", "[imaging]") {
    const auto level = static_cast<std::uint8_t>(GENERATE(90, 200, 255));

    const auto page = prepare_page(paper(level).view(), kScan);

    REQUIRE(page);
    CHECK(page->report.faults == std::vector{Fault::PageBlank});
}

TEST_CASE("the same sheet again is a duplicate, the same form for somebody else is not",
          "[imaging]") {
    const SheetWish wish{.dpi = kDpi, .points = 12};
    const Image first = draw_sheet(SheetKind::Form, 21, wish).picture;
    const Image other = draw_sheet(SheetKind::Form, 22, wish).picture;
    const auto earlier = prepare_page(first.view(), kScan);
    REQUIRE(earlier);
    PageOptions options = kScan;
    options.earlier = {&earlier->report.fingerprint, 1};

    const auto again = prepare_page(quarter_turned(first).view(), options);
    const auto another = prepare_page(other.view(), options);

    REQUIRE(again);
    REQUIRE(another);
    CHECK(has(again->report, Fault::PageDuplicate));
    CHECK(again->report.same_as == std::vector<std::size_t>{0});
    CHECK_FALSE(has(another->report, Fault::PageDuplicate));
}

TEST_CASE("a card lies with its longer side across, whichever way it was laid", "[imaging]") {
    const bool is_front = GENERATE(true, false);
    const int quarters = GENERATE(0, 1, 2, 3);
    Image side = draw_card_side(2, 300, is_front).picture;
    for (int i = 0; i < quarters; ++i) side = quarter_turned(side);

    const auto card = prepare_page(side.view(), {.dpi = 300});

    REQUIRE(card);
    CHECK(card->picture.width > card->picture.height);
    // A back is capitals and figures, which look the same from their feet: somebody looks at it.
    const bool is_right = static_cast<int>(card->report.turn) == (4 - quarters) % 4;
    CHECK((is_right || (!is_front && card->report.scores.turn < 0.25)));
}

TEST_CASE("both sides of a card that were laid on the glass end up on one sheet", "[imaging]") {
    std::vector<FilePage> pages;
    for (const bool is_front : {true, false}) {
        const auto side = prepare_page(draw_card_side(2, 300, is_front).picture.view(),
                                       {.source = PageSource::Scan, .dpi = 300});
        REQUIRE(side);
        pages.push_back({take_apart(side->picture.view(), side->dpi).value(), {}});
    }
    const motlan::testing::Folder folder;
    const auto file = folder.path() / "card.pdf";
    REQUIRE(write_file(file, bind_pages(pages).value()));

    const auto call = std::format("pdfinfo {} | grep -Eq 'Pages: +1$'", file.string());
    CHECK(std::system(call.c_str()) == 0);
}

TEST_CASE("what has a card's size keeps its pattern and its portrait", "[imaging]") {
    const Image side = draw_card_side(1, kDpi, true).picture;
    const PageOptions options{.dpi = kDpi, .turn_is_known = true};

    const auto card = prepare_page(side.view(), options);

    REQUIRE(card);
    CHECK(card->report.size == PaperSize::IdCard);
    const auto middle = card->picture.view().row(card->picture.height / 10);
    CHECK(std::ranges::count(middle, std::uint8_t{255}) < std::ssize(middle) / 10);
}

TEST_CASE("pictures of any shape are bounded and named", "[imaging]") {
    CHECK(prepare_page(Image(8, 4000, PixelFormat::Rgb).view(), kScan).error() ==
          Fault::PageTooSmall);
    CHECK(prepare_page(Image().view(), kScan).error() == Fault::PageTooSmall);
    CHECK(prepare_page(ImageView{20000, 20000, PixelFormat::Grey, {}}, kScan).error() ==
          Fault::PictureTooLarge);
    CHECK(prepare_page(Image(64, 30000, PixelFormat::Grey).view(), kScan));
}

TEST_CASE("a sheet with a large even dark area is known again, and no other for it", "[imaging]") {
    const auto drawn = [](int dark_from) {
        Image page(827, 1169, PixelFormat::Grey);
        std::ranges::fill(page.pixels, std::uint8_t{255});
        for (int y = dark_from; y < dark_from + 250; ++y)
            std::ranges::fill_n(page.pixels.begin() + y * 827 + 250, 300, std::uint8_t{70});
        for (int y = 100; y < 300; y += 20)
            std::ranges::fill_n(page.pixels.begin() + y * 827 + 100, 500, std::uint8_t{20});
        return fingerprint_of(page.view(), 100);
    };

    CHECK(is_same_sheet(drawn(500), drawn(500)));
    CHECK_FALSE(is_same_sheet(drawn(500), drawn(800)));
}
