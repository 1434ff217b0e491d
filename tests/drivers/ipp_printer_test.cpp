// The IPP printer against a printer of the test's own, over real HTTP and libcups. A printer by
// other people (ippeveprinter) is asked in tests/programs/print_test.py.
#include "drivers/ipp_printer/ipp_printer.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/drivers/ipp_twin.h"

using namespace motlan;
using namespace std::chrono_literals;
using motlan::testing::IppLate;
using motlan::testing::IppMood;
using motlan::testing::IppTwin;

namespace {

constexpr IppPatience kSoon{.answer = 3000ms, .slip = 10'000ms, .pause = 5ms};

Image slip() {
    Image image(576, 40, PixelFormat::Grey);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = static_cast<std::uint8_t>(i % 7 == 0 ? 0 : 255);
    return image;
}

std::optional<Fault> printed(IppTwin& twin) {
    IppPrinter printer({.address = twin.address()}, kSoon);
    const auto done = printer.print(slip().view());
    return done ? std::nullopt : std::optional(done.error());
}

/// What libcups writes before the pixels of a PWG raster.
constexpr std::size_t kSyncWord = 4;
constexpr std::size_t kHeader = 1796;

}  // namespace

TEST_CASE("a slip goes to the printer as one page of raster and is printed", "[drivers]") {
    IppTwin twin;

    CHECK(printed(twin) == std::nullopt);

    const Bytes document = twin.document();
    REQUIRE(document.size() > kSyncWord + kHeader);
    CHECK(as_text(document).starts_with("RaS2PwgRaster"));
}

TEST_CASE("what is wrong with a printer is known before anybody prints", "[drivers]") {
    const auto [reason, fault] = GENERATE(table<std::string, Fault>({
        {"media-empty-error", Fault::PrinterPaperOut},
        {"media-empty-warning", Fault::PrinterPaperOut},
        {"media-needed", Fault::PrinterPaperOut},
        {"cover-open-error", Fault::PrinterCoverOpen},
        {"door-open-report", Fault::PrinterCoverOpen},
        {"media-jam-error", Fault::PrinterUnavailable},
        {"paused", Fault::PrinterUnavailable},
    }));
    IppTwin twin;
    twin.be({.reasons = {"media-low-warning", reason}});
    IppPrinter printer({.address = twin.address()}, kSoon);

    printer.look();

    INFO(reason);
    CHECK(printer.status() == DeviceStatus{.fault = fault, .running_low = true});
    CHECK(printer.print(slip().view()).error() == fault);
    CHECK(twin.document().empty());
}

TEST_CASE("low paper is a warning, and the slip is printed", "[drivers]") {
    IppTwin twin;
    twin.be({.reasons = {"media-low-report"}});
    IppPrinter printer({.address = twin.address()}, kSoon);

    printer.look();

    CHECK(printer.status() == DeviceStatus{.running_low = true});
    CHECK(printer.print(slip().view()));
}

TEST_CASE("a queue that connects to its printer first prints the slip", "[drivers]") {
    IppTwin twin;
    twin.be({.job_states = {3, 5, 9}, .reasons_with_job = {"connecting-to-device"}});
    IppPrinter printer({.address = twin.address()}, kSoon);

    CHECK(printer.print(slip().view()));
    CHECK(printer.status().is_ready());
}

TEST_CASE("a queue that never reaches its printer is busy, and the slip is taken back",
          "[drivers]") {
    IppTwin twin;
    twin.be({.job_states = {5}, .reasons_with_job = {"connecting-to-device"}});
    IppPrinter printer({.address = twin.address()}, {.answer = 3000ms, .slip = 50ms, .pause = 5ms});

    CHECK(printer.print(slip().view()).error() == Fault::PrinterBusy);
    CHECK(twin.cancelled() == std::vector{7});
}

TEST_CASE("a printer that does not take our format is the technician's to change", "[drivers]") {
    IppTwin twin;
    const auto mood =
        GENERATE(IppMood{.formats = {"application/pdf"}},
                 IppMood{.create_status = 0x040B},  // attributes-or-values
                 IppMood{.create_status = 0x0501},  // operation-not-supported
                 IppMood{.send_status = 0x040A},    // document-format-not-supported
                 IppMood{.job_states = {5, 8}, .job_reasons = {"document-format-error"}});
    twin.be(mood);

    CHECK(printed(twin) == Fault::PrinterRefused);
}

TEST_CASE("paper and cover stop a slip that has begun", "[drivers]") {
    IppTwin twin;
    twin.be({.job_states = {5, 6}, .reasons_with_job = {"media-empty-error"}});
    CHECK(printed(twin) == Fault::PrinterPaperOut);

    twin.be({.job_states = {5, 8}, .reasons_with_job = {"cover-open-error"}});
    CHECK(printed(twin) == Fault::PrinterCoverOpen);

    twin.be({.job_states = {7}});
    CHECK(printed(twin) == Fault::PrinterUnavailable);
}

TEST_CASE("a slip that was not printed does not stay in the printer", "[drivers]") {
    const auto mood =
        GENERATE(IppMood{.job_states = {5, 6}, .reasons_with_job = {"media-empty-error"}},
                 IppMood{.job_states = {5}, .reasons_with_job = {"cover-open-error"}},
                 IppMood{.job_states = {8}, .job_reasons = {"document-format-error"}},
                 IppMood{.send_status = 0x040A}, IppMood{.job_states = {5}});
    IppTwin twin;
    twin.be(mood);
    IppPrinter printer({.address = twin.address()}, {.answer = 3000ms, .slip = 50ms, .pause = 5ms});

    CHECK_FALSE(printer.print(slip().view()));

    CHECK(twin.cancelled() == std::vector{7});
}

TEST_CASE("a slip is taken back also when the printer answers too late that it has it",
          "[drivers]") {
    IppTwin twin;
    twin.be({.late = GENERATE(IppLate::CreateJob, IppLate::SendDocument)});
    IppPrinter printer({.address = twin.address()},
                       {.answer = 1000ms, .slip = 10'000ms, .pause = 5ms});

    CHECK(printer.print(slip().view()).error() == Fault::PrinterUnavailable);

    CHECK(twin.cancelled() == std::vector{7});
}

TEST_CASE("what an earlier process left in the printer is taken back, and nobody else's",
          "[drivers]") {
    IppTwin twin;
    twin.be({.own_jobs = {3, 5}, .other_jobs = {2, 4}});
    IppPrinter printer({.address = twin.address()}, kSoon);

    printer.look();
    CHECK(twin.cancelled() == std::vector{3, 5});

    CHECK(printer.print(slip().view()));
    CHECK(twin.cancelled() == std::vector{3, 5});
}

TEST_CASE("what cannot be taken back is tried at each look, and never while a slip is printed",
          "[drivers]") {
    IppTwin twin;
    twin.be({.job_states = {5, 5, 9}, .own_jobs = {3}, .cancel_status = 0x0507});
    IppPrinter printer({.address = twin.address()}, kSoon);

    CHECK(printer.print(slip().view()));
    CHECK(twin.cancelled() == std::vector{3});

    printer.look();
    CHECK(twin.cancelled() == std::vector{3, 3});
}

TEST_CASE("a printed slip is left alone", "[drivers]") {
    IppTwin twin;

    CHECK(printed(twin) == std::nullopt);

    CHECK(twin.cancelled().empty());
}

TEST_CASE("a slip that could not be taken back at once is, before the next one", "[drivers]") {
    IppTwin twin;
    twin.be(
        {.job_states = {5, 6}, .reasons_with_job = {"media-empty-error"}, .cancel_status = 0x0507});
    IppPrinter printer({.address = twin.address()}, kSoon);
    CHECK(printer.print(slip().view()).error() == Fault::PrinterPaperOut);

    twin.be({});
    CHECK(printer.print(slip().view()));

    CHECK(twin.cancelled() == std::vector{7, 7});
}

TEST_CASE("a busy printer, one that takes no jobs and one that is gone have names", "[drivers]") {
    IppTwin twin;
    twin.be({.create_status = 0x0507});
    CHECK(printed(twin) == Fault::PrinterBusy);

    twin.be({.is_accepting = false});
    CHECK(printed(twin) == Fault::PrinterUnavailable);

    twin.go();
    CHECK(printed(twin) == Fault::PrinterUnavailable);
    IppPrinter nowhere({.address = "nonsense"}, kSoon);
    CHECK(nowhere.print(slip().view()).error() == Fault::PrinterUnavailable);
}
