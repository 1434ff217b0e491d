// The ciphers of a secure channel, seen from the card: one made by BAC (3DES, on OpenSSL) and one
// by PACE (AES, OpenPACE's own). Each counts its messages.
#pragma once

#include <memory>

#include "kiosk/core/bytes.h"

namespace motlan::testing {

class CardCipher {
public:
    virtual ~CardCipher() = default;

    /// Bytes of a block: 8 or 16.
    [[nodiscard]] virtual std::size_t block() const = 0;
    /// Another message begins; to be called before each command and each answer.
    virtual void count() = 0;
    /// Whole blocks; empty when the library refuses them.
    [[nodiscard]] virtual Bytes encrypted(ByteView plain) = 0;
    [[nodiscard]] virtual Bytes decrypted(ByteView coded) = 0;
    /// Eight bytes over the counter and these whole blocks.
    [[nodiscard]] virtual Bytes seal(ByteView blocks) = 0;
};

/// With ISO/IEC 9797-1 padding: 80 and zeros up to a whole block.
[[nodiscard]] Bytes padded(ByteView bytes, std::size_t block);
/// Without it; empty when it was not there.
[[nodiscard]] Bytes unpadded(ByteView bytes);

/// Keys made from a seed (ICAO 9303-11, 9.7.1): 1 encrypts, 2 seals.
[[nodiscard]] Bytes triple_des_key(ByteView seed, std::uint8_t use);
[[nodiscard]] Bytes triple_des_encrypted(ByteView key, ByteView blocks);
[[nodiscard]] Bytes triple_des_decrypted(ByteView key, ByteView blocks);
/// The retail MAC of whole blocks (ISO/IEC 9797-1, algorithm 3).
[[nodiscard]] Bytes retail_mac(ByteView key, ByteView blocks);

/// The channel that BAC made; `counter` has eight bytes.
[[nodiscard]] std::unique_ptr<CardCipher> triple_des_cipher(ByteView seed, ByteView counter);

}  // namespace motlan::testing
