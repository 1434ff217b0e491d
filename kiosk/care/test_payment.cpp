#include "kiosk/care/test_payment.h"

#include <optional>

namespace motlan {
namespace {

/// Asks until the payment stands so; how many seconds it took, nothing when the time was over.
Result<std::optional<double>> await(const PaymentTrial& trial, PaymentTest test,
                                    PaymentState wanted) {
    const auto begun = trial.clock.steady();
    while (true) {
        const auto payment = trial.ask(test);
        if (!payment) return fail(payment.error());
        const std::chrono::duration<double> spent = trial.clock.steady() - begun;
        if (spent > trial.patience) return std::nullopt;
        if (payment->state == wanted) return spent.count();
        if (payment->state == PaymentState::Waiting) trial.show_code(payment->payload);
        trial.pause();
    }
}

TestResult failed_for(TestReason reason) {
    return {.test = DeviceTest::Payment, .verdict = Verdict::Failed, .reason = reason};
}

/// A province that refuses the question has no such sandbox; that is nobody's fault here.
TestResult stopped_by(Fault fault) {
    if (fault == Fault::BackendRefused)
        return not_tested(DeviceTest::Payment, TestReason::NoSandbox);
    return failed_by(DeviceTest::Payment, fault);
}

}  // namespace

TestResult test_payment(const PaymentTrial& trial) {
    const double most = static_cast<double>(trial.patience.count());
    const auto paid = await(trial, PaymentTest::Pay, PaymentState::Paid);
    if (!paid) return stopped_by(paid.error());
    if (!*paid) return failed_for(TestReason::NoCallback);
    const auto refunded = await(trial, PaymentTest::Refund, PaymentState::Refunded);
    if (!refunded) return stopped_by(refunded.error());
    if (!*refunded) return failed_for(TestReason::NoRefund);
    return judged(DeviceTest::Payment,
                  {{.name = "callback_seconds", .value = **paid, .most = most},
                   {.name = "refund_seconds", .value = **refunded, .most = most}});
}

}  // namespace motlan
