#include "kiosk/chip/chip_key.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include "kiosk/chip/digest.h"
#include "kiosk/chip/joined.h"
#include "kiosk/core/expects.h"

namespace motlan {

ChipKey& ChipKey::operator=(ChipKey&& other) noexcept {
    if (this != &other) {
        wipe();
        bytes_ = std::exchange(other.bytes_, {});
    }
    return *this;
}

void ChipKey::wipe() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }

ChipKey derive_key(Cipher cipher, ByteView secret, KeyUse use) {
    const ChipKey input(joined({secret, Bytes{0, 0, 0, static_cast<std::uint8_t>(use)}}));
    const std::size_t size = key_size(cipher);
    Bytes key = digest(size > 16 ? DigestKind::Sha256 : DigestKind::Sha1, input.reveal());
    OPENSSL_cleanse(key.data() + size, key.size() - size);
    key.resize(size);
    return ChipKey(std::move(key));
}

bool are_same(ByteView left, ByteView right) {
    return left.size() == right.size() &&
           CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

Bytes system_chance(std::size_t count) {
    Bytes bytes(count);
    expects(RAND_bytes(bytes.data(), static_cast<int>(count)) == 1);
    return bytes;
}

}  // namespace motlan
