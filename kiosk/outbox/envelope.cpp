#include "kiosk/outbox/envelope.h"

#include <openssl/crypto.h>
#include <openssl/ec.h>

#include <algorithm>

#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

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

// Nobody here can open what was sealed, but a part of it that found no memory is seen by its size:
// the library itself overlooks that (OpenSSL 3.5, SMIME_crlf_copy), and GCM adds no byte.
bool is_whole(CMS_ContentInfo* cms, std::size_t size) {
    ASN1_OCTET_STRING** stored = CMS_get0_content(cms);
    return stored != nullptr && *stored != nullptr &&
           static_cast<std::size_t>(ASN1_STRING_length(*stored)) == size;
}

Bytes encrypt(ByteView plain, std::span<const Certificate> recipients) {
    const CmsPtr cms(CMS_encrypt(nullptr, nullptr, EVP_aes_256_gcm(), CMS_BINARY | CMS_PARTIAL));
    const BioPtr reader = reader_of(plain);
    const auto add = [&cms](const Certificate& recipient) {
        return add_recipient(cms.get(), recipient);
    };
    if (!cms || !reader || !std::ranges::all_of(recipients, add) ||
        CMS_final(cms.get(), reader.get(), nullptr, CMS_BINARY) != 1 ||
        !is_whole(cms.get(), plain.size())) {
        return {};
    }
    return to_der(cms.get(), i2d_CMS_ContentInfo);
}

}  // namespace

Bytes padded(ByteView content) {
    Bytes bytes;
    bytes.resize((content.size() / kPaddingStep + 1) * kPaddingStep);
    std::ranges::copy(content, bytes.begin());
    bytes[content.size()] = 0x80;
    return bytes;
}

Result<Bytes> seal_envelope(ByteView content, std::span<const Certificate> recipients) {
    if (recipients.empty() || recipients.size() > 2) return fail(Fault::SealingFailed);
    Bytes plain = padded(content);
    Bytes sealed = encrypt(plain, recipients);
    OPENSSL_cleanse(plain.data(), plain.size());
    ERR_clear_error();
    if (sealed.empty()) return fail(Fault::SealingFailed);
    return sealed;
}

}  // namespace motlan
