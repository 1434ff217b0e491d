// The client against the real reader: kiosk-eye --text, sandbox, model and all.
#include "kiosk/reading/client.h"

#include <sys/resource.h>

#include <cmath>
#include <csignal>
#include <format>
#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/core/file.h"
#include "kiosk/domain/paper_value.h"
#include "tests/support/printed_page.h"

using namespace motlan;
using testing::PrintedPage;

namespace {

LegiblePage legible(const PrintedPage& page) {
    return {page.width, page.height, page.dpi, page.bits};
}

PrintedPage letter() {
    return testing::print_page(
        {{.text = "ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM", .base = 400},
         {.text = "Giấy xác nhận tình trạng hôn nhân", .base = 520},
         {.text = "Họ và tên: Nguyễn Thị Mẫu, sinh ngày 05/09/1990", .base = 640}});
}

// Loops of a pen, 60 mm wide and as high as two lines.
void scribble(PrintedPage& page, int left, int top) {
    for (int step = 0; step < 7000; ++step) {
        const double turn = step / 60.0;
        const auto x = left + static_cast<int>(step / 10.0 + 60 * std::cos(turn));
        const auto y = top + static_cast<int>(70 * std::sin(turn * 1.1));
        for (int at = x; at < x + 5; ++at) {
            page.bits[static_cast<std::size_t>(y * page.width / 8 + at / 8)] |=
                static_cast<std::uint8_t>(0x80U >> unsigned(at % 8));
        }
    }
}

// Dots of 0.4 mm to the right edge, one every 1.3 mm.
void dots(PrintedPage& page, int left, int top) {
    for (int x = left; x < page.width - 200; x += 15) {
        for (int at = 0; at < 25; ++at) {
            const int u = x + at % 5;
            page.bits[static_cast<std::size_t>((top + at / 5) * page.width / 8 + u / 8)] |=
                static_cast<std::uint8_t>(0x80U >> unsigned(u % 8));
        }
    }
}

std::string joined(const PageText& text) {
    std::string out;
    int line = 0;
    for (const PageWord& word : text.words) {
        if (!out.empty()) out += word.line == line ? " " : "\n";
        line = word.line;
        out += word.text;
    }
    return out;
}

}  // namespace

TEST_CASE("a printed page is read word by word with its places", "[reading]") {
    auto reader = ReaderClient::start(KIOSK_EYE).value();

    const auto reading = reader.read(legible(letter()));

    REQUIRE(reading);
    CHECK(joined(reading->text) ==
          "ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM\nGiấy xác nhận tình trạng hôn nhân\n"
          "Họ và tên: Nguyễn Thị Mẫu, sinh ngày 05/09/1990");
    CHECK_FALSE(reading->is_text_lost());
    const PageWord& first = reading->text.words.front();
    CHECK(std::abs(first.left - 255) < 12);
    CHECK(std::abs(first.top + first.height - 400) < 16);
}

TEST_CASE("what was filled in on dotted lines is read", "[reading]") {
    auto reader = ReaderClient::start(KIOSK_EYE).value();
    PrintedPage form = letter();
    for (int base = 400; base <= 640; base += 120) dots(form, 250, base + 18);

    const auto reading = reader.read(legible(form));

    REQUIRE(reading);
    CHECK(joined(reading->text) == joined(reader.read(legible(letter()))->text));
    CHECK_FALSE(reading->is_text_lost());
}

TEST_CASE("a scribble is no text", "[reading]") {
    auto reader = ReaderClient::start(KIOSK_EYE).value();
    PrintedPage page = letter();
    scribble(page, 1200, 1500);

    const auto reading = reader.read(legible(page));

    REQUIRE(reading);
    CHECK(joined(reading->text) == joined(reader.read(legible(letter()))->text));
}

TEST_CASE("what a notice says of a person is read for the questions about him", "[reading]") {
    auto reader = ReaderClient::start(KIOSK_EYE).value();
    const auto reading = reader.read(legible(
        testing::print_page({{.text = "GIẤY BÁO TỬ", .base = 400},
                             {.text = "Họ, chữ đệm, tên người chết: PHAN VĂN THỬ GIÀ", .base = 520},
                             {.text = "Ngày, tháng, năm sinh: 12/03/1938", .base = 640},
                             {.text = "Số định danh cá nhân: 040 038 000 021", .base = 760}})));
    REQUIRE(reading);
    const auto said = [&](ValueShape shape, const char* label) {
        return values_on({ItemId("notice"), shape, {label}}, reading->text);
    };
    using Values = std::vector<std::string>;

    CHECK(said(ValueShape::PersonNumber, "Số định danh cá nhân") == Values{"040038000021"});
    CHECK(said(ValueShape::Name, "Họ, chữ đệm, tên") == Values{"Phan Văn Thử Già"});
    CHECK(said(ValueShape::Date, "Ngày, tháng, năm sinh") == Values{"12/03/1938"});
}

TEST_CASE("a page is read that the library complains about", "[reading]") {
    auto reader = ReaderClient::start(KIOSK_EYE).value();
    PrintedPage page = letter();
    page.dpi = 1;

    const auto reading = reader.read(legible(page));

    REQUIRE(reading);
    CHECK(joined(reading->text).contains("Nguyễn"));
}

TEST_CASE("an empty page has no words and has lost none", "[reading]") {
    auto reader = ReaderClient::start(KIOSK_EYE).value();

    const auto reading = reader.read(legible(testing::print_page({})));

    REQUIRE(reading);
    CHECK(reading->text.words.empty());
    CHECK_FALSE(reading->is_text_lost());
}

TEST_CASE("bits that do not fit their size are refused, and the next page is read", "[reading]") {
    auto reader = ReaderClient::start(KIOSK_EYE).value();
    PrintedPage torn = letter();
    torn.bits.pop_back();
    const LegiblePage huge{1 << 20, 1 << 20, 300, torn.bits};
    const LegiblePage flat{2480, 0, 300, {}};

    CHECK(reader.read(legible(torn)).error() == Fault::PictureUnreadable);
    CHECK(reader.read(huge).error() == Fault::PictureUnreadable);
    CHECK_FALSE(reader.read(flat));
    CHECK(reader.read(legible(letter())));
}

TEST_CASE("a reader leaves the machine to everybody else", "[reading]") {
    const auto reader = ReaderClient::start(KIOSK_EYE).value();

    CHECK(::getpriority(PRIO_PROCESS, static_cast<id_t>(reader.child())) == 10);
    const auto environment = std::format("/proc/{}/environ", reader.child());
    CHECK(read_text(environment, 65'536).value().contains("OMP_THREAD_LIMIT=1"));
}

TEST_CASE("a reader that dies is replaced", "[reading]") {
    auto reader = ReaderClient::start(KIOSK_EYE).value();
    const int first = reader.child();
    ::kill(first, SIGKILL);

    CHECK_FALSE(reader.read(legible(letter())));
    CHECK(reader.read(legible(letter())));
    CHECK(reader.child() != first);
}

TEST_CASE("a reader that cannot start is unavailable", "[reading]") {
    CHECK(ReaderClient::start("/bin/true").error() == Fault::EyeUnavailable);
}
