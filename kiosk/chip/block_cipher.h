// The ciphers and message authentication codes of Doc 9303-11 sections 9.8.6 and 9.8.7.
// Pure functions.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// TripleDes has two keys of eight bytes.
enum class Cipher : std::uint8_t { TripleDes, Aes128, Aes192, Aes256 };

[[nodiscard]] std::size_t block_size(Cipher cipher);
[[nodiscard]] std::size_t key_size(Cipher cipher);

/// CBC without padding; `plain` is whole blocks and `start` one block.
[[nodiscard]] Bytes encrypt(Cipher cipher, ByteView key, ByteView start, ByteView plain);
[[nodiscard]] Bytes decrypt(Cipher cipher, ByteView key, ByteView start, ByteView secret);

/// A code of eight bytes: the retail MAC (ISO/IEC 9797-1 algorithm 3) of whole blocks for
/// TripleDes, the first half of CMAC (NIST SP 800-38B) for AES.
[[nodiscard]] Bytes mac(Cipher cipher, ByteView key, ByteView message);

/// Adds 80 and as many 00 as fill the last block (ISO/IEC 9797-1 padding 2); and takes it off,
/// failing with Fault::ChipMalformed.
[[nodiscard]] Bytes padded(ByteView bytes, std::size_t block);
[[nodiscard]] Result<Bytes> unpadded(Bytes bytes);

}  // namespace motlan
