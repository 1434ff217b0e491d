// Any text as the province's answer about a fee: refused, or of one piece.
#include "kiosk/backend/payment_query.h"
#include "kiosk/core/expects.h"
#include "kiosk/domain/vietqr.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const PaymentQuery kQuery{std::string(32, '7'),
                                     parse_dossier_id(std::string(32, 'a')).value(), false};
    static const PaymentQuery kTest{kQuery.id, kQuery.dossier, false, PaymentTest::Pay};
    auto payment = parse_payment(as_text({bytes, size}), kQuery);
    const bool is_fee = payment.has_value();
    if (!is_fee) payment = parse_payment(as_text({bytes, size}), kTest);
    if (!payment) return 0;
    expects(payment->dong >= 0 && payment->paid >= 0);
    expects(is_fee ? payment->state != PaymentState::Refunded : payment->dong == kTestDong);
    if (payment->state == PaymentState::Waiting) {
        expects(parse_vietqr(payment->payload)->dong == payment->dong);
    }
    return 0;
}
