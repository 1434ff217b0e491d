#include "kiosk/app/follow_words.h"

#include <string>
#include <utility>

#include "kiosk/backend/follow_query.h"
#include "kiosk/core/log.h"
#include "kiosk/link/client.h"
#include "kiosk/outbox/random.h"
#include "kiosk/outbox/receipt_code.h"

namespace motlan {
namespace {

Result<Followable> ask(const FollowQuery& query, const ProvincePlaces& places, const Clock& clock) {
    auto link = LinkClient::connect(places.link);
    if (!link) return fail(Fault::BackendUnreachable);
    const auto stand = standing(places, clock.wall());
    if (!stand) return fail(stand.error());
    const auto answer = link->follow(query);
    if (!answer) return fail(answer.error());
    return open_follow(*answer, query, stand->receipts(), clock.wall());
}

/// Whoever asks cannot tell one broken road from another; forgery is another matter.
Fault shown(Fault fault) {
    return fault == Fault::LinkUnavailable ? Fault::BackendUnreachable : fault;
}

}  // namespace

Event find_dossiers(const FindDossiers& wish, const ProvincePlaces& places, const Clock& clock) {
    const FollowQuery query{.id = random_id().value_or(""),
                            .citizen = Personal(std::string(wish.number.digits())),
                            .consent = "card"};
    auto found = ask(query, places, clock);
    const bool is_short = found && found->withheld > 0;
    const Fault fault = is_short ? Fault::EventForged
                        : found  ? Fault::DossierUnknown
                                 : shown(found.error());
    if (is_short || !found) log(LogEvent::FaultSeen, {{"fault", fault}});
    if (!found || found->dossiers.empty()) return DossiersNotFound{fault};
    return DossiersFound{std::move(found->dossiers)};
}

Event check_receipt(const CheckReceipt& wish, const ProvincePlaces& places, const Clock& clock) {
    const auto stand = standing(places, clock.wall());
    if (!stand) return ReceiptRefused{stand.error()};
    auto code = verify_receipt_code(as_text(wish.code.reveal()), stand->receipts());
    if (!code) return ReceiptRefused{code.error()};
    return ReceiptChecked{*std::move(code)};
}

}  // namespace motlan
