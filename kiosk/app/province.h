// The province as the visit sees it: queries, the sealed dossier, the receipt. Everything that
// comes back is verified here, in the visit's own process, before the visit believes it.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/app/diary.h"
#include "kiosk/app/event_queue.h"
#include "kiosk/app/sight.h"
#include "kiosk/app/standing.h"
#include "kiosk/app/worker.h"
#include "kiosk/flow/effect.h"
#include "kiosk/outbox/seal.h"

namespace motlan {

class Province {
public:
    /// `clock` and `events` must outlive it; `software` names this program in the dossier.
    Province(ProvincePlaces places, std::string software, const Clock& clock, EventQueue& events);

    /// From now on posts ServiceStopped and ServiceResumed (keys, bundle, room on the disk) and
    /// LinkChanged.
    void watch();

    /// A citizen begins: writes it into the audit log. Without that, or while the service is
    /// stopped, no visit may begin; then ServiceResumed is posted once it may. Fails with the
    /// faults of check_service and Diary::note.
    Result<void> begin_visit();
    /// The visit is over, and why; nothing when none has begun.
    void end_visit(Word reason);
    /// Something else that the audit log must tell.
    void note(const AuditEntry& entry);
    /// The whole audit log. Fails with the faults of Diary::book.
    [[nodiscard]] Result<AuditBook> audit_book() const { return diary_.book(); }
    /// The program is over.
    void conclude();

    /// Posts SourceAnswered within the source's time, whatever happens, unless that source is asked
    /// anew before it has answered.
    void query(const QuerySource& query);

    /// Posts CodeResolved or CodeNotResolved, unless it is asked about another code before.
    void resolve(const ResolveCode& resolve);

    /// Posts DossiersFound or DossiersNotFound.
    void find(const FindDossiers& wish);

    /// Posts ReceiptChecked or ReceiptRefused; asks nobody.
    void check(const CheckReceipt& wish);

    /// Binds, seals and stores the dossier; posts DossierStored or DossierNotStored.
    void store(Dossier dossier, Sight& sight);

    /// Seals and stores a rating or a report; posts OpinionStored or OpinionNotStored, and for one
    /// that awaits a receipt what await_receipt() posts. The province's reply is nobody's but its.
    void store(const StoreOpinion& store, Sight& sight);

    /// Posts PaymentSeen and PaymentNotSeen whenever something is new, until the fee is settled,
    /// another one is watched or nobody looks any more. No payment is ever cancelled.
    void watch_fee(const WatchFee& wish);
    void stop_watching_fee();

    /// Posts ReceiptArrived once the receipt of the stored dossier is verified, ReceiptDelayed
    /// while it is not there. Its fault DossierRejected is the province's last word.
    void await_receipt();

    /// Bytes sealed so far, for the journey's table. Thread-safe.
    [[nodiscard]] std::int64_t bytes_sealed() const { return bytes_sealed_; }

private:
    /// What the watcher has told the visit so far.
    struct Told {
        std::optional<Fault> stopped;
        bool is_offline = false;
        bool is_uncertain = false;
        std::optional<Fault> audit;
    };

    void look(Told& told);
    void look_at_log(Told& told);
    void look_at_link(Told& told);
    /// Posts the answer unless the same one has been asked again since.
    void ask(const std::string& whom, std::function<Event()> question);
    Result<void> seal_and_store(const Dossier& dossier, EyeClient& eye, Sight& sight);
    /// `parts` in plain bytes, or why they could not be bound.
    void seal_opinion(const StoreOpinion& store, const Result<std::vector<PlainPart>>& parts,
                      const std::stop_token& stop);
    void wait_for_receipt(const DossierMark& mark, const std::stop_token& stop);

    ProvincePlaces places_;
    std::string software_;
    const Clock& clock_;
    Diary diary_;
    EventQueue& events_;
    bool has_visit_ = false;  ///< of the window's thread
    std::atomic<bool> was_refused_ = false;
    std::atomic<bool> was_stopped_ = false;  ///< when somebody began
    std::atomic<bool> wants_checkpoint_ = false;
    std::atomic<std::int64_t> bytes_sealed_ = 0;
    // Written before DossierStored is posted, read after it arrived: the queue orders them.
    std::optional<DossierMark> stored_;
    std::mutex mutex_;                   // guards the turns between the visit and its questions
    std::map<std::string, int> turns_;   ///< questions so far to each source, and about codes
    std::vector<std::jthread> queries_;  ///< one for each source, at the same time
    Worker receipts_;
    Worker opinions_;  ///< its own: a dossier's receipt may be waited for meanwhile
    Worker fees_;
    Worker watcher_;  // last: the threads use all of the above
};

}  // namespace motlan
