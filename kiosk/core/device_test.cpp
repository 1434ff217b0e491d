#include "kiosk/core/device_test.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace motlan {
namespace {

constexpr std::array kTests{DeviceTest::Camera, DeviceTest::Scanner, DeviceTest::Printer,
                            DeviceTest::Reader, DeviceTest::Card,    DeviceTest::Sound,
                            DeviceTest::Touch,  DeviceTest::Display, DeviceTest::Reach,
                            DeviceTest::Keypad, DeviceTest::Network, DeviceTest::Payment,
                            DeviceTest::Traces};
constexpr std::array<std::string_view, kTests.size()> kTestNames{
    "camera",  "scanner", "printer", "reader",  "card",    "sound", "touch",
    "display", "reach",   "keypad",  "network", "payment", "traces"};
static_assert(kTests.size() == std::to_underlying(DeviceTest::Traces) + 1);

constexpr std::array<std::string_view, 4> kVerdicts{"passed", "failed", "not_tested", "skipped"};

constexpr std::array kReasons{
    TestReason::Fault,        TestReason::Figures,       TestReason::NotConfigured,
    TestReason::NothingShown, TestReason::NoTestSheet,   TestReason::SlipNotShown,
    TestReason::SlipMisread,  TestReason::MarksLost,     TestReason::NeedsScreen,
    TestReason::NotPlugged,   TestReason::NoAddress,     TestReason::TracesFound,
    TestReason::NoCallback,   TestReason::NoRefund,      TestReason::NoSandbox,
    TestReason::NotMeasured,  TestReason::SkippedRepair, TestReason::SkippedAwaited,
    TestReason::SkippedUnused};
constexpr std::array kSkipReasons{TestReason::SkippedRepair, TestReason::SkippedAwaited,
                                  TestReason::SkippedUnused};
constexpr std::string_view kSkipped = "skipped_";
constexpr std::array<std::string_view, kReasons.size() + 1> kReasonNames{
    "none",          "fault",          "figures",        "not_configured",  "nothing_shown",
    "no_test_sheet", "slip_not_shown", "slip_misread",   "marks_lost",      "needs_screen",
    "not_plugged",   "no_address",     "traces_found",   "no_callback",     "no_refund",
    "no_sandbox",    "not_measured",   "skipped_repair", "skipped_awaited", "skipped_unused"};
static_assert(kReasons.size() == std::to_underlying(TestReason::SkippedUnused));

constexpr auto kFigures = std::to_array<std::string_view>({
    "answer_ms",
    "brightness",
    "callback_seconds",
    "certificate_days",
    "clock_seconds",
    "codes",
    "colour_error",
    "contrast",
    "cut",
    "darkness",
    "dpi",
    "edge_missing",
    "files",
    "focus",
    "glare",
    "greys",
    "highest_control",
    "highest_lowered",
    "largest_miss",
    "latency_ms",
    "loudness",
    "lowest_control",
    "mean_miss",
    "pictures",
    "pixels_per_mm",
    "points",
    "print_seconds",
    "queue",
    "read_rate",
    "refund_seconds",
    "sides",
    "skew",
    "specks",
    "spots",
    "evenness",
    "keys",
    "traces",
    "wrong_sides",
});

}  // namespace

std::span<const DeviceTest> all_device_tests() { return kTests; }

std::string_view name(DeviceTest test) { return kTestNames.at(std::to_underlying(test)); }

std::optional<DeviceTest> device_test_of(std::string_view name) {
    const auto* const found = std::ranges::find(kTestNames, name);
    if (found == kTestNames.end()) return std::nullopt;
    return static_cast<DeviceTest>(found - kTestNames.begin());
}

std::string_view name(Verdict verdict) { return kVerdicts.at(std::to_underlying(verdict)); }

std::string_view name(TestReason reason) { return kReasonNames.at(std::to_underlying(reason)); }

std::span<const TestReason> all_test_reasons() { return kReasons; }

std::span<const std::string_view> all_figures() { return kFigures; }

// Nobody reads more of a figure, and a long one could pass for somebody's number.
TestResult judged(DeviceTest test, std::vector<Figure> figures) {
    constexpr double kHundredths = 100;
    for (Figure& figure : figures)
        figure.value = std::round(figure.value * kHundredths) / kHundredths;
    const bool is_good = std::ranges::all_of(figures, &Figure::holds);
    return {.test = test,
            .verdict = is_good ? Verdict::Passed : Verdict::Failed,
            .reason = is_good ? TestReason::None : TestReason::Figures,
            .figures = std::move(figures)};
}

TestResult failed_by(DeviceTest test, Fault fault) {
    return {.test = test, .verdict = Verdict::Failed, .reason = TestReason::Fault, .fault = fault};
}

TestResult not_tested(DeviceTest test, TestReason reason) {
    return {.test = test, .verdict = Verdict::NotTested, .reason = reason};
}

TestResult skipped(DeviceTest test, TestReason reason) {
    return {.test = test, .verdict = Verdict::Skipped, .reason = reason};
}

std::span<const TestReason> skip_reasons() { return kSkipReasons; }

std::optional<TestReason> skip_reason_of(std::string_view word) {
    const auto* const found = std::ranges::find_if(kSkipReasons, [word](TestReason reason) {
        return name(reason).substr(kSkipped.size()) == word;
    });
    return found == kSkipReasons.end() ? std::nullopt : std::optional(*found);
}

}  // namespace motlan
