#include "kiosk/reading/coverage.h"

#include <algorithm>

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

TEST_CASE("rules, dust and an empty page are no text that could be lost", "[reading]") {
    PrintedPage page = testing::print_page({});
    for (int top = 300; top < 3000; top += 200) rule(page, top);
    for (std::size_t i = 500; i < page.bits.size(); i += 40009) page.bits[i] = 0x18;

    CHECK(read_share(legible(page), read_to(0)) == 1);
    CHECK(read_share(legible(testing::print_page({})), read_to(0)) == 1);
}
