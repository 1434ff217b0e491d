// Signed documents (formats, section 2): CMS SignedData around one canonical JSON object.
// Written apart from the kiosk's own reader and writer, so that each checks the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/core/tree.h"
#include "tests/province/authority.h"

namespace motlan::province {

/// Signs the canonical text of `content`. Fails with Fault::SealingFailed.
[[nodiscard]] Result<Bytes> sign(const Tree& content, const Identity& signer);

/// Signed documents that were laid end to end, one by one; what follows the last whole one is lost.
[[nodiscard]] std::vector<Bytes> apart(ByteView documents);

struct SignedDocument {
    Tree content;
    std::string signer;       ///< common name of the signer's certificate
    std::string certificate;  ///< SHA-256 of it
};

/// The content when the signature holds, the signer has exactly this role from this authority
/// (PEM), and the JSON is canonical. Fails with Fault::MessageMalformed or BackendUntrusted.
[[nodiscard]] Result<SignedDocument> read_signed(ByteView document, std::string_view authority,
                                                 Role role);

/// Opens a sealed part (formats, section 5), padding still on it. Refuses everything but
/// AuthEnvelopedData with AES-256-GCM and key agreement. Fails with Fault::MessageMalformed.
[[nodiscard]] Result<Bytes> open_sealed(ByteView part, const Identity& recipient);

/// Takes the padding off. Fails with Fault::MessageMalformed.
[[nodiscard]] Result<Bytes> without_padding(Bytes padded);

}  // namespace motlan::province
