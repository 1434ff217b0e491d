#include "kiosk/imaging/page_file.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/core/file.h"
#include "kiosk/imaging/colour.h"
#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/packed_layers.h"
#include "kiosk/imaging/picture_file.h"
#include "kiosk/imaging/resize.h"
#include "tests/support/folder.h"
#include "tests/support/pdfa_check.h"

using namespace motlan;

namespace {

constexpr int kDpi = 150;

void fill(Image& page, const Box& box, const RgbPixel& colour) {
    for (int y = box.top; y < box.top + box.height; ++y) {
        for (int x = box.left; x < box.left + box.width; ++x) {
            const std::size_t at = (static_cast<std::size_t>(y) * std::size_t(page.width) +
                                    static_cast<std::size_t>(x)) *
                                   3;
            std::ranges::copy(colour, page.pixels.begin() + std::ptrdiff_t(at));
        }
    }
}

// A white page with lines of black words.
Image print() {
    Image page(1240, 1754, PixelFormat::Rgb);
    std::ranges::fill(page.pixels, std::uint8_t{255});
    for (int line = 0; line < 20; ++line) {
        for (int word = 0; word < 8; ++word) {
            fill(page, {150 + word * 110, 200 + line * 40, 20 + (line * 7 + word * 13) % 70, 14},
                 {25, 25, 28});
        }
    }
    return page;
}

// The same with a red square for a stamp.
Image stamped() {
    Image page = print();
    fill(page, {700, 1200, 160, 160}, {200, 40, 50});
    return page;
}

PageText words() {
    PageText text{.width = 1240, .height = 1754, .dpi = kDpi, .words = {}};
    int left = 150;
    for (const char* word : {"Ủy", "ban", "nhân", "dân", "xã", "Nghĩa", "Đức"}) {
        text.words.push_back({.text = word, .left = left, .top = 190, .width = 80, .height = 30});
        left += 100;
    }
    text.words.push_back(
        {.text = "12/07/1995", .left = 150, .top = 290, .width = 300, .height = 30, .line = 1});
    return text;
}

FilePage page_of(const Image& picture) { return {take_apart(picture.view(), kDpi).value(), {}}; }

// 85.60 by 53.98 mm.
constexpr int kCardWide = 506;
constexpr int kCardHigh = 319;

FilePage card_side(const RgbPixel& colour, const std::string& word) {
    Image side(kCardWide, kCardHigh, PixelFormat::Rgb);
    fill(side, {0, 0, kCardWide, kCardHigh}, colour);
    FilePage page = page_of(side);
    page.text = PageText{.width = kCardWide, .height = kCardHigh, .dpi = kDpi, .words = {}};
    int left = 40;
    for (const std::string& part :
         {word.substr(0, word.find(' ')), word.substr(word.find(' ') + 1)}) {
        page.text->words.push_back(
            {.text = part, .left = left, .top = 60, .width = 90, .height = 30});
        left += 110;
    }
    return page;
}

Bytes file_of(std::vector<FilePage> pages) { return bind_pages(pages).value(); }

FilePage readable() {
    FilePage page = page_of(stamped());
    page.text = words();
    return page;
}

int run(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()); }

// Whether a reader takes the file without a complaint of it: they also repair what is wrong, and
// end well. Debian builds mutool without colour profiles, and it says so each time.
bool accepts(const std::string& command) {
    const std::string about_itself = "warning: ICC support is not available";
    return run(std::format("test -z \"$({} 2>&1 >/dev/null | grep -vxF '{}')\"", command,
                           about_itself)) == 0;
}

// A file in a folder of its own, for other programs.
struct Kept {
    testing::Folder folder;
    std::string name = (folder.path() / "pages.pdf").string();

    explicit Kept(const Bytes& file) { REQUIRE(write_file(name, file)); }
    [[nodiscard]] std::string path(const char* beside) const {
        return (folder.path() / beside).string();
    }
    [[nodiscard]] std::string read(const char* beside) const {
        const Bytes bytes = read_file(path(beside), kEncodedLimit).value();
        return std::string(as_text(bytes));
    }
};

