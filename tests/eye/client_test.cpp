// The client against the real kiosk-eye, sandbox and all.
#include "kiosk/eye/client.h"

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/core/png.h"
#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/picture_file.h"
#include "tests/support/card_picture.h"
#include "tests/support/jpeg2000_coder.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr std::string_view kPerson =
    "001199012345|012345678|Nguyễn Thị Thử Nghiệm|05091990|Nữ|"
    "Số 12, ngõ 34, đường Mẫu, phường Thử, tỉnh Mẫu|10052021";

EyeClient started() { return EyeClient::start(KIOSK_EYE).value(); }

EncodedPicture card_picture() {
    const Image frame = draw_held_card(draw_card(kPerson), {.pixels_per_mm = 11});
    return {.coding = PictureCoding::Png, .bytes = encode_png(frame.view())};
}

// An A4 sheet at 100 dpi with some lines of ink.
EncodedPicture sheet(std::uint8_t ink) {
    EncodedPicture sheet{
        .coding = PictureCoding::RawGrey, .width = 827, .height = 1169, .dpi = 100};
    sheet.bytes.assign(827 * 1169, 240);
    for (int y = 100; y < 900; y += 40) {
        std::ranges::fill_n(sheet.bytes.begin() + y * 827 + 100, 500, ink);
    }
    return sheet;
}

/// The same sheet as a document camera sees it, on a dark desk.
EncodedPicture sheet_on_desk() {
    const EncodedPicture page = sheet(20);
    constexpr int kMargin = 100;
    EncodedPicture desk{.coding = PictureCoding::RawGrey,
                        .width = page.width + 2 * kMargin,
                        .height = page.height + 2 * kMargin};
    desk.bytes.assign(static_cast<std::size_t>(desk.width) * desk.height, 60);
    for (int y = 0; y < page.height; ++y) {
        std::copy_n(page.bytes.begin() + y * page.width, page.width,
                    desk.bytes.begin() + (y + kMargin) * desk.width + kMargin);
    }
    return desk;
}

bool is_gone(int child) { return ::kill(child, 0) != 0; }

/// Whether the process ends within ten seconds, reaped or not.
bool ends(int process) {
    pollfd end{.fd = static_cast<int>(::syscall(SYS_pidfd_open, process, 0)),
               .events = POLLIN,
               .revents = 0};
    REQUIRE(end.fd >= 0);
    const bool is_over = ::poll(&end, 1, 10'000) == 1;
    ::close(end.fd);
    return is_over;
}

/// A kiosk with an eye: the process, and the eye's.
std::array<int, 2> started_kiosk() {
    std::array<int, 2> line{};
    REQUIRE(::pipe(line.data()) == 0);
    const int kiosk = ::fork();
    if (kiosk == 0) {
        const EyeClient eye = started();
        const int child = eye.child();
        while (::write(line[1], &child, sizeof child) == sizeof child) ::pause();
        ::_exit(1);
    }
    int child = -1;
    REQUIRE(::read(line[0], &child, sizeof child) == sizeof child);
    ::close(line[0]);
    ::close(line[1]);
    return {kiosk, child};
}

// As many pixels as a picture may have, from coarse to fine: the decoder holds all of them in the
// form that takes the most room until the last byte has come.
EncodedPicture largest_picture() {
    constexpr int kSide = 6240;
    Image page(kSide, kSide, PixelFormat::Rgb);
    std::ranges::fill(page.pixels, std::uint8_t{240});
    for (std::size_t y = 400; y < 5600; y += 60) {
        for (std::size_t row = y; row < y + 20; ++row) {
            for (std::size_t x = 500; x < 5500; ++x)
                page.pixels[(row * kSide + x) * 3 + x / 40 % 3] = static_cast<std::uint8_t>(x % 90);
        }
    }
    return {.coding = PictureCoding::Jpeg,
            .bytes = encode_jpeg(page.view(), 75, JpegLayout::Progressive).value()};
}

// Finder patterns without end: the barcode library would look at every three of them for hours.
EncodedPicture hostile_picture() {
    EncodedPicture picture{.coding = PictureCoding::RawGrey, .width = 1280, .height = 720};
    for (int y = 0; y < 720; ++y) {
        for (int x = 0; x < 1280; ++x) {
            const int ring = std::max(std::abs(x % 9 - 3), std::abs(y % 9 - 3));
            picture.bytes.push_back(ring == 3 || ring < 2 ? 0 : 255);
        }
    }
    return picture;
}

}  // namespace

