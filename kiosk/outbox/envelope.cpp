#include "kiosk/outbox/envelope.h"

#include <openssl/crypto.h>
#include <openssl/ec.h>

#include <algorithm>
#include <array>
#include <climits>

#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

void free_sealed(void* memory) { OPENSSL_free(memory); }

// Ephemeral ECDH and X9.63 key derivation are the library's choice and so is the AES-256 key
// wrap that goes with an AES-256 content key; SHA-256 in the derivation is ours (it takes SHA-1).
bool add_recipient(CMS_ContentInfo* cms, const Certificate& certificate) {
    const X509Ptr native = to_native(certificate);
    CMS_RecipientInfo* recipient =
        native ? CMS_add1_recipient_cert(cms, native.get(), CMS_KEY_PARAM) : nullptr;
    if (recipient == nullptr || CMS_RecipientInfo_type(recipient) != CMS_RECIPINFO_AGREE)
        return false;
    EVP_PKEY_CTX* agreement = CMS_RecipientInfo_get0_pkey_ctx(recipient);
    return agreement != nullptr && EVP_PKEY_CTX_set_ecdh_kdf_md(agreement, EVP_sha256()) == 1;
}

// The library sets up the cipher with a key that never leaves it. The bytes go through that cipher
// at once instead of the library's chain of buffers, which would copy them four times (measured:
// tests/run bench delivery seal). Every step answers, so that a part that found no memory is seen.
bool fill(CMS_ContentInfo* cms, std::span<const ByteView> pieces) {
    const BioPtr chain(CMS_dataInit(cms, nullptr));
    EVP_CIPHER_CTX* cipher = nullptr;
    if (!chain || BIO_get_cipher_ctx(chain.get(), &cipher) != 1) return false;
    std::size_t size = 0;
    for (const ByteView piece : pieces) size += piece.size();
    if (size > INT_MAX) return false;
    std::unique_ptr<std::uint8_t, FreedBy<free_sealed>> sealed(
        static_cast<std::uint8_t*>(OPENSSL_malloc(size)));
    if (!sealed) return false;
    int written = 0;
    for (std::size_t at = 0; const ByteView piece : pieces) {
        const int length = static_cast<int>(piece.size());
        if (EVP_EncryptUpdate(cipher, sealed.get() + at, &written, piece.data(), length) != 1 ||
            written != length) {
            return false;
        }
        at += piece.size();
    }
    if (BIO_flush(chain.get()) != 1 || CMS_dataFinal(cms, chain.get()) != 1) return false;
    ASN1_OCTET_STRING** content = CMS_get0_content(cms);
    if (content == nullptr || *content == nullptr) return false;
    ASN1_STRING_set0(*content, sealed.release(), static_cast<int>(size));
    return true;
}

Bytes encrypt(std::span<const ByteView> pieces, std::span<const Certificate> recipients) {
    const CmsPtr cms(CMS_encrypt(nullptr, nullptr, EVP_aes_256_gcm(), CMS_BINARY | CMS_PARTIAL));
    const auto add = [&cms](const Certificate& recipient) {
        return add_recipient(cms.get(), recipient);
    };
    if (!cms || !std::ranges::all_of(recipients, add) || !fill(cms.get(), pieces)) return {};
    return to_der(cms.get(), i2d_CMS_ContentInfo);
}

}  // namespace

Bytes padding(std::size_t content_size) {
    Bytes bytes(kPaddingStep - content_size % kPaddingStep);
    bytes.front() = 0x80;
    return bytes;
}

Result<Bytes> seal_envelope(ByteView content, std::span<const Certificate> recipients) {
    if (recipients.empty() || recipients.size() > 2) return fail(Fault::SealingFailed);
    const Bytes tail = padding(content.size());
    Bytes sealed = encrypt(std::array{content, ByteView(tail)}, recipients);
    ERR_clear_error();
    if (sealed.empty()) return fail(Fault::SealingFailed);
    return sealed;
}

}  // namespace motlan
