#include "kiosk/chip/passive_authentication.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "kiosk/chip/openssl.h"
#include "kiosk/chip/tlv.h"

namespace motlan {
namespace {

// Security of RSA with 2048 bits and of SHA-224 (NIST SP 800-57 part 1, table 2).
constexpr int kLeastBits = 112;

/// The list only: what is in it belongs to the document.
struct ListFree {
    void operator()(STACK_OF(X509) * list) const { sk_X509_free(list); }
};
using SignersPtr = std::unique_ptr<STACK_OF(X509), ListFree>;

X509Ptr to_native(ByteView der) {
    const unsigned char* begin = der.data();
    return X509Ptr(d2i_X509(nullptr, &begin, static_cast<long>(der.size())));
}

int name_of(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(name);
}

bool is_strong_digest(int name) {
    constexpr std::array kStrong = {NID_sha224, NID_sha256, NID_sha384, NID_sha512};
    return std::ranges::contains(kStrong, name);
}

// RSA and RSA-PSS name their digest elsewhere, and the library holds that to the signer's.
bool is_strong_signature(int name) {
    int digest = NID_undef;
    int key = NID_undef;
    if (name == NID_rsaEncryption || name == NID_rsassaPss) return true;
    return OBJ_find_sigid_algs(name, &digest, &key) == 1 && is_strong_digest(digest);
}

bool has_strong_key(X509& certificate) {
    constexpr std::array kKnown = {EVP_PKEY_RSA, EVP_PKEY_RSA_PSS, EVP_PKEY_EC};
    const EVP_PKEY* key = X509_get0_pubkey(&certificate);
    return key != nullptr && std::ranges::contains(kKnown, EVP_PKEY_get_base_id(key)) &&
           EVP_PKEY_get_security_bits(key) >= kLeastBits;
}

/// The signed content of EF.SOD, 77 { ContentInfo }; empty when it is built otherwise.
CmsPtr read_signed(ByteView security_file) {
    const auto der = only(security_file, 0x77);
    if (!der) return {};
    const unsigned char* begin = der->data();
    CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &begin, static_cast<long>(der->size())));
    std::array<char, 32> type{};
    const bool is_signed = cms && OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_pkcs7_signed &&
                           CMS_get0_eContentType(cms.get()) != nullptr;
    if (!is_signed) return {};
    OBJ_obj2txt(type.data(), static_cast<int>(type.size()), CMS_get0_eContentType(cms.get()), 1);
    // id-icao-mrtd-security-ldsSecurityObject.
    return std::string_view(type.data()) == "2.23.136.1.1.1" ? std::move(cms) : CmsPtr();
}

ByteView content_of(CMS_ContentInfo& cms) {
    ASN1_OCTET_STRING** content = CMS_get0_content(&cms);
    if (content == nullptr || *content == nullptr) return {};
    return {ASN1_STRING_get0_data(*content),
            static_cast<std::size_t>(ASN1_STRING_length(*content))};
}

/// Whether the file has one signature, by algorithms that we know and that are strong.
bool is_signed_strongly(CMS_ContentInfo& cms) {
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(&cms);
    if (sk_CMS_SignerInfo_num(signers) != 1) return false;
    X509_ALGOR* digest = nullptr;
    X509_ALGOR* signature = nullptr;
    CMS_SignerInfo_get0_algs(sk_CMS_SignerInfo_value(signers, 0), nullptr, nullptr, &digest,
                             &signature);
    return is_strong_digest(name_of(digest)) && is_strong_signature(name_of(signature));
}

/// The certificate in the file whose key made the signature; empty when the signature is wrong.
X509Ptr verified_signer(CMS_ContentInfo& cms) {
    constexpr unsigned kFlags = CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY;
    const BioPtr content(BIO_new(BIO_s_mem()));
    if (!content || CMS_verify(&cms, nullptr, nullptr, nullptr, content.get(), kFlags) != 1) {
        return {};
    }
    const SignersPtr signers(CMS_get0_signers(&cms));
    X509* signer = sk_X509_num(signers.get()) == 1 ? sk_X509_value(signers.get(), 0) : nullptr;
    if (signer == nullptr || X509_up_ref(signer) != 1) return {};
    return X509Ptr(signer);
}

/// Document signers sign and are no authorities (Doc 9303-12 section 7.1). What else their
/// certificates say is passed by: no signer of Vietnam was at hand to compare with.
bool may_sign_documents(X509& certificate) {
    constexpr std::uint32_t kOther = EXFLAG_INVALID | EXFLAG_CA;
    return (X509_get_extension_flags(&certificate) & kOther) == 0 &&
           (X509_get_key_usage(&certificate) & KU_DIGITAL_SIGNATURE) != 0 &&
           has_strong_key(certificate);
}

/// Whether that authority itself signed the certificate, strongly.
bool has_signed(X509& authority, X509& certificate) {
    int bits = 0;
    return X509_check_ca(&authority) == 1 && has_strong_key(authority) &&
           X509_get_signature_info(&certificate, nullptr, nullptr, &bits, nullptr) == 1 &&
           bits >= kLeastBits && X509_verify(&certificate, X509_get0_pubkey(&authority)) == 1;
}

/// A State's authorities often share one name: the key identifier tells them apart.
Result<ChipTrust> trust_in(X509& signer, std::span<const CountryCertificate> countries) {
    bool has_issuer = false;
    for (const CountryCertificate& country : countries) {
        const X509Ptr authority = to_native(country);
        if (!authority || X509_check_issued(authority.get(), &signer) != X509_V_OK) continue;
        if (has_signed(*authority, signer)) return ChipTrust::Authentic;
        has_issuer = true;
    }
    if (has_issuer) return fail(Fault::ChipForged);
    return ChipTrust::Unchecked;
}

Result<ChipTrust> check(ByteView security_file, std::span<const ChipContent> files,
                        std::span<const CountryCertificate> countries) {
    const CmsPtr cms = read_signed(security_file);
    if (!cms || !is_signed_strongly(*cms)) return fail(Fault::ChipMalformed);
    if (const auto same = check_digests(content_of(*cms), files); !same) return fail(same.error());
    const X509Ptr signer = verified_signer(*cms);
    if (!signer || !may_sign_documents(*signer)) return fail(Fault::ChipForged);
    return trust_in(*signer, countries);
}

}  // namespace

Result<ChipTrust> authenticate(ByteView security_file, std::span<const ChipContent> files,
                               std::span<const CountryCertificate> countries) {
    const auto trust = check(security_file, files, countries);
    ERR_clear_error();
    return trust;
}

}  // namespace motlan
