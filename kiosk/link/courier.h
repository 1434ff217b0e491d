// Carries one dossier to the province and its receipt back, from wherever either stands. It may
// be cut off at any moment and be run again; the province's offsets rule. Used by one thread.
#pragma once

#include "kiosk/backend/bundle.h"
#include "kiosk/backend/province_client.h"
#include "kiosk/outbox/outbox.h"

namespace motlan {

/// How far one run came.
enum class Carried : std::uint8_t {
    ToTheEnd,          ///< a verified receipt is stored; accepted parts are purged
    ReceiptIsNotMade,  ///< everything is at the province; ask again
};

class Courier {
public:
    /// Both must outlive it.
    Courier(Outbox& outbox, ProvinceClient& province) : outbox_(outbox), province_(province) {}

    /// Carries it as far as it goes. Fails with the faults of ProvinceClient and of
    /// Outbox::acknowledge, StorageFailed, RecordDamaged; nothing is forgotten then.
    Result<Carried> carry(const DossierRecord& record, const Trust& receipts);

private:
    Result<void> upload(const DossierRecord& record);
    Result<void> upload_part(const DossierRecord& record, std::size_t part);
    Result<void> append(Upload& upload, const DossierRecord& record, std::size_t part);
    Result<Carried> settle(const DossierRecord& record, ByteView receipt, const Trust& receipts);

    Outbox& outbox_;
    ProvinceClient& province_;
    std::int64_t piece_size_ = kFirstPiece;

    static constexpr std::int64_t kLeastPiece = std::int64_t{64} << 10U;
    static constexpr std::int64_t kFirstPiece = std::int64_t{256} << 10U;
    static constexpr std::int64_t kMostPiece = std::int64_t{1} << 20U;
};

}  // namespace motlan
