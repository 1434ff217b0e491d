// T14: does money come and go back? A payment of 1.000 đồng that the province marks as a test, that
// no dossier is matched to, and that its own sandbox pays.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "kiosk/backend/payment_query.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/device_test.h"

namespace motlan {

struct PaymentTrial {
    /// The province's signed word about this test. Fails with the faults of the road and
    /// Fault::PaymentForged.
    std::function<Result<Payment>(PaymentTest)> ask;
    std::function<void()> pause;                        ///< between two questions
    std::function<void(const std::string&)> show_code;  ///< while it may be paid
    const Clock& clock;
    std::chrono::seconds patience{10};  ///< until the money has come, and until it went back
};

/// Names the first hop that fails: the road or the signature by its fault, the callback, the
/// refund. Not tested where the province offers no test payments.
[[nodiscard]] TestResult test_payment(const PaymentTrial& trial);

}  // namespace motlan
