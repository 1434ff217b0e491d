#include "kiosk/app/fee_words.h"

#include <chrono>
#include <optional>
#include <utility>

#include "kiosk/app/worker.h"
#include "kiosk/core/log.h"
#include "kiosk/link/client.h"
#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

/// The contract lets one kiosk ask 60 times a minute.
constexpr std::chrono::seconds kLookPause{2};

bool is_settled(const Event& event) {
    const auto* seen = std::get_if<PaymentSeen>(&event);
    return seen != nullptr && seen->payment.state != PaymentState::Waiting &&
           seen->payment.state != PaymentState::Expired;
}

/// Whether the citizen would see the same.
bool is_same(const std::optional<Event>& before, const Event& now) {
    if (!before || before->index() != now.index()) return false;
    if (const auto* failed = std::get_if<PaymentNotSeen>(&now)) {
        return failed->fault == std::get<PaymentNotSeen>(*before).fault;
    }
    return std::get<PaymentSeen>(now).payment == std::get<PaymentSeen>(*before).payment;
}

}  // namespace

Result<Payment> ask_payment(const PaymentQuery& query, const ProvincePlaces& places,
                            const Clock& clock) {
    auto link = LinkClient::connect(places.link);
    if (!link) return fail(link.error());
    const auto stand = standing(places, clock.wall());
    if (!stand) return fail(stand.error());
    const auto answer = link->pay(query);
    if (!answer) return fail(answer.error());
    return open_payment(*answer, query, stand->receipts(), clock.wall());
}

Event ask_fee(const WatchFee& wish, const ProvincePlaces& places, const Clock& clock) {
    const auto dossier = parse_dossier_id(wish.dossier);
    if (!dossier) return PaymentNotSeen{Fault::PaymentUnavailable};
    auto payment = ask_payment({.id = random_id().value_or(""),
                                .dossier = *dossier,
                                .wants_new_code = wish.wants_new_code},
                               places, clock);
    if (payment) return PaymentSeen{*std::move(payment)};
    const bool is_forged = payment.error() == Fault::PaymentForged;
    return PaymentNotSeen{is_forged ? Fault::PaymentForged : Fault::PaymentUnavailable};
}

void watch_fee(WatchFee wish, const std::function<Event(const WatchFee&)>& ask,
               const std::stop_token& stop, const std::function<void(Event)>& post) {
    std::optional<Event> told;
    while (!stop.stop_requested()) {
        Event event = ask(wish);
        const bool was_heard = std::holds_alternative<PaymentSeen>(event);
        if (stop.stop_requested()) return;
        if (!is_same(told, event)) {
            if (!was_heard)
                log(LogEvent::FaultSeen, {{"fault", std::get<PaymentNotSeen>(event).fault}});
            post(event);
        }
        if (is_settled(event)) return;
        // A new code is asked for once, and until the province has heard it.
        if (was_heard) wish.wants_new_code = false;
        told = std::move(event);
        pause(stop, kLookPause);
    }
}

}  // namespace motlan
