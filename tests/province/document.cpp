#include "tests/province/document.h"

#include <algorithm>
#include <array>

#include "kiosk/core/json.h"
#include "tests/province/openssl.h"

namespace motlan::province {
namespace {

constexpr std::size_t kPadding = 65'536;

// DER without anything after it, and at most an int long.
CmsOwner read_cms(ByteView bytes) {
    constexpr std::size_t kLimit = std::size_t{128} << 20U;
    if (bytes.size() > kLimit) return nullptr;
    const unsigned char* at = bytes.data();
    CmsOwner cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(bytes.size())));
    return at == bytes.data() + bytes.size() ? std::move(cms) : nullptr;
}

// One signer, SHA-256, with signed attributes.
bool is_signed_as_agreed(CMS_ContentInfo* cms) {
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
    if (signers == nullptr || sk_CMS_SignerInfo_num(signers) != 1) return false;
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
    return OBJ_obj2nid(digest->algorithm) == NID_sha256 &&
           CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1) >= 0 &&
           CMS_signed_get_attr_by_NID(signer, NID_pkcs9_messageDigest, -1) >= 0;
}

// The signer's certificate in DER; the chain and the role are checked on it afterwards.
Bytes signer_certificate(CMS_ContentInfo* cms) {
    STACK_OF(X509)* signers = CMS_get0_signers(cms);
    const BioOwner out = writing();
    if (signers != nullptr && sk_X509_num(signers) == 1)
        i2d_X509_bio(out.get(), sk_X509_value(signers, 0));
    sk_X509_free(signers);
    return written(out);
}

Result<Tree> canonical(ByteView content) {
    auto tree = parse_json(as_text(content));
    if (tree && to_json(*tree) != as_text(content)) return fail(Fault::MessageMalformed);
    return tree;
}

bool agrees_on_keys(CMS_ContentInfo* cms) {
    STACK_OF(CMS_RecipientInfo)* recipients = CMS_get0_RecipientInfos(cms);
    const int count = sk_CMS_RecipientInfo_num(recipients);
    for (int i = 0; i < count; ++i) {
        if (CMS_RecipientInfo_type(sk_CMS_RecipientInfo_value(recipients, i)) !=
            CMS_RECIPINFO_AGREE) {
            return false;
        }
    }
    return count >= 1;
}

// OpenSSL does not tell the content's cipher, so its name (2.16.840.1.101.3.4.1.46) is looked for.
// It stands behind the recipients, within the first few kilobytes.
bool names_aes_256_gcm(ByteView part) {
    constexpr auto kName = std::to_array<std::uint8_t>(
        {0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2e});
    const ByteView head = part.first(std::min<std::size_t>(part.size(), 4096));
    return !std::ranges::search(head, kName).empty();
}

}  // namespace

Result<Bytes> sign(const Tree& content, const Identity& signer) {
    const std::string text = to_json(content);
    const CertificateOwner certificate = read_certificate(signer.certificate);
    const KeyOwner key = read_key(signer.key);
    const BioOwner in = reading(as_bytes(text));
    const BioOwner out = writing();
    if (!certificate || !key) return fail(Fault::SealingFailed);
    const CmsOwner cms(
        CMS_sign(certificate.get(), key.get(), nullptr, in.get(), CMS_BINARY | CMS_NOSMIMECAP));
    if (!cms || i2d_CMS_bio(out.get(), cms.get()) != 1) return fail(Fault::SealingFailed);
    return written(out);
}

std::vector<Bytes> apart(ByteView documents) {
    std::vector<Bytes> found;
    const unsigned char* at = documents.data();
    const unsigned char* const end = at + documents.size();
    while (at != end) {
        const unsigned char* const begin = at;
        if (!CmsOwner(d2i_CMS_ContentInfo(nullptr, &at, end - at))) break;
        found.emplace_back(begin, at);
    }
    return found;
}

Result<SignedDocument> read_signed(ByteView document, std::string_view authority, Role role) {
    const CmsOwner cms = read_cms(document);
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed ||
        !is_signed_as_agreed(cms.get())) {
        return fail(Fault::MessageMalformed);
    }
    const BioOwner content = writing();
    if (CMS_verify(cms.get(), nullptr, nullptr, nullptr, content.get(),
                   CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) != 1) {
        return fail(Fault::BackendUntrusted);
    }
    const Bytes certificate = signer_certificate(cms.get());
    auto name = holder(certificate, authority, role);
    if (!name) return fail(name.error());
    return canonical(written(content)).transform([&](Tree tree) {
        return SignedDocument{.content = std::move(tree),
                              .signer = *std::move(name),
                              .certificate = sha256(certificate)};
    });
}

Result<Bytes> open_sealed(ByteView part, const Identity& recipient) {
    const CmsOwner cms = read_cms(part);
    const CertificateOwner certificate = read_certificate(recipient.certificate);
    const KeyOwner key = read_key(recipient.key);
    if (!cms || !certificate || !key ||
        OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_id_smime_ct_authEnvelopedData ||
        !agrees_on_keys(cms.get()) || !names_aes_256_gcm(part)) {
        return fail(Fault::MessageMalformed);
    }
    const BioOwner plain = writing();
    if (CMS_decrypt(cms.get(), key.get(), certificate.get(), nullptr, plain.get(), CMS_BINARY) !=
        1) {
        return fail(Fault::MessageMalformed);
    }
    return written(plain);
}

Result<Bytes> without_padding(Bytes padded) {
    const auto end = std::ranges::find_last_if(padded, [](std::uint8_t byte) { return byte != 0; });
    if (end.empty() || *end.begin() != 0x80 || padded.size() % kPadding != 0 ||
        end.size() > kPadding) {
        return fail(Fault::MessageMalformed);
    }
    padded.erase(end.begin(), padded.end());
    return padded;
}

}  // namespace motlan::province
