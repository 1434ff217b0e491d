// Asks the province how a fee stands, again and again while the citizen looks at it. What comes
// back is verified here, before a code is drawn. Nothing here can cancel a payment.
#pragma once

#include <functional>
#include <stop_token>

#include "kiosk/app/standing.h"
#include "kiosk/backend/payment_query.h"
#include "kiosk/flow/effect.h"
#include "kiosk/flow/event.h"

namespace motlan {

/// What the province has signed about a payment. Fails with the faults of LinkClient::connect,
/// standing() and LinkClient::pay, and with Fault::PaymentForged. Blocks.
[[nodiscard]] Result<Payment> ask_payment(const PaymentQuery& query, const ProvincePlaces& places,
                                          const Clock& clock);

/// PaymentSeen, or PaymentNotSeen with Fault::PaymentUnavailable or PaymentForged. Blocks.
[[nodiscard]] Event ask_fee(const WatchFee& wish, const ProvincePlaces& places, const Clock& clock);

/// Asks until the fee is settled or a stop is wished; posts what is new.
void watch_fee(WatchFee wish, const std::function<Event(const WatchFee&)>& ask,
               const std::stop_token& stop, const std::function<void(Event)>& post);

}  // namespace motlan