TEST_CASE("the eye reads a held card and shows what it saw", "[eye]") {
    auto eye = started();

    const auto seen = eye.look_at_card(card_picture(), EyeClient::Sequence::Alone);

    REQUIRE(seen);
    REQUIRE(seen->code.payload);
    CHECK(as_text(*seen->code.payload) == kPerson);
    CHECK(seen->code.hint == CardHint::CodeSeen);
    CHECK(seen->code.side > 50);
    CHECK(seen->code.side < seen->code.room);
    CHECK(seen->preview.width == 960);
    CHECK(seen->preview.height == 540);
    CHECK(seen->preview.format == PixelFormat::Rgba);
}

TEST_CASE("the eye packs pages and binds them into one file", "[eye]") {
    auto eye = started();

    const auto page = eye.accept_page(sheet(30));
    REQUIRE(page);
    const PageText text{.width = page->packed.width,
                        .height = page->packed.height,
                        .dpi = 100,
                        .words = {{.text = "chữ", .left = 9, .top = 9, .width = 40, .height = 20}}};
    const auto file = eye.bind_pages(
        std::vector<PageToBind>{{page->packed, text}, {page->packed, {}}, {page->packed, text}});

    CHECK(page->packed.coding == kLayers);
    CHECK(page->legible.size() ==
          std::size_t(page->packed.width + 7) / 8 * std::size_t(page->packed.height));
    CHECK(page->packed.dpi == 100);
    CHECK_FALSE(std::ranges::contains(page->doubts, Fault::PageBlank));
    CHECK(page->preview.height == 1000);
    CHECK(page->ink > 0.005);
    REQUIRE(file);
    CHECK(as_text(*file).starts_with("%PDF-1.7"));
}

TEST_CASE("a page can be looked at closely where that is wished", "[eye]") {
    auto eye = started();

    const auto page = eye.accept_page(sheet(30), {.is_fine = true});

    REQUIRE(page);
    CHECK(page->preview.height == std::min(2000, page->packed.height));
    CHECK(page->preview.height > 1000);
}

TEST_CASE("a page that a person has turned is bound as it was turned", "[eye]") {
    auto eye = started();
    const auto page = eye.accept_page(sheet(30));
    REQUIRE(page);

    const auto bound = [&](int turns) {
        return eye.bind_pages(std::vector<PageToBind>{{page->packed, {}, turns}}).value();
    };

    CHECK(bound(1) != bound(0));
    CHECK(bound(1) != bound(3));
    CHECK(bound(4) == bound(0));
}

TEST_CASE("blank and small pages come with a doubt, broken ones are refused by name", "[eye]") {
    auto eye = started();
    const EncodedPicture tiny{
        .coding = PictureCoding::RawGrey, .width = 8, .height = 8, .bytes = Bytes(64)};
    const EncodedPicture bomb{
        .coding = PictureCoding::RawGrey, .width = 1 << 20, .height = 1 << 20};

    CHECK(eye.accept_page(sheet(240))->doubts == std::vector{Fault::PageBlank});
    CHECK(eye.accept_page(tiny).error() == Fault::PageTooSmall);
    CHECK(eye.accept_page({}).error() == Fault::PictureUnreadable);
    CHECK(eye.accept_page(bomb).error() == Fault::PictureTooLarge);
    CHECK(eye.read_code(bomb).error() == Fault::PictureTooLarge);
}

TEST_CASE("a photo without a sheet is refused, or taken with a doubt where somebody wishes",
          "[eye]") {
    auto eye = started();

    CHECK(eye.accept_page(sheet(240), {.is_photo = true}).error() == Fault::PageNotFound);
    const auto page = eye.accept_page(sheet(240), {.is_photo = true, .takes_all = true});
    REQUIRE(page);
    CHECK(std::ranges::contains(page->doubts, Fault::PageNotFound));
}

TEST_CASE("a sheet that comes twice is noticed while the visit keeps it", "[eye]") {
    auto eye = started();
    const auto first = eye.accept_page(sheet(30));
    REQUIRE(first);

    const auto again = eye.accept_page(sheet(30));
    const auto after_removal = eye.accept_page(sheet(30), {.kept = std::vector<int>{}});

    CHECK(std::ranges::contains(again->doubts, Fault::PageDuplicate));
    CHECK(again->same_as == std::vector{first->sheet});
    CHECK_FALSE(std::ranges::contains(after_removal->doubts, Fault::PageDuplicate));
    CHECK(after_removal->same_as.empty());
}

