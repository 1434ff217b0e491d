#include "kiosk/outbox/signed_document.h"

#include <algorithm>
#include <ctime>
#include <optional>

#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

using TimePtr = std::unique_ptr<ASN1_TIME, FreedBy<ASN1_TIME_free>>;

struct CertificatesFree {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
struct ListsFree {
    void operator()(STACK_OF(X509_CRL) * stack) const {
        sk_X509_CRL_pop_free(stack, X509_CRL_free);
    }
};

// The signing time is ours, so that a visit with its own clock signs with that clock.
bool add_signing_time(CMS_SignerInfo* signer, WallTime at) {
    const TimePtr time(ASN1_TIME_set(nullptr, std::chrono::system_clock::to_time_t(at)));
    return time && CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time->type,
                                               time.get(), -1) == 1;
}

std::optional<WallTime> signing_time(const CMS_SignerInfo* signer) {
    const ASN1_OBJECT* name = OBJ_nid2obj(NID_pkcs9_signingTime);
    const void* found = CMS_signed_get0_data_by_OBJ(signer, name, -3, V_ASN1_UTCTIME);
    if (found == nullptr) {
        found = CMS_signed_get0_data_by_OBJ(signer, name, -3, V_ASN1_GENERALIZEDTIME);
    }
    std::tm parts{};
    if (found == nullptr || ASN1_TIME_to_tm(static_cast<const ASN1_TIME*>(found), &parts) != 1) {
        return std::nullopt;
    }
    return WallTime(std::chrono::seconds(::timegm(&parts)));
}

int identifier_of(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(name);
}

// SHA-256 with ECDSA; content type, digest and time signed, nothing beside them.
bool is_strict(CMS_SignerInfo* signer) {
    X509_ALGOR* digest = nullptr;
    X509_ALGOR* signature = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, &signature);
    const auto has = [signer](int name) {
        return CMS_signed_get_attr_by_NID(signer, name, -1) >= 0;
    };
    return identifier_of(digest) == NID_sha256 &&
           identifier_of(signature) == NID_ecdsa_with_SHA256 &&
           CMS_signed_get_attr_count(signer) == 3 && has(NID_pkcs9_contentType) &&
           has(NID_pkcs9_messageDigest) && has(NID_pkcs9_signingTime) &&
           CMS_unsigned_get_attr_count(signer) <= 0;
}

// Takes the next DER element off `rest` and answers what is in it; empty when there is none.
ByteView take(ByteView& rest) {
    const unsigned char* begin = rest.data();
    long size = 0;
    int tag = 0;
    int kind = 0;
    const int form = ASN1_get_object(&begin, &size, &tag, &kind, static_cast<long>(rest.size()));
    if ((form & 0x80) != 0) return rest = {};
    const ByteView inside(begin, static_cast<std::size_t>(size));
    rest = rest.subspan(static_cast<std::size_t>(inside.data() - rest.data()) + inside.size());
    return inside;
}

// The signature does not cover the two version numbers, and the library does not look at them:
// SignedData and SignerInfo are version 1 here (RFC 5652 sections 5.1 and 5.3).
bool has_version_1(ByteView der) {
    const auto is_1 = [](ByteView number) { return std::ranges::equal(number, Bytes{1}); };
    ByteView content_info = take(der);
    take(content_info);
    ByteView explicit_content = take(content_info);
    ByteView signed_content = take(explicit_content);
    if (!is_1(take(signed_content))) return false;
    for (int skipped = 0; skipped < 3; ++skipped) take(signed_content);
    ByteView signers = take(signed_content);
    ByteView signer = take(signers);
    return is_1(take(signer));
}

CmsPtr read_strictly(ByteView der) {
    if (der.empty() || der.size() > kDocumentLimit) return {};
    const unsigned char* begin = der.data();
    CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &begin, static_cast<long>(der.size())));
    if (!cms || begin != der.data() + der.size()) return {};
    if (!std::ranges::equal(to_der(cms.get(), i2d_CMS_ContentInfo), der)) return {};
    const bool is_plain_signed = has_version_1(der) &&
                                 OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_pkcs7_signed &&
                                 OBJ_obj2nid(CMS_get0_eContentType(cms.get())) == NID_pkcs7_data;
    return is_plain_signed ? std::move(cms) : CmsPtr();
}

CMS_SignerInfo* only_signer(CMS_ContentInfo* cms) {
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
    if (sk_CMS_SignerInfo_num(signers) != 1) return nullptr;
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
    return is_strict(signer) ? signer : nullptr;
}

