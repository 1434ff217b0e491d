// The receipt printer: its bytes one by one, and the driver over a line that is played by a
// pseudo terminal. What only hardware shows: how long a real buffer takes, and what the paper
// looks like.
#include "drivers/escpos/escpos_code.h"

#include <fstream>
#include <iterator>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "drivers/escpos/escpos_printer.h"
#include "tests/drivers/escpos_twin.h"
#include "tests/support/folder.h"

using namespace motlan;
using namespace std::chrono_literals;
using motlan::testing::EscposTwin;

namespace {

Image white(int width, int height) {
    Image image(width, height, PixelFormat::Grey);
    std::ranges::fill(image.pixels, std::uint8_t{255});
    return image;
}

/// A slip with one dark dot in each row, one further to the right each time.
Image slanted(int height) {
    Image image = white(576, height);
    for (int y = 0; y < height; ++y) {
        image.pixels[static_cast<std::size_t>(y) * 576 + static_cast<std::size_t>(y % 576)] = 0;
    }
    return image;
}

struct Bench {
    testing::Folder folder;
    std::filesystem::path node = folder.path() / "printer";
    EscposTwin twin{node};
    EscposPrinter printer{{.node = node}, {.answer = 2000ms, .slip = 20'000ms}};
};

DeviceStatus after_look(Bench& bench) {
    bench.printer.look();
    return bench.printer.status();
}

}  // namespace

TEST_CASE("a slip is told byte for byte as the command reference has it", "[drivers]") {
    Image slip = white(10, 2);
    slip.pixels = {0,   255, 255, 255, 255, 255, 255, 127, 0,   128,
                   255, 255, 255, 255, 255, 255, 255, 255, 255, 0};

    CHECK(escpos_slip(slip.view()) == Bytes{0x1B, 0x40,  // ESC @: begin anew
                                            0x1D, 0x76, 0x30, 0x00,
                                            0x02, 0x00, 0x02, 0x00,  // GS v 0: 2 bytes wide, 2 rows
                                            0x81, 0x80, 0x00, 0x40,  // the dots
                                            0x1D, 0x56, 0x42, 0x00,  // GS V 66 0: feed and cut
                                            0x1D, 0x72, 0x01});      // GS r 1: say when it is done
}

TEST_CASE("a long slip goes in bands that fit the smallest buffer", "[drivers]") {
    const Bytes bytes = escpos_slip(white(576, 300).view());

    const std::size_t band = 8 + 72 * 128;
    REQUIRE(bytes.size() == 2 + 2 * band + 8 + 72 * 44 + 4 + 3);
    CHECK(bytes[2 + 4] == 72);
    CHECK(bytes[2 + 6] == 128);
    CHECK(bytes[2 + 2 * band + 6] == 44);
}

TEST_CASE("questions are DLE EOT and their number", "[drivers]") {
    CHECK(escpos_question(PrinterQuestion::Paper) == std::array<std::uint8_t, 3>{0x10, 0x04, 4});
}

TEST_CASE("an answer is found between flow control and unasked-for status", "[drivers]") {
    CHECK(escpos_answer(Bytes{0x11, 0x13, 0x10, 0x7E}) == 0x7E);
    CHECK_FALSE(escpos_answer(Bytes{0x11, 0x13, 0x00, 0xFF}));
    CHECK(says_done(Bytes{0x12, 0x00}));
    CHECK(says_done(Bytes{0x0F}));
    CHECK_FALSE(says_done(Bytes{0x12, 0x16, 0x11, 0x13, 0xFF}));
}

TEST_CASE("the answers say what is wrong, the most telling first", "[drivers]") {
    CHECK(status_in({0x12, 0x12, 0x12, 0x12}) == DeviceStatus{});
    CHECK(status_in({0x12, 0x12, 0x12, 0x1E}) == DeviceStatus{.running_low = true});
    CHECK(status_in({0x1A, 0x32, 0x12, 0x7E}).fault == Fault::PrinterPaperOut);
    CHECK(status_in({0x1A, 0x16, 0x12, 0x12}).fault == Fault::PrinterCoverOpen);
    CHECK(status_in({0x1A, 0x52, 0x1A, 0x12}).fault == Fault::PrinterUnavailable);
    CHECK(status_in({0x1A, 0x12, 0x12, 0x12}).fault == Fault::PrinterUnavailable);
    CHECK_FALSE(status_in({0x12, 0x12, 0x52, 0x12}).fault);  // it recovers by itself
}

TEST_CASE("every dot of a slip arrives on the paper, and the paper is cut", "[drivers]") {
    Bench bench;

    REQUIRE(bench.printer.print(slanted(700).view()));

    const auto paper = bench.twin.paper();
    REQUIRE(paper.size() == 700);
    for (std::size_t y = 0; y < paper.size(); ++y) {
        Bytes expected(72);
        expected[y % 576 / 8] = static_cast<std::uint8_t>(0x80U >> y % 8);
        REQUIRE(paper[y] == expected);
    }
    CHECK(bench.twin.cuts() == 1);
    CHECK(bench.printer.status().is_ready());
}

TEST_CASE("low paper, no paper and an open cover are known before anybody prints", "[drivers]") {
    Bench bench;
    CHECK(after_look(bench) == DeviceStatus{});
    bench.twin.is_paper_low = true;
    CHECK(after_look(bench) == DeviceStatus{.running_low = true});
    bench.twin.rows_left = 0;
    CHECK(after_look(bench).fault == Fault::PrinterPaperOut);
    bench.twin.rows_left = 1000;
    bench.twin.is_cover_open = true;

    CHECK(after_look(bench).fault == Fault::PrinterCoverOpen);
    CHECK(bench.printer.print(slanted(10).view()).error() == Fault::PrinterCoverOpen);
    CHECK(bench.twin.paper().empty());
}

TEST_CASE("a line may take longer for a slip than a printer may stand still", "[drivers]") {
    Bench bench;
    bench.twin.at_once = 256;
    EscposPrinter patient({.node = bench.node}, {.answer = 2000ms, .slip = 500ms});

    CHECK(patient.print(slanted(900).view()));
    CHECK(bench.twin.paper().size() == 900);
    CHECK(patient.status().is_ready());
}

TEST_CASE("paper that ends in the middle of a slip is noticed, and the next slip is whole",
          "[drivers]") {
    Bench bench;
    bench.twin.rows_left = 100;

    CHECK(bench.printer.print(slanted(300).view()).error() == Fault::PrinterPaperOut);

    bench.twin.rows_left = 10'000;
    CHECK(bench.printer.print(slanted(50).view()));
    CHECK(bench.printer.status().is_ready());
}

TEST_CASE("a printer that is switched off, unplugged or not there is out of order", "[drivers]") {
    Bench bench;
    const bool was_there = GENERATE(true, false);
    const bool is_unplugged = GENERATE(true, false);
    const auto node = was_there ? bench.node : bench.folder.path() / "nothing";
    EscposPrinter hasty({.node = node}, {.answer = 20ms, .slip = 200ms});
    hasty.look();
    bench.twin.is_silent = true;
    if (is_unplugged) bench.twin.unplug();

    CHECK(hasty.print(slanted(10).view()).error() == Fault::PrinterUnavailable);
    CHECK(hasty.status().fault == Fault::PrinterUnavailable);
}

TEST_CASE("a line that never stops talking is no printer, and is not listened to for ever",
          "[drivers]") {
    EscposPrinter chatty({.node = "/dev/zero"}, {.answer = 50ms, .slip = 200ms});

    chatty.look();

    CHECK(chatty.status().fault == Fault::PrinterUnavailable);
}

TEST_CASE("a printer whose cable carries nothing back is believed", "[drivers]") {
    Bench bench;
    bench.twin.is_silent = true;
    EscposPrinter mute({.node = bench.node, .answers = false});

    CHECK(mute.print(slanted(10).view()));
    CHECK(mute.status().is_ready());
}

TEST_CASE("a file keeps what a printer would get, slip after slip", "[drivers]") {
    const testing::Folder folder;
    const auto path = folder.path() / "slips.bin";
    std::ofstream(path).close();
    const Image slip = slanted(20);
    EscposPrinter printer({.node = path, .answers = false});

    REQUIRE(printer.print(slip.view()));
    REQUIRE(printer.print(slip.view()));

    std::ifstream file(path, std::ios::binary);
    const Bytes kept{std::istreambuf_iterator<char>(file), {}};
    Bytes expected = escpos_slip(slip.view());
    const Bytes once = expected;
    expected.insert(expected.end(), once.begin(), once.end());
    CHECK(kept == expected);
}