TEST_CASE("a fresh eye numbers its sheets after those of the one before", "[eye]") {
    auto eye = started();
    const auto first = eye.accept_page(sheet(30));
    ::kill(eye.child(), SIGKILL);

    const auto second = eye.accept_page(sheet(30));
    const auto third = eye.accept_page(sheet(30), {.kept = std::vector<int>{0}});
    const auto fourth = eye.accept_page(sheet(30), {.kept = std::vector<int>{0, 1}});

    CHECK(std::vector{first->sheet, second->sheet, third->sheet} == std::vector{0, 1, 2});
    CHECK_FALSE(std::ranges::contains(third->doubts, Fault::PageDuplicate));
    CHECK(std::ranges::contains(fourth->doubts, Fault::PageDuplicate));
    CHECK(fourth->same_as == std::vector{1});
}

TEST_CASE("a sheet that lies still under a document camera is taken once", "[eye]") {
    using namespace std::chrono_literals;
    auto eye = started();
    const EncodedPicture page = sheet_on_desk();
    const auto look = [&](std::chrono::milliseconds at,
                          EyeClient::Sequence sequence = EyeClient::Sequence::GoesOn) {
        return eye.look_at_desk(page, at, sequence).value().hint;
    };

    CHECK(look(0ms, EyeClient::Sequence::Alone) == PaperHint::Moving);
    CHECK(look(100ms) == PaperHint::Settling);
    CHECK(look(1200ms) == PaperHint::Ready);
    CHECK(look(1300ms) == PaperHint::Taken);
    CHECK(look(1400ms, EyeClient::Sequence::Alone) == PaperHint::Moving);
    CHECK(eye.look_at_desk(page, 1500ms, EyeClient::Sequence::GoesOn).value().preview.height > 0);
}

TEST_CASE("an eye that stalls on a hostile picture is replaced", "[eye]") {
    auto eye = started();
    const int first = eye.child();

    CHECK(eye.read_code(hostile_picture()).error() == Fault::PictureUnreadable);

    CHECK(eye.child() != first);
    CHECK(is_gone(first));
    CHECK(eye.look_at_card(card_picture(), EyeClient::Sequence::Alone));
}

TEST_CASE("an A4 page of 300 dpi in JPEG 2000 is taken, a larger one refused by name", "[eye]") {
    auto eye = started();
    const auto coded = [](int width, int height) {
        Image page(width, height, PixelFormat::Rgb);
        const std::size_t row = static_cast<std::size_t>(width) * 3;
        for (std::size_t i = 0; i < page.pixels.size(); ++i)
            page.pixels[i] = static_cast<std::uint8_t>(i / row % 80 < 12 ? 20 : 245);
        return EncodedPicture{
            .coding = PictureCoding::Jpeg2000, .dpi = 300, .bytes = encode_jpeg2000(page.view())};
    };

    const auto page = eye.accept_page(coded(2480, 3508));

    REQUIRE(page);
    CHECK(page->packed.dpi == 300);
    CHECK(page->packed.height > 3000);
    CHECK(eye.accept_page(coded(3000, 3010)).error() == Fault::PictureTooLarge);
}

TEST_CASE("the largest picture is answered or refused by name, and the next one is served",
          "[eye]") {
    auto eye = started();
    const EncodedPicture largest = largest_picture();

    const auto page = eye.accept_page(largest);
    const auto code = eye.read_code(largest);

    const std::array refusals{Fault::PictureUnreadable, Fault::PictureTooLarge};
    CHECK((page || std::ranges::contains(refusals, page.error())));
    CHECK((code || std::ranges::contains(refusals, code.error())));
    CHECK(eye.accept_page(sheet(30)));
}

TEST_CASE("an eye that dies or freezes is replaced and the next picture is read", "[eye]") {
    auto eye = started();
    const int signal = GENERATE(SIGSEGV, SIGKILL, SIGSTOP);
    ::kill(eye.child(), signal);

    (void)eye.read_code(card_picture());
    const auto second = eye.read_code(card_picture());

    REQUIRE(second);
    CHECK(second->payload);
}

TEST_CASE("an eye that cannot start is unavailable", "[eye]") {
    const std::string program = GENERATE("/nowhere/kiosk-eye", "/bin/true", "/etc/hostname");

    CHECK(EyeClient::start(program).error() == Fault::EyeUnavailable);
}

TEST_CASE("no child is left behind", "[eye]") {
    int child = 0;
    {
        auto eye = started();
        child = eye.child();
        CHECK_FALSE(is_gone(child));
    }

    CHECK(is_gone(child));
    CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}

TEST_CASE("an eye that is too busy to look up ends with its kiosk all the same", "[eye]") {
    const auto [kiosk, eye] = started_kiosk();
    REQUIRE(::kill(eye, SIGSTOP) == 0);

    REQUIRE(::kill(kiosk, SIGKILL) == 0);

    CHECK(::waitpid(kiosk, nullptr, 0) == kiosk);
    CHECK(ends(eye));
    ::kill(eye, SIGKILL);
}
