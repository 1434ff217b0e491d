// The code that a citizen carries away (formats.md 7.1): what the province received and when, in
// few enough letters for a QR, signed so that any kiosk can tell it from a forgery without a
// network. It names no person. Pure.
#pragma once

#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/domain/follow.h"
#include "kiosk/outbox/raw_signature.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

/// No code is longer; a QR of it is still read from paper.
inline constexpr std::size_t kReceiptCodeLimit = 200;

/// A code as it was read; nothing of it is believed yet.
struct UnprovenReceiptCode {
    ReceiptCode receipt;
    SignerName signer{};
    Bytes words;  ///< what was signed
    RawSignature signature{};
};

/// Whether the text claims to be such a code.
[[nodiscard]] bool is_receipt_code(std::string_view text);

/// Reads a code of exactly this spelling. Fails with Fault::ReceiptForged.
[[nodiscard]] Result<UnprovenReceiptCode> parse_receipt_code(std::string_view text);

/// Reads a code that one of `trust.signers` has signed, whose certificate held on the day of
/// reception. Fails with Fault::ReceiptForged.
[[nodiscard]] Result<ReceiptCode> verify_receipt_code(std::string_view text, const Trust& trust);

}  // namespace motlan
