// Signed documents (formats.md 2): CMS SignedData with the content inside. Everything that
// crosses the border to the province and must be believed later is one of these.
#pragma once

#include <optional>
#include <span>

#include "kiosk/core/bytes.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"
#include "kiosk/outbox/certificate.h"
#include "kiosk/outbox/private_key.h"

namespace motlan {

/// A signed document is at most this large.
inline constexpr std::size_t kDocumentLimit = std::size_t{1} << 20U;

/// Whose signature counts.
struct Trust {
    const Certificate& ca;                                     ///< signed the signer's certificate
    Role role = Role::Device;                                  ///< the signer's only role
    std::optional<std::span<const Certificate>> signers = {};  ///< the signer is one of these
};

/// A document whose signature holds.
struct SignedDocument {
    Bytes content;
    Certificate signer;
    WallTime signed_at;  ///< what the signer claims
};

/// Signs the content. Fails with Fault::SealingFailed.
[[nodiscard]] Result<Bytes> sign_document(ByteView content, const PrivateKey& key, WallTime at);

/// Reads a document whose one signature holds and whose signer may be trusted at that moment.
/// Only the one DER spelling is accepted. Fails with Fault::MessageMalformed.
[[nodiscard]] Result<SignedDocument> open_document(ByteView cms, const Trust& trust, WallTime at);

/// The same for evidence of earlier days: trusted at the moment that the signer claims.
[[nodiscard]] Result<SignedDocument> open_old_document(ByteView cms, const Trust& trust);

}  // namespace motlan
