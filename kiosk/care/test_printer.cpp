#include "kiosk/care/test_printer.h"

namespace motlan {
namespace {

// A slip that takes longer keeps people waiting at the goodbye.
constexpr double kMostSeconds = 10;

}  // namespace

TestResult test_printer(const PrinterTrial& trial) {
    trial.printer.look();
    if (const auto fault = trial.printer.status().fault)
        return failed_by(DeviceTest::Printer, *fault);
    const auto start = trial.clock.steady();
    if (const auto printed = trial.printer.print(trial.slip.view()); !printed)
        return failed_by(DeviceTest::Printer, printed.error());
    const std::chrono::duration<double> spent = trial.clock.steady() - start;
    TestResult result =
        judged(DeviceTest::Printer,
               {{.name = "print_seconds", .value = spent.count(), .most = kMostSeconds}});
    if (trial.printer.status().running_low) result.fault = Fault::PrinterPaperLow;
    const auto code = trial.read_back();
    const bool is_shown = code && code->has_value();
    if (result.verdict == Verdict::Failed || (is_shown && as_text(**code) == trial.words))
        return result;
    result.verdict = is_shown ? Verdict::Failed : Verdict::NotTested;
    result.reason = is_shown ? TestReason::SlipMisread : TestReason::SlipNotShown;
    return result;
}

}  // namespace motlan
