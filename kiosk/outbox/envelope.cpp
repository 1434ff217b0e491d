#include "kiosk/outbox/envelope.h"

#include <openssl/ec.h>

#include <algorithm>
#include <array>
#include <climits>
#include <vector>

#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

// Identifier octets of DER (X.690 8.1.2): what encloses a value, what is named by its place.
constexpr std::uint8_t kSequence = 0x30;
constexpr std::uint8_t kExplicit = 0xA0;
constexpr std::uint8_t kContent = 0x80;
// How content and tag (an octet string) stand in a structure that is not filled.
constexpr std::array<std::uint8_t, 2> kNoContent{kContent, 0};
constexpr std::array<std::uint8_t, 2> kNoTag{V_ASN1_OCTET_STRING, 0};
constexpr int kTagSize = 16;
constexpr std::size_t kTagRoom = kNoTag.size() + kTagSize;

// Ephemeral ECDH and X9.63 key derivation are the library's choice and so is the AES-256 key
// wrap that goes with an AES-256 content key; SHA-256 in the derivation is ours (it takes SHA-1).
bool add_recipient(CMS_ContentInfo* cms, X509* certificate) {
    CMS_RecipientInfo* recipient = CMS_add1_recipient_cert(cms, certificate, CMS_KEY_PARAM);
    if (recipient == nullptr || CMS_RecipientInfo_type(recipient) != CMS_RECIPINFO_AGREE)
        return false;
    EVP_PKEY_CTX* agreement = CMS_RecipientInfo_get0_pkey_ctx(recipient);
    return agreement != nullptr && EVP_PKEY_CTX_set_ecdh_kdf_md(agreement, EVP_sha256()) == 1;
}

/// One value of DER and what follows on it; both empty when there is none.
struct Value {
    ByteView inside;
    ByteView rest;
};

Value first_value(ByteView der) {
    const unsigned char* inside = der.data();
    long size = 0;
    int tag = 0;
    int kind = 0;
    const int flags = ASN1_get_object(&inside, &size, &tag, &kind, std::ssize(der));
    if ((static_cast<unsigned>(flags) & 0x80U) != 0) return {};
    const ByteView behind = der.subspan(static_cast<std::size_t>(inside - der.data()));
    const auto length = static_cast<std::size_t>(size);
    return {behind.first(length), behind.subspan(length)};
}

ByteView before(ByteView rest, ByteView all) { return all.first(all.size() - rest.size()); }

void prepend(Bytes& bytes, ByteView front) {
    bytes.insert(bytes.begin(), front.begin(), front.end());
}

// Begins a value that holds what is there and as many bytes that will follow.
void enclose(Bytes& bytes, std::uint8_t identifier, std::size_t following) {
    std::array<unsigned char, 8> header{};
    unsigned char* end = header.data();
    ASN1_put_object(&end, identifier & 0x20, static_cast<int>(bytes.size() + following),
                    identifier & 0x1F, identifier & 0xC0);
    prepend(bytes, {header.data(), end});
}

// What stands before the sealed content (RFC 5083 section 2.1), which the library would copy into
// place: it writes the structure empty, and its layers get their sizes here, from the inside out.
Bytes head_of(ByteView empty, std::size_t content_size) {
    const ByteView message = first_value(empty).inside;
    const Value type = first_value(message);
    const ByteView enveloped = first_value(first_value(type.rest).inside).inside;
    const Value recipients = first_value(first_value(enveloped).rest);
    const Value encrypted = first_value(recipients.rest);
    const Value cipher = first_value(first_value(encrypted.inside).rest);
    Bytes head;
    if (!std::ranges::equal(cipher.rest, kNoContent) || !std::ranges::equal(encrypted.rest, kNoTag))
        return head;
    enclose(head, kContent, content_size);
    prepend(head, before(cipher.rest, encrypted.inside));
    enclose(head, kSequence, content_size);
    prepend(head, before(recipients.rest, enveloped));
    enclose(head, kSequence, content_size + kTagRoom);
    enclose(head, kExplicit, content_size + kTagRoom);
    prepend(head, before(type.rest, message));
    enclose(head, kSequence, content_size + kTagRoom);
    return head;
}

// Every step answers, so that a part that found no memory is seen.
bool encrypt(EVP_CIPHER_CTX* cipher, std::span<const ByteView> pieces, std::uint8_t* into) {
    int written = 0;
    for (const ByteView piece : pieces) {
        const int size = static_cast<int>(piece.size());
        if (EVP_EncryptUpdate(cipher, into, &written, piece.data(), size) != 1 || written != size)
            return false;
        into += size;
    }
    if (EVP_EncryptFinal_ex(cipher, into, &written) != 1) return false;
    *into++ = V_ASN1_OCTET_STRING;
    *into++ = kTagSize;
    return EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, kTagSize, into) == 1;
}

// The library draws the content key, wraps it for the recipients and sets up the cipher with it;
// the key never leaves it.
SealedBytes envelop(std::span<const ByteView> pieces, std::span<const X509Ptr> recipients) {
    const CmsPtr cms(CMS_encrypt(nullptr, nullptr, EVP_aes_256_gcm(), CMS_BINARY | CMS_PARTIAL));
    const auto add = [&cms](const X509Ptr& recipient) {
        return add_recipient(cms.get(), recipient.get());
    };
    if (!cms || !std::ranges::all_of(recipients, add)) return {};
    const BioPtr chain(CMS_dataInit(cms.get(), nullptr));
    EVP_CIPHER_CTX* cipher = nullptr;
    if (!chain || BIO_get_cipher_ctx(chain.get(), &cipher) != 1) return {};
    std::size_t size = 0;
    for (const ByteView piece : pieces) size += piece.size();
    if (size > INT_MAX / 2) return {};
    const Bytes head = head_of(to_der(cms.get(), i2d_CMS_ContentInfo), size);
    if (head.empty()) return {};
    SealedBytes sealed(head.size() + size + kTagRoom);
    std::ranges::copy(head, sealed.begin());
    if (!encrypt(cipher, pieces, sealed.data() + head.size())) return {};
    return sealed;
}

}  // namespace

Bytes padding(std::size_t content_size) {
    Bytes bytes(kPaddingStep - content_size % kPaddingStep);
    bytes.front() = 0x80;
    return bytes;
}

struct Envelope::Recipients {
    std::vector<X509Ptr> certificates;
};

Result<Envelope> Envelope::to(std::span<const Certificate> recipients) {
    if (recipients.empty() || recipients.size() > 2) return fail(Fault::SealingFailed);
    auto read = std::make_shared<Recipients>();
    for (const Certificate& recipient : recipients) {
        read->certificates.push_back(to_native(recipient));
        if (!read->certificates.back()) return fail(Fault::SealingFailed);
    }
    return Envelope(std::move(read));
}

Result<SealedBytes> Envelope::seal(ByteView content) const {
    const Bytes tail = padding(content.size());
    SealedBytes sealed = envelop(std::array{content, ByteView(tail)}, recipients_->certificates);
    ERR_clear_error();
    if (sealed.empty()) return fail(Fault::SealingFailed);
    return sealed;
}

}  // namespace motlan
