// The report of the tests: its lines, its code, and the page that is signed.
#include "kiosk/care/test_report.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/report_file.h"
#include "kiosk/ui/report_page.h"
#include "tests/support/pdfa_check.h"

namespace motlan {
namespace {

TestReport sample() {
    TestReport report{
        .kiosk = "NA-VINH-03",
        .version = "1.0.0 (a1b2c3d4)",
        .number = "12/BB",
        .who = "Lê Văn Bình",
        .at = WallTime(std::chrono::hours(24 * 365)),
        .devices = {{DeviceKind::Camera, "HD Pro Webcam C920", "/dev/video0", "1C8A", "0.11"}}};
    TestResult camera =
        judged(DeviceTest::Camera, {{.name = "read_rate", .value = 100, .least = 95},
                                    {.name = "pixels_per_mm", .value = 9.4, .least = 16}});
    report.results[DeviceTest::Camera] = {camera};
    return report;
}

const SlipLine& line_of(const std::vector<SlipLine>& lines, Text label) {
    const auto found = std::ranges::find(lines, phrase(label, Language::Vietnamese).shown,
                                         [](const SlipLine& line) { return line.label.shown; });
    REQUIRE(found != lines.end());
    return *found;
}

}  // namespace

TEST_CASE("a report's code changes with any of its lines", "[care]") {
    TestReport report = sample();
    const auto before = report_lines(report, Language::Vietnamese);
    report.results[DeviceTest::Scanner] = {failed_by(DeviceTest::Scanner, Fault::ScannerJam)};
    const auto after = report_lines(report, Language::Vietnamese);

    REQUIRE(before.size() == 5 + all_device_tests().size());
    CHECK(before.back().value != after.back().value);
    CHECK(before.back().value == report_lines(sample(), Language::Vietnamese).back().value);
}

TEST_CASE("a slip tells what is beyond its limit, a sheet every figure and device", "[care]") {
    const auto slip = report_lines(sample(), Language::Vietnamese);
    const auto sheet = whole_report_lines(sample(), Language::Vietnamese);

    CHECK(line_of(slip, Text::TestNameCamera).value.contains("9,4 điểm ảnh"));
    CHECK_FALSE(line_of(slip, Text::TestNameCamera).value.contains("100 %"));
    CHECK(line_of(sheet, Text::TestNameCamera).value.contains("100 % số hình (cần từ 95)"));
    CHECK(line_of(sheet, Text::CareKindCamera).value.contains("số 1C8A · bản 0.11"));
}

TEST_CASE("a report without a number is called by its kiosk and its time", "[care]") {
    CHECK(report_number("NA-VINH-03", WallTime{}) == "NA-VINH-03-19700101-0700");
    CHECK(report_number("", WallTime{}) == "motlan-19700101-0700");
}

TEST_CASE("the page is one of PDF/A, and its words are those that are drawn", "[care]") {
    const Typeface typeface = Typeface::open(kFontFolder).value();

    const auto pdf = report_pdf(typeface, sample());

    REQUIRE(pdf);
    CHECK(testing::pdfa_faults(*pdf) == std::vector<std::string>{});
    CHECK(report_pdf(typeface, sample()) == pdf);
}

TEST_CASE("as much as one sheet holds is drawn smaller until it fits", "[care]") {
    const Typeface typeface = Typeface::open(kFontFolder).value();
    ReportPage page{.number = "12/BB", .lines = {}, .who = "Lê Văn Bình"};
    for (int n = 0; n < 60; ++n)
        page.lines.push_back({plain("Máy quét"), "ĐẠT, 07:31 29/11/2026; sáng đều 91 %"});

    const DrawnPaper drawn = draw_report_page(typeface, Language::Vietnamese, page);

    CHECK(drawn.is_whole);
    CHECK(drawn.picture.width == kReportWidth);
    CHECK(drawn.picture.height <= kReportHeight);
    const auto& nodes = drawn.texts.nodes();
    CHECK(std::ranges::count(nodes, "Lê Văn Bình", [](const Node& n) { return n.label.shown; }) ==
          1);
}

}  // namespace motlan
