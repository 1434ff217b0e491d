#include "kiosk/reading/dotted_lines.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/support/printed_page.h"

using namespace motlan;
using testing::PrintedPage;

namespace {

LegiblePage legible(const PrintedPage& page) {
    return {page.width, page.height, page.dpi, page.bits};
}

// Dots of 0.4 mm, one every 1.3 mm.
void dot(PrintedPage& page, int x, int y) {
    for (int v = y; v < y + 5; ++v) {
        for (int u = x; u < x + 5; ++u) {
            page.bits[static_cast<std::size_t>(v * ((page.width + 7) / 8) + u / 8)] |=
                static_cast<std::uint8_t>(0x80U >> unsigned(u % 8));
        }
    }
}

void dots(PrintedPage& page, int left, int y, int count) {
    for (int i = 0; i < count; ++i) dot(page, left + i * 15, y + i % 2);
}

int ink(ByteView bits) {
    int count = 0;
    for (const std::uint8_t byte : bits) count += std::popcount(byte);
    return count;
}

}  // namespace

TEST_CASE("the dotted lines of a form go, what stands above them stays", "[reading]") {
    const std::vector<testing::PrintedLine> lines{
        {.text = "Họ, chữ đệm và tên: Trần Thị Mẫu", .base = 400},
        {.text = "Nơi cư trú: xã Ví Dụ, tỉnh Nghệ An", .base = 520}};
    const PrintedPage print = print_page(lines);
    PrintedPage form = print_page(lines);
    dots(form, 800, 425, 90);
    dots(form, 700, 545, 100);
    dots(form, 250, 640, 130);

    CHECK(std::ranges::equal(without_dotted_lines(legible(form)), print.bits));
}

TEST_CASE("dots that are no line stay", "[reading]") {
    PrintedPage page = testing::print_page({});
    const auto how = GENERATE(0, 1, 2);
    if (how == 0) dots(page, 300, 400, 3);  // an ellipsis
    if (how == 1) {                         // far apart, as under the letters of a line
        for (int i = 0; i < 20; ++i) dot(page, 300 + i * 70, 400);
    }
    if (how == 2) {  // dust
        for (int i = 0; i < 60; ++i) dot(page, 200 + i * 331 % 1900, 300 + i * 577 % 2900);
    }

    CHECK(std::ranges::equal(without_dotted_lines(legible(page)), page.bits));
}

TEST_CASE("a page that is all dots is left as it is", "[reading]") {
    PrintedPage page = testing::print_page({});
    for (int y = 100; y < 3400; y += 14) dots(page, 100, y, 150);
    const int before = ink(page.bits);

    CHECK(ink(without_dotted_lines(legible(page))) == before);
}
