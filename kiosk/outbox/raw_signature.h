// A signature without a wrapping, for codes that must fit into a QR: ECDSA on P-256 over SHA-256
// as r and s, 32 bytes each. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/outbox/certificate.h"

namespace motlan {

using RawSignature = std::array<std::uint8_t, 64>;
/// Begins the SHA-256 of a signer's certificate.
using SignerName = std::array<std::uint8_t, 8>;

/// Whether the certificate's key has signed these words. Whose the certificate is, is asked
/// elsewhere.
[[nodiscard]] bool is_signed_by_key_of(const Certificate& signer, ByteView words,
                                       const RawSignature& signature);

/// The certificate of that name; nullptr when there is none.
[[nodiscard]] const Certificate* find_signer(std::span<const Certificate> signers,
                                             const SignerName& name);

}  // namespace motlan
