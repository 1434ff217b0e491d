// The keys of a chip's session: derived, never copied or printed, wiped when they go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>

#include "kiosk/chip/block_cipher.h"
#include "kiosk/core/bytes.h"

namespace motlan {

/// Secret bytes.
class ChipKey {
public:
    explicit ChipKey(Bytes bytes) : bytes_(std::move(bytes)) {}
    ChipKey(ChipKey&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
    ChipKey& operator=(ChipKey&& other) noexcept;
    ChipKey(const ChipKey&) = delete;
    ChipKey& operator=(const ChipKey&) = delete;
    ~ChipKey() { wipe(); }

    [[nodiscard]] ByteView reveal() const { return bytes_; }

private:
    void wipe();

    Bytes bytes_;
};

/// What a derived key is for; the values are the counters of Doc 9303-11 section 9.7.1.
enum class KeyUse : std::uint8_t { Encryption = 1, Authentication = 2, Password = 3 };

/// The key derivation function of Doc 9303-11 section 9.7.1. Parity bits of TripleDes stay as
/// they come: no cipher looks at them.
[[nodiscard]] ChipKey derive_key(Cipher cipher, ByteView secret, KeyUse use);

/// Whether both are the same, in a time that does not tell where they differ.
[[nodiscard]] bool are_same(ByteView left, ByteView right);

/// Where random bytes come from: the system, or a worked example.
using Chance = std::function<Bytes(std::size_t count)>;

/// The system's.
[[nodiscard]] Bytes system_chance(std::size_t count);

}  // namespace motlan
