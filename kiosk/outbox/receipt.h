// The province's receipt (formats.md 7): the only thing that lets the kiosk forget a dossier.
// Pure: used by the visit, the link and kioskctl alike.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"
#include "kiosk/outbox/audit_record.h"
#include "kiosk/outbox/seal.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

enum class ReceiptEvent : std::uint8_t { SubmissionAcceptance, SubmissionRejection };

/// The content of a receipt.
struct ProvinceReceipt {
    ReceiptEvent event = ReceiptEvent::SubmissionRejection;
    DossierId dossier;
    std::string kiosk;
    std::string label;               ///< SHA-256
    std::vector<std::string> parts;  ///< SHA-256 each, in order
    std::int64_t sequence = 0;
    WallTime time{};
    std::string code;    ///< e.g. "H41-261123-0087"; with an acceptance
    std::string place;   ///< where the result is handed out; with an acceptance
    WallTime due{};      ///< with an acceptance
    std::string token;   ///< with an acceptance, if any: a code to carry away, not yet believed
    std::string reason;  ///< with a rejection
    /// The newest checkpoint of this kiosk that the province has seen, if it says so.
    std::optional<AuditMark> checkpoint = {};
};

/// Reads the content of a receipt. Fails with Fault::ReceiptForged.
[[nodiscard]] Result<ProvinceReceipt> parse_receipt(std::string_view content);

/// Opens a receipt: signature, role and signer as `trust` says, then its content.
/// Fails with Fault::ReceiptForged.
[[nodiscard]] Result<ProvinceReceipt> open_receipt(ByteView cms, const Trust& trust, WallTime at);

/// Whether the receipt is about exactly this dossier: id, kiosk, label and every part in order.
/// Fails with Fault::ReceiptForOtherDossier.
[[nodiscard]] Result<void> match(const ProvinceReceipt& receipt, const DossierMark& mark);

/// The receipt's code to carry away, when it says what the receipt says and its signature holds;
/// empty otherwise.
[[nodiscard]] std::string proven_token(const ProvinceReceipt& receipt, const Trust& trust);

/// The receipt's time, if its signer could sign then; else nothing, the beginning of time.
[[nodiscard]] WallTime proven_time(ByteView cms, const ProvinceReceipt& receipt,
                                   const Trust& trust);

/// Both: what the kiosk asks before it thanks, and the outbox before it forgets.
[[nodiscard]] Result<ProvinceReceipt> verify_receipt(ByteView cms, const DossierMark& mark,
                                                     const Trust& trust, WallTime at);

}  // namespace motlan
