#include "kiosk/reading/coverage.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/support/printed_page.h"

using namespace motlan;
using testing::PrintedPage;

namespace {

constexpr int kLines = 20;

PrintedPage page_of_print() {
    std::vector<testing::PrintedLine> lines;
    for (int i = 0; i < kLines; ++i) {
        lines.push_back({.text = "Ủy ban nhân dân xã chứng thực bản sao đúng với bản chính",
                         .base = 400 + i * 120});
    }
    return print_page(lines);
}

LegiblePage legible(const PrintedPage& page) {
    return {page.width, page.height, page.dpi, page.bits};
}

// As if the first so many lines had been recognised.
PageText read_to(int lines) {
    PageText text{.width = 2480, .height = 3508, .dpi = 300, .words = {}};
    for (int i = 0; i < lines; ++i) {
        text.words.push_back({.text = "chữ",
                              .left = 250,
                              .top = 350 + i * 120,
                              .width = 1600,
                              .height = 65,
                              .confidence = 95,
                              .line = i});
    }
    return text;
}

void rule(PrintedPage& page, int top) {
    for (int y = top; y < top + 4; ++y) {
        std::fill_n(page.bits.begin() + y * page.width / 8 + 20, 250, std::uint8_t{0xFF});
    }
}

void ink(PrintedPage& page, int x, int y) {
    page.bits[static_cast<std::size_t>(y * page.width / 8 + x / 8)] |=
        static_cast<std::uint8_t>(0x80U >> unsigned(x % 8));
}

// The double side of a frame, 4 mm wide.
void frame_side(PrintedPage& page, int left) {
    for (int y = 150; y < 3300; ++y) {
        for (int x = 0; x < 10; ++x) ink(page, left + x, y), ink(page, left + 36 + x, y);
    }
}

void dots(PrintedPage& page, int top) {
    for (int x = 400; x < 2000; x += 12) {
        for (int at = 0; at < 16; ++at) ink(page, x + at % 4, top + at / 4);
    }
}

// 60 mm wide and 25 mm high, and mostly paper.
void signature(PrintedPage& page, int left, int top) {
    for (int step = 0; step < 7000; ++step) {
        const double x = step / 10.0;
        const double y = 140 + 140 * std::sin(x / 45);
        for (int wide = 0; wide < 6; ++wide)
            ink(page, left + static_cast<int>(x) + wide, top + static_cast<int>(y));
    }
}

}  // namespace

TEST_CASE("a page of which every line was read has lost nothing", "[reading]") {
    const PrintedPage page = page_of_print();

    CHECK(read_share(legible(page), read_to(kLines)) > 0.98);
    CHECK(unread_areas(legible(page), read_to(kLines)).empty());
}

TEST_CASE("a page cut short after some lines has lost text, and where is known", "[reading]") {
    const int lines = GENERATE(0, 5, 17);
    const PrintedPage page = page_of_print();

    const double share = read_share(legible(page), read_to(lines));
    const auto areas = unread_areas(legible(page), read_to(lines));

    CHECK(share < kLeastRead);
    CHECK(share > lines / double(kLines) - 0.05);
    REQUIRE_FALSE(areas.empty());
    CHECK(std::abs(areas.front().top - (350 + lines * 120)) < 50);
    CHECK(areas.back().top + areas.back().height > 2600);
}

TEST_CASE("words that were guessed have not been read", "[reading]") {
    const PrintedPage page = page_of_print();
    PageText text = read_to(kLines);
    for (int line = 14; line < 18; ++line) text.words[std::size_t(line)].confidence = 30;

    CHECK(read_share(legible(page), text) < kLeastRead);
    CHECK(unread_areas(legible(page), text).empty());
}

TEST_CASE("a heading that was not recognised is noticed where titles stand", "[reading]") {
    const PrintedPage page = page_of_print();
    const auto is_unread_without = [&](int line) {
        PageText text = read_to(kLines);
        text.words.erase(text.words.begin() + line);
        return is_heading_unread(legible(page), text);
    };

    CHECK(is_unread_without(2));
    CHECK_FALSE(is_unread_without(15));
    CHECK_FALSE(is_heading_unread(legible(page), read_to(kLines)));
}

TEST_CASE("what is unread at a side of the upper half is no heading", "[reading]") {
    const int left = GENERATE(150, 1800);
    const PrintedPage page =
        testing::print_page({{.text = "Số: 12/GXN-UBND", .left = left, .base = 400}});

    const PageText text{.width = 2480, .height = 3508, .dpi = 300, .words = {}};
    CHECK_FALSE(unread_areas(legible(page), text).empty());
    CHECK_FALSE(is_heading_unread(legible(page), text));
}

TEST_CASE("a signature is not read a second time", "[reading]") {
    PrintedPage page = page_of_print();
    signature(page, 1500, 2900);

    CHECK(unread_areas(legible(page), read_to(kLines)).empty());
}

TEST_CASE("numbers on a note that lies across the page are lost text, no signature", "[reading]") {
    const PrintedPage note = testing::print_page({{.text = "418 205 637 926", .base = 300},
                                                  {.text = "926 300 581 113", .base = 390},
                                                  {.text = "764 119 058 207", .base = 480}});
    PrintedPage page = page_of_print();
    for (int y = 250; y < 500; ++y) {
        for (int x = 250; x < 750; ++x) {
            const auto at = static_cast<std::size_t>(y * note.width / 8 + x / 8);
            if ((note.bits[at] & 0x80U >> unsigned(x % 8)) != 0) ink(page, 1000 + y, 2600 + x);
        }
    }

    const auto areas = unread_areas(legible(page), read_to(kLines));
    REQUIRE(areas.size() == 1);
    CHECK(areas.front().height > 300);
    CHECK(read_share(legible(page), read_to(kLines)) < 0.97);
}

TEST_CASE("rules, dust and an empty page are no text that could be lost", "[reading]") {
    PrintedPage page = testing::print_page({});
    for (int top = 300; top < 3000; top += 200) rule(page, top);
    for (std::size_t i = 500; i < page.bits.size(); i += 40009) page.bits[i] = 0x18;

    CHECK(read_share(legible(page), read_to(0)) == 1);
    CHECK(read_share(legible(testing::print_page({})), read_to(0)) == 1);
}

TEST_CASE("a frame, dotted lines and a signature are not there to be read", "[reading]") {
    PrintedPage page = page_of_print();
    frame_side(page, 80);
    frame_side(page, 2340);
    for (int i = 0; i < kLines; i += 3) dots(page, 436 + i * 120);
    signature(page, 1500, 2900);

    CHECK(read_share(legible(page), read_to(kLines)) > 0.97);
    CHECK(read_share(legible(page), read_to(kLines / 2)) < kLeastRead);
}
