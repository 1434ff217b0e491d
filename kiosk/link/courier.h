// Carries one dossier to the province and its receipt back, from wherever either stands. It may
// be cut off at any moment and be run again; the province's offsets rule. Used by one thread.
#pragma once

#include "kiosk/backend/bundle.h"
#include "kiosk/backend/province_client.h"
#include "kiosk/outbox/outbox.h"

namespace motlan {

/// The moment that the receipt proves (receipt.h), which is verified and stored; the parts of an
/// accepted dossier are purged. Nothing while everything is at the province and no receipt is made
/// yet.
using Receipted = std::optional<WallTime>;

class Courier {
public:
    /// Both must outlive it.
    Courier(Outbox& outbox, ProvinceClient& province) : outbox_(outbox), province_(province) {}

    /// Carries it as far as it goes. Fails with the faults of ProvinceClient and of
    /// Outbox::acknowledge, StorageFailed, RecordDamaged; nothing is forgotten then.
    Result<Receipted> carry(const DossierRecord& record, const Trust& receipts);

    /// Fault::AuditForked while the province knows another history of this kiosk than its own.
    [[nodiscard]] std::optional<Fault> audit_fault() const { return audit_fault_; }

private:
    void send_checkpoint();
    void note_audit(std::optional<Fault> fault);
    Result<void> upload(const DossierRecord& record);
    Result<void> upload_part(const DossierRecord& record, std::size_t part);
    Result<void> append(Upload& upload, const DossierRecord& record, std::size_t part);
    Result<Receipted> settle(const DossierRecord& record, ByteView receipt, const Trust& receipts);

    Outbox& outbox_;
    ProvinceClient& province_;
    std::int64_t piece_size_ = kFirstPiece;
    std::optional<Fault> audit_fault_;

    static constexpr std::int64_t kLeastPiece = std::int64_t{64} << 10U;
    static constexpr std::int64_t kFirstPiece = std::int64_t{256} << 10U;
    static constexpr std::int64_t kMostPiece = std::int64_t{1} << 20U;
};

}  // namespace motlan
