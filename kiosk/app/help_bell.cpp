#include "kiosk/app/help_bell.h"

#include "kiosk/core/log.h"
#include "kiosk/link/client.h"
#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

/// The province forgets a call that it has not heard of for half a minute.
constexpr std::chrono::seconds kAgain{5};

std::string own_name(const ProvincePlaces& places) {
    const auto enrolment = read_enrolment(places.enrolment());
    return enrolment ? enrolment->province.kiosk : std::string();
}

}  // namespace

Result<CallList> ask_calls(CallQuery query, const ProvincePlaces& places, const Clock& clock) {
    query.id = random_id().value_or("");
    auto link = LinkClient::connect(places.link);
    if (!link) return fail(link.error());
    const auto stand = standing(places, clock.wall());
    if (!stand) return fail(stand.error());
    const auto answer = link->call(query);
    if (!answer) return fail(answer.error());
    return open_calls(*answer, query, stand->receipts(), clock.wall());
}

void HelpBell::tell(const TellCall& wish) {
    calls_.stop_jobs();
    calls_.add([this, call = wish.call](const std::stop_token& stop) {
        if (call) return repeat(*call, stop);
        if (const auto told = ask_calls({.is_over = true}, places_, clock_); !told)
            log(LogEvent::FaultSeen, {{"fault", told.error()}});
    });
}

void HelpBell::repeat(const HelpCall& call, const std::stop_token& stop) {
    const std::string here = own_name(places_);
    std::optional<Fault> seen;
    for (; !stop.stop_requested(); pause(stop, kAgain)) {
        const auto calls = ask_calls({.call = call}, places_, clock_);
        if (!calls && calls.error() != seen) log(LogEvent::FaultSeen, {{"fault", calls.error()}});
        seen = calls ? std::nullopt : std::optional(calls.error());
        const WaitingKiosk* own = calls ? calls->find(here) : nullptr;
        const bool is_taken = own != nullptr && own->taken_by;
        if (is_taken && !stop.stop_requested()) events_.post(CallAnswered{});
    }
}

void HelpBell::list(const ListCalls& wish) {
    lists_.stop_jobs();
    lists_.add([this, wish](const std::stop_token& stop) {
        CallQuery query;
        if (!wish.taken.empty()) query.take = CallTaking{wish.taken, wish.staff};
        auto calls = ask_calls(std::move(query), places_, clock_);
        if (stop.stop_requested()) return;
        if (!calls) return events_.post(CallsNotListed{calls.error()});
        std::erase_if(calls->waiting, [own = own_name(places_)](const WaitingKiosk& each) {
            return each.kiosk == own;
        });
        events_.post(CallsListed{*std::move(calls)});
    });
}

}  // namespace motlan
