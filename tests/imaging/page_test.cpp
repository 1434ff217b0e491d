#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/page_file.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

constexpr int kWidth = 1240;
constexpr int kHeight = 1754;
constexpr int kDpi = 150;

Image paper(std::uint8_t level) {
    Image page(kWidth, kHeight, PixelFormat::Grey);
    std::ranges::fill(page.pixels, level);
    return page;
}

// Bars of ink, as wide as words, `lines` of them.
Image written(int lines, std::uint8_t level = 240) {
    Image page = paper(level);
    for (int line = 0; line < lines; ++line) {
        for (int y = 200 + line * 40; y < 212 + line * 40; ++y) {
            std::ranges::fill_n(page.pixels.begin() + std::ptrdiff_t{y} * kWidth + 150, 80,
                                std::uint8_t{40});
        }
    }
    return page;
}

EncodedPicture packed(const Image& page) {
    return {.dpi = kDpi, .bytes = encode_jpeg(page.view(), 75).value()};
}

int run(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()); }

}  // namespace

TEST_CASE("equal pages make equal files", "[imaging]") {
    const auto page = packed(written(30));
    const std::vector<EncodedView> pages(3, view_of(page));

    CHECK(bind_pages(pages).value() == bind_pages(pages).value());
}

TEST_CASE("other programs accept the file and find its pages at their size", "[imaging]") {
    const testing::Folder folder;
    const auto file = folder.path() / "pages.pdf";
    const auto grey = packed(written(30));
    const auto colour = EncodedPicture{
        .dpi = kDpi, .bytes = encode_jpeg(Image(300, 200, PixelFormat::Rgb).view(), 75).value()};
    const std::vector<EncodedView> pages{view_of(grey), view_of(colour)};

    REQUIRE(write_file(file, bind_pages(pages).value()));

    CHECK(run(std::format("qpdf --check {}", file.string())) == 0);
    CHECK(run(std::format("pdfinfo -l 2 {} | grep -Eq 'PDF version: +1.7'", file.string())) == 0);
    CHECK(run(std::format("pdfinfo -l 2 {} | grep -Eq 'Page +1 size: +595.2 x 841.92'",
                          file.string())) == 0);
    CHECK(run(std::format("pdftoppm -r 40 {} {}/seen", file.string(), folder.path().string())) ==
          0);
    CHECK(std::filesystem::exists(folder.path() / "seen-2.ppm"));
}

TEST_CASE("the pages in the file are the pages that went in", "[imaging]") {
    const testing::Folder folder;
    const auto page = packed(written(30));
    const std::vector<EncodedView> pages{view_of(page)};
    REQUIRE(write_file(folder.path() / "pages.pdf", bind_pages(pages).value()));

    const auto name = folder.path().string();
    REQUIRE(run(std::format("pdfimages -j {}/pages.pdf {}/out", name, name)) == 0);

    CHECK(read_file(folder.path() / "out-000.jpg", kEncodedLimit).value() == page.bytes);
}

TEST_CASE("what is no JPEG or too many pages is not bound", "[imaging]") {
    const EncodedPicture png{.coding = PictureCoding::Png, .bytes = to_bytes("no picture")};
    const EncodedPicture torn{.bytes = {0xFF, 0xD8, 0xFF}};
    const auto page = packed(written(1));

    CHECK(bind_pages({}).error() == Fault::PictureUnreadable);
    CHECK(bind_pages(std::vector{view_of(png)}).error() == Fault::PictureUnreadable);
    CHECK(bind_pages(std::vector{view_of(torn)}).error() == Fault::PictureUnreadable);
    CHECK(bind_pages(std::vector<EncodedView>(kPageLimit + 1, view_of(page))).error() ==
          Fault::PictureUnreadable);
}