// How a text is broken into lines is the reader's to choose.
std::string without_breaks(const std::string& text) {
    std::string out;
    for (const char letter : text) {
        const bool is_blank = letter >= 0 && letter <= ' ';
        if (is_blank && (out.empty() || out.back() == ' ')) continue;
        out += is_blank ? ' ' : letter;
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string bitmap_of(const BitMask& mask) {
    std::string text = std::format("P4\n{} {}\n", mask.width, mask.height);
    for (int y = 0; y < mask.height; ++y) {
        for (int x = 0; x < mask.width; x += 8) {
            unsigned byte = 0;
            for (int i = 0; i < 8; ++i) {
                const bool is_set = x + i < mask.width && mask.at(x + i, y);
                byte = byte << 1U | (is_set ? 1U : 0U);
            }
            text += static_cast<char>(byte);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("equal pages make equal files", "[imaging]") {
    CHECK(file_of({readable(), readable()}) == file_of({readable(), readable()}));
}

TEST_CASE("a page file keeps PDF/A-2b", "[imaging]") {
    const bool has_text = GENERATE(false, true);
    const bool has_colour = GENERATE(false, true);
    FilePage page = page_of(has_colour ? stamped() : print());
    if (has_text) page.text = words();

    CHECK(testing::pdfa_faults(file_of({page, page})) == std::vector<std::string>{});
}

TEST_CASE("other programs accept the file and find its pages at their size", "[imaging]") {
    const Kept kept(file_of({readable(), page_of(print())}));

    CHECK(run(std::format("qpdf --check {}", kept.name)) == 0);
    CHECK(run(std::format("pdfinfo -l 2 {} | grep -Eq 'PDF version: +1.7'", kept.name)) == 0);
    CHECK(run(std::format("pdfinfo -l 2 {} | grep -Eq 'Page +2 size: +595.2 x 841.92'",
                          kept.name)) == 0);
    CHECK(accepts(std::format("pdftoppm -r 40 {} {}", kept.name, kept.path("seen"))));
    CHECK(accepts(std::format("mutool draw -q -o {} {}", kept.path("drawn%d.png"), kept.name)));
    CHECK(std::filesystem::exists(kept.path("seen-2.ppm")));
    CHECK(std::filesystem::exists(kept.path("drawn2.png")));
}

TEST_CASE("copied text is the recognised text, letter by letter", "[imaging]") {
    const Kept kept(file_of({readable()}));
    const std::string expected = "Ủy ban nhân dân xã Nghĩa Đức 12/07/1995";

    REQUIRE(run(std::format("pdftotext -raw -nopgbrk {} {}", kept.name, kept.path("poppler"))) ==
            0);
    REQUIRE(run(std::format("mutool draw -F txt -o {} {}", kept.path("mupdf"), kept.name)) == 0);

    CHECK(without_breaks(kept.read("poppler")) == expected);
    CHECK(without_breaks(kept.read("mupdf")) == expected);
}

TEST_CASE("print comes out of the file bit by bit as it went in", "[imaging]") {
    const Image page = print();
    const BitMask mask = split_ink(page.view()).print;
    const Kept kept(file_of({page_of(page)}));

    REQUIRE(run(std::format("pdfimages -all {} {}", kept.name, kept.path("out"))) == 0);
    REQUIRE(run(std::format("jbig2dec -e -t pbm -o {} {}", kept.path("mask.pbm"),
                            kept.path("out-000.jb2e"))) == 0);

    CHECK(kept.read("mask.pbm") == bitmap_of(mask));
}

TEST_CASE("a stamp stays red and print stays black", "[imaging]") {
    const Kept kept(file_of({page_of(stamped())}));

    REQUIRE(run(std::format("pdftoppm -jpeg -jpegopt quality=95 -r {} {} {}", kDpi, kept.name,
                            kept.path("seen"))) == 0);
    const Bytes jpeg = read_file(kept.path("seen-1.jpg"), kEncodedLimit).value();
    const Image seen = decode_jpeg(jpeg, {.format = PixelFormat::Rgb}).value();
    const auto at = [&](int x, int y) { return seen.view().row(y).subspan(std::size_t(x) * 3, 3); };

    CHECK(at(780, 1280)[0] > 170);
    CHECK(at(780, 1280)[1] < 80);
    CHECK(at(158, 206)[0] < 30);
    CHECK(at(1200, 1700)[0] > 250);
}

TEST_CASE("a page that is turned is seen turned, at its turned size, with its words", "[imaging]") {
    struct Case {
        int turns, x, y;  // where the middle of the stamp is then
        const char* size;
    };
    const auto [turns, x, y, size] = GENERATE(Case{1, 1754 - 1280, 780, "841.92 x 595.2"},
                                              Case{2, 1240 - 780, 1754 - 1280, "595.2 x 841.92"},
                                              Case{3, 1280, 1240 - 780, "841.92 x 595.2"});
    FilePage page = readable();
    page.turns = turns;
    const Kept kept(file_of({page}));

    CHECK(testing::pdfa_faults(file_of({page})) == std::vector<std::string>{});
    CHECK(run(std::format("pdfinfo {} | grep -Eq 'Page size: +{} '", kept.name, size)) == 0);
    REQUIRE(run(std::format("pdftoppm -jpeg -jpegopt quality=95 -r {} {} {}", kDpi, kept.name,
                            kept.path("seen"))) == 0);
    const Bytes jpeg = read_file(kept.path("seen-1.jpg"), kEncodedLimit).value();
    const Image seen = decode_jpeg(jpeg, {.format = PixelFormat::Rgb}).value();
    const ByteView stamp = seen.view().row(y).subspan(std::size_t(x) * 3, 3);
    CHECK(stamp[0] > 170);
    CHECK(stamp[1] < 80);
    REQUIRE(run(std::format("pdftotext -raw -nopgbrk {} {}", kept.name, kept.path("words"))) == 0);
    CHECK(kept.read("words").contains("Nghĩa Đức"));
}

TEST_CASE("a page without colour holds its print alone", "[imaging]") {
    const PageLayers layers = take_apart(print().view(), kDpi).value();

    CHECK(layers.background.empty());
    CHECK(layers.colour.empty());
    CHECK_FALSE(layers.print.empty());
}

TEST_CASE("both sides of a card stand on one sheet at their real size", "[imaging]") {
    const FilePage front = card_side({200, 60, 40}, "Mặt trước");
    const FilePage back = card_side({40, 160, 60}, "Mặt sau");
    const Bytes file = file_of({front, back, readable()});
    const Kept kept(file);

    CHECK(testing::pdfa_faults(file) == std::vector<std::string>{});
    CHECK(run(std::format("pdfinfo {} | grep -Eq 'Pages: +2'", kept.name)) == 0);
    CHECK(run(std::format("pdfinfo {} | grep -Eq 'Page size: +595.27. x 841.8[0-9]* pts .A4.'",
                          kept.name)) == 0);
    REQUIRE(run(std::format("pdftotext -raw -l 1 -nopgbrk {} {}", kept.name, kept.path("text"))) ==
            0);
    CHECK(without_breaks(kept.read("text")) == "Mặt trước Mặt sau");
    REQUIRE(run(std::format("pdftoppm -jpeg -r {} -l 1 {} {}", kDpi, kept.name,
                            kept.path("seen"))) == 0);
    const Bytes jpeg = read_file(kept.path("seen-1.jpg"), kEncodedLimit).value();
    const Image seen = decode_jpeg(jpeg, {.format = PixelFormat::Rgb}).value();
    const auto coloured = [&](int y, std::size_t channel) {
        int count = 0;
        for (int x = 0; x < seen.width; ++x) {
            const auto pixel = seen.view().row(y).subspan(std::size_t(x) * 3, 3);
            if (pixel[channel] > 120 && pixel[1 - channel] < 100) ++count;
        }
        return count;
    };
    CHECK(std::abs(coloured(seen.height * 3 / 10, 0) - kCardWide) < 6);
    CHECK(std::abs(coloured(seen.height * 6 / 10, 1) - kCardWide) < 6);
    CHECK(coloured(seen.height * 45 / 100, 0) == 0);
}

TEST_CASE("one side of a card is a page of its own", "[imaging]") {
    const FilePage side = card_side({200, 60, 40}, "Mặt trước");
    const Kept kept(file_of({side, readable(), side}));

    CHECK(run(std::format("pdfinfo {} | grep -Eq 'Pages: +3'", kept.name)) == 0);
}

TEST_CASE("what is no page, or too many pages, is not bound", "[imaging]") {
    const FilePage torn{.layers = {.width = 9, .height = 9, .dpi = 9, .background = {0xFF, 0xD8}}};

    CHECK(bind_pages({}).error() == Fault::PictureUnreadable);
    CHECK(bind_pages(std::vector{torn}).error() == Fault::PictureUnreadable);
    CHECK(bind_pages(std::vector{FilePage{}}).error() == Fault::PictureUnreadable);
    CHECK(bind_pages(std::vector(kPageLimit + 1, page_of(print()))).error() ==
          Fault::PictureUnreadable);
}

TEST_CASE("layers survive their way between processes", "[imaging]") {
    const PageLayers layers = take_apart(stamped().view(), kDpi).value();

    CHECK(unpack_layers(pack_layers(layers)).value() == layers);
}

TEST_CASE("layers that are cut short, too long or of another size are refused", "[imaging]") {
    Bytes packed = pack_layers(take_apart(stamped().view(), kDpi).value());
    const auto [place, value] = GENERATE(std::pair{0, 0}, std::pair{7, 1}, std::pair{5, 255},
                                         std::pair{16, 255}, std::pair{20, 9}, std::pair{44, 1});
    packed[std::size_t(place)] ^= static_cast<std::uint8_t>(value);
    if (value == 0) packed.pop_back();

    CHECK_FALSE(unpack_layers(packed));
}
