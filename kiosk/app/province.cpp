#include "kiosk/app/province.h"

#include <utility>

#include "kiosk/app/fee_words.h"
#include "kiosk/app/follow_words.h"
#include "kiosk/app/plain_parts.h"
#include "kiosk/app/sealing.h"
#include "kiosk/app/source_words.h"
#include "kiosk/core/log.h"
#include "kiosk/link/client.h"
#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

constexpr std::chrono::seconds kLookPause{3};
constexpr std::chrono::seconds kReceiptPatience{2};
constexpr std::chrono::milliseconds kRetryPause{500};

// A record that cannot be written now; what it is about goes on.
void complain(const Result<void>& noted) {
    if (!noted) log(LogEvent::FaultSeen, {{"fault", noted.error()}});
}

/// What the screen shows of a verified receipt; a code to carry away only where it holds, too.
Result<Receipt> shown_receipt(const ProvinceReceipt& receipt, const Trust& trust) {
    if (receipt.event != ReceiptEvent::SubmissionAcceptance) return fail(Fault::DossierRejected);
    Receipt shown{.code = receipt.code,
                  .received = receipt.time,
                  .due = receipt.due,
                  .place = receipt.place,
                  .token = proven_token(receipt, trust)};
    if (shown.token != receipt.token) log(LogEvent::FaultSeen, {{"fault", Fault::ReceiptForged}});
    return shown;
}

/// The receipt of a stored dossier, verified. Waits a little for it.
Result<Receipt> fetch_receipt(const ProvincePlaces& places, const DossierMark& mark,
                              const Clock& clock) {
    auto link = LinkClient::connect(places.link);
    if (!link) return fail(link.error());
    const auto stand = standing(places, clock.wall());
    if (!stand) return fail(stand.error());
    const auto cms = link->deliver(mark.dossier, kReceiptPatience);
    // A refusal counts once the province has signed it, not because the link says so.
    if (!cms && cms.error() == Fault::DossierRejected) return fail(Fault::BackendAnswerMalformed);
    if (!cms) return fail(cms.error());
    return verify_receipt(*cms, mark, stand->receipts(), clock.wall())
        .and_then([&](const ProvinceReceipt& receipt) {
            return shown_receipt(receipt, stand->receipts());
        });
}

}  // namespace

Province::Province(ProvincePlaces places, std::string software, const Clock& clock,
                   EventQueue& events)
    : places_(std::move(places)),
      software_(std::move(software)),
      clock_(clock),
      diary_(places_, clock),
      events_(events) {
    if (places_.session.empty()) places_.session = random_id().value_or("");
}

// The service may have been stopped while somebody was here, whom that left in peace.
Result<void> Province::begin_visit() {
    const auto service = check_service(places_, clock_);
    was_stopped_ = !service;
    if (!service) return service;
    const auto noted = diary_.note({AuditEvent::VisitStarted});
    complain(noted);
    has_visit_ = noted.has_value();
    was_refused_ = !noted;
    wants_checkpoint_ = noted.has_value();
    return noted;
}

void Province::end_visit(Word reason) {
    if (!std::exchange(has_visit_, false)) return;
    complain(diary_.note({AuditEvent::VisitEnded, {{"reason", reason}}}));
    complain(diary_.checkpoint());
}

void Province::note(const AuditEntry& entry) { complain(diary_.note(entry)); }

void Province::conclude() {
    end_visit("closed");
    complain(diary_.note({AuditEvent::ProgramEnded}));
}

void Province::watch() {
    watcher_.add([this](const std::stop_token& stop) {
        complain(diary_.note({AuditEvent::ProgramStarted}));
        for (Told told; !stop.stop_requested(); pause(stop, kLookPause)) look(told);
    });
}

void Province::look(Told& told) {
    const auto service = check_service(places_, clock_);
    const auto fault = service ? std::nullopt : std::optional(service.error());
    if (fault && fault != told.stopped) events_.post(ServiceStopped{*fault});
    const bool can_write = was_refused_ && diary_.note({AuditEvent::VisitRefused});
    if (can_write) was_refused_ = false;
    const bool was_stopped = was_stopped_.exchange(false);
    if (!fault && (told.stopped || was_stopped || can_write)) events_.post(ServiceResumed{});
    told.stopped = fault;
    look_at_log(told);
    look_at_link(told);
}

void Province::look_at_log(Told& told) {
    if (clock_.is_uncertain() && !std::exchange(told.is_uncertain, true))
        complain(diary_.note({AuditEvent::ClockUncertain}));
    complain(wants_checkpoint_.exchange(false) ? diary_.checkpoint()
                                               : diary_.checkpoint_when_due());
}

void Province::look_at_link(Told& told) {
    auto link = LinkClient::connect(places_.link);
    const auto status = link.and_then([](LinkClient& client) { return client.status(); });
    const bool is_offline = !status || !status->is_reachable;
    if (is_offline != told.is_offline) events_.post(LinkChanged{is_offline});
    told.is_offline = is_offline;
    const auto audit = status ? status->audit : told.audit;
    if (audit && audit != told.audit) log(LogEvent::FaultSeen, {{"fault", *audit}});
    told.audit = audit;
}

