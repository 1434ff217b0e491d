#include "kiosk/chip/digest.h"

#include "kiosk/chip/openssl.h"
#include "kiosk/core/expects.h"

namespace motlan {
namespace {

const EVP_MD* native(DigestKind kind) {
    switch (kind) {
        case DigestKind::Sha1: return EVP_sha1();
        case DigestKind::Sha224: return EVP_sha224();
        case DigestKind::Sha256: return EVP_sha256();
        case DigestKind::Sha384: return EVP_sha384();
        case DigestKind::Sha512: return EVP_sha512();
    }
    return nullptr;
}

}  // namespace

Bytes digest(DigestKind kind, ByteView bytes) {
    Bytes value(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    expects(EVP_Digest(bytes.data(), bytes.size(), value.data(), &size, native(kind), nullptr) ==
            1);
    value.resize(size);
    return value;
}

}  // namespace motlan