Result<Certificate> only_certificate(CMS_ContentInfo* cms) {
    const std::unique_ptr<STACK_OF(X509), CertificatesFree> found(CMS_get1_certs(cms));
    const std::unique_ptr<STACK_OF(X509_CRL), ListsFree> lists(CMS_get1_crls(cms));
    if (sk_X509_num(found.get()) != 1 || sk_X509_CRL_num(lists.get()) > 0) {
        return fail(Fault::MessageMalformed);
    }
    return Certificate::from_der(to_der(sk_X509_value(found.get(), 0), i2d_X509));
}

// By issuer and serial number, in the certificate's own spelling: the library would also take
// a name in other letter case.
bool names(CMS_SignerInfo* signer, const Certificate& certificate) {
    ASN1_OCTET_STRING* key = nullptr;
    X509_NAME* issuer = nullptr;
    ASN1_INTEGER* serial = nullptr;
    CMS_SignerInfo_get0_signer_id(signer, &key, &issuer, &serial);
    const X509Ptr native = to_native(certificate);
    return issuer != nullptr && serial != nullptr && native &&
           to_der(issuer, i2d_X509_NAME) ==
               to_der(X509_get_issuer_name(native.get()), i2d_X509_NAME) &&
           ASN1_INTEGER_cmp(serial, X509_get0_serialNumber(native.get())) == 0;
}

Result<Bytes> verified_content(CMS_ContentInfo* cms) {
    const BioPtr content(BIO_new(BIO_s_mem()));
    constexpr unsigned kFlags = CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY;
    if (!content || CMS_verify(cms, nullptr, nullptr, nullptr, content.get(), kFlags) != 1) {
        return fail(Fault::MessageMalformed);
    }
    return bytes_of(*content);
}

// What the library signed may not be what it stored: it overlooks bytes that did not fit into
// memory (OpenSSL 3.5, SMIME_crlf_copy). So nothing is given away that cannot be opened again.
bool holds(ByteView der, ByteView content, const Certificate& signer) {
    const CmsPtr cms = read_strictly(der);
    CMS_SignerInfo* named = cms ? only_signer(cms.get()) : nullptr;
    const auto found = named != nullptr && names(named, signer) ? only_certificate(cms.get())
                                                                : fail(Fault::SealingFailed);
    const auto opened = found ? verified_content(cms.get()) : fail(found.error());
    return opened && std::ranges::equal(*opened, content);
}

Result<void> check_signer(const Certificate& signer, const Trust& trust, WallTime at) {
    if (trust.signers && !std::ranges::contains(*trust.signers, signer)) {
        return fail(Fault::MessageMalformed);
    }
    return check_certificate(signer, trust.ca, trust.role, at);
}

Result<SignedDocument> open(ByteView der, const Trust& trust, std::optional<WallTime> at) {
    const CmsPtr cms = read_strictly(der);
    CMS_SignerInfo* signer = cms ? only_signer(cms.get()) : nullptr;
    const auto signed_at = signer != nullptr ? signing_time(signer) : std::nullopt;
    if (!signed_at) return fail(Fault::MessageMalformed);
    auto certificate = only_certificate(cms.get());
    if (!certificate || !names(signer, *certificate)) return fail(Fault::MessageMalformed);
    if (const auto trusted = check_signer(*certificate, trust, at.value_or(*signed_at)); !trusted) {
        return fail(trusted.error());
    }
    auto content = verified_content(cms.get());
    if (!content) return fail(content.error());
    return SignedDocument{*std::move(content), *std::move(certificate), *signed_at};
}

}  // namespace

Result<Bytes> sign_document(ByteView content, const PrivateKey& key, WallTime at) {
    const BioPtr reader = reader_of(content);
    const X509Ptr certificate = to_native(key.certificate());
    const CmsPtr cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_BINARY | CMS_PARTIAL));
    if (!reader || !certificate || !cms) return fail(Fault::SealingFailed);
    CMS_SignerInfo* signer =
        CMS_add1_signer(cms.get(), certificate.get(), to_native(key), EVP_sha256(),
                        CMS_BINARY | CMS_NOSMIMECAP | CMS_PARTIAL);
    if (signer == nullptr || !add_signing_time(signer, at) ||
        CMS_final(cms.get(), reader.get(), nullptr, CMS_BINARY) != 1) {
        ERR_clear_error();
        return fail(Fault::SealingFailed);
    }
    Bytes document = to_der(cms.get(), i2d_CMS_ContentInfo);
    const bool is_sound = holds(document, content, key.certificate());
    ERR_clear_error();
    if (!is_sound) return fail(Fault::SealingFailed);
    return document;
}

Result<SignedDocument> open_document(ByteView cms, const Trust& trust, WallTime at) {
    auto document = open(cms, trust, at);
    ERR_clear_error();
    return document;
}

Result<SignedDocument> open_old_document(ByteView cms, const Trust& trust) {
    auto document = open(cms, trust, std::nullopt);
    ERR_clear_error();
    return document;
}

}  // namespace motlan