void Province::query(const QuerySource& query) {
    ask(query.source.value(),
        [this, query] { return SourceAnswered{query.source, ask_source(query, places_, clock_)}; });
}

void Province::resolve(const ResolveCode& resolve) {
    ask("a code", [this, resolve]() -> Event {
        auto profile = resolve_code(resolve, places_, clock_);
        if (profile) return CodeResolved{*std::move(profile)};
        return CodeNotResolved{Fault::VneidUnknown};
    });
}

void Province::find(const FindDossiers& wish) {
    ask("the dossiers", [this, wish] { return find_dossiers(wish, places_, clock_); });
}

void Province::check(const CheckReceipt& wish) {
    ask("a receipt", [this, wish] { return check_receipt(wish, places_, clock_); });
}

// Whoever goes back may show another card before the first one's answer has come.
void Province::ask(const std::string& whom, std::function<Event()> question) {
    const std::scoped_lock lock(mutex_);
    const int turn = ++turns_[whom];
    queries_.emplace_back([this, whom, turn, question = std::move(question)] {
        Event answer = question();
        const std::scoped_lock answered(mutex_);
        if (turn == turns_[whom]) events_.post(std::move(answer));
    });
}

void Province::store(Dossier dossier, Sight& sight) {
    sight.with_eye([this, &sight, dossier = std::move(dossier)](Result<EyeClient*> eye) {
        const auto stored =
            eye.and_then([&](EyeClient* open) { return seal_and_store(dossier, *open, sight); });
        if (!stored) {
            log(LogEvent::FaultSeen, {{"fault", stored.error()}});
            events_.post(DossierNotStored{stored.error()});
            return;
        }
        log(LogEvent::DossierCommitted);
        events_.post(DossierStored{stored_->dossier.value()});
    });
}

Result<void> Province::seal_and_store(const Dossier& dossier, EyeClient& eye, Sight& sight) {
    const auto parts = parts_of(dossier, eye, sight);
    if (!parts) return fail(parts.error());
    const auto away =
        seal_away(*parts, dossier.procedure.code.value(), {places_, software_, clock_, &dossier});
    if (!away) return fail(away.error());
    bytes_sealed_ += away->bytes;
    stored_ = away->mark;
    return {};
}

// A photo is bound where the eye is; without one nobody waits for it.
void Province::store(const StoreOpinion& store, Sight& sight) {
    const auto seal_it = [this, store](Result<std::vector<PlainPart>> parts) {
        opinions_.add([this, store, parts = std::move(parts)](const std::stop_token& stop) {
            seal_opinion(store, parts, stop);
        });
    };
    const auto* request = std::get_if<UnlawfulRequest>(&store.opinion);
    if (request == nullptr || !request->photo) return seal_it(parts_of(store, nullptr, sight));
    sight.with_eye([store, &sight, seal_it](Result<EyeClient*> eye) {
        seal_it(eye.and_then([&](EyeClient* open) { return parts_of(store, open, sight); }));
    });
}

void Province::seal_opinion(const StoreOpinion& store, const Result<std::vector<PlainPart>>& parts,
                            const std::stop_token& stop) {
    const auto away = parts.and_then([&](const std::vector<PlainPart>& plain) {
        return seal_away(plain, std::string(kind_of(store.opinion)), {places_, software_, clock_});
    });
    if (!away) {
        log(LogEvent::FaultSeen, {{"fault", away.error()}});
        events_.post(OpinionNotStored{away.error()});
        return;
    }
    bytes_sealed_ += away->bytes;
    events_.post(OpinionStored{away->mark.dossier.value()});
    if (store.awaits_receipt) wait_for_receipt(away->mark, stop);
}

void Province::watch_fee(const WatchFee& wish) {
    fees_.stop_jobs();
    fees_.add([this, wish](const std::stop_token& stop) {
        motlan::watch_fee(
            wish, [this](const WatchFee& now) { return ask_fee(now, places_, clock_); }, stop,
            [this](Event event) { events_.post(std::move(event)); });
    });
}

void Province::stop_watching_fee() { fees_.stop_jobs(); }

void Province::await_receipt() {
    receipts_.add(
        [this, mark = *stored_](const std::stop_token& stop) { wait_for_receipt(mark, stop); });
}

void Province::wait_for_receipt(const DossierMark& mark, const std::stop_token& stop) {
    std::optional<Fault> told;
    while (!stop.stop_requested()) {
        const auto receipt = fetch_receipt(places_, mark, clock_);
        if (receipt) {
            events_.post(ReceiptArrived{*receipt, mark.dossier.value()});
            return;
        }
        if (receipt.error() != told) events_.post(ReceiptDelayed{receipt.error()});
        if (receipt.error() == Fault::DossierRejected) return;
        told = receipt.error();
        pause(stop, kRetryPause);
    }
}

}  // namespace motlan
