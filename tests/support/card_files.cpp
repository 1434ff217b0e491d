#include "tests/support/card_files.h"

#include <openssl/cms.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <array>
#include <memory>
#include <utility>

#include "kiosk/core/expects.h"
#include "tests/support/der.h"

namespace motlan::testing {
namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Cert = std::unique_ptr<X509, decltype(&X509_free)>;
using Cms = std::unique_ptr<CMS_ContentInfo, decltype(&CMS_ContentInfo_free)>;
using Object = std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)>;

// Data groups and the numbers by which the security object calls them.
constexpr std::array<std::pair<std::uint8_t, std::uint16_t>, 3> kGroups{
    {{1, kMachineReadable}, {2, kFace}, {13, kVietnamese}}};

Bio reader_of(ByteView bytes) {
    return {BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())), BIO_free_all};
}

Bytes object_identifier(const char* dotted) {
    const Object object(OBJ_txt2obj(dotted, 1), ASN1_OBJECT_free);
    expects(object != nullptr);
    return {OBJ_get0_data(object.get()), OBJ_get0_data(object.get()) + OBJ_length(object.get())};
}

Bytes digest_of(ByteView bytes, const EVP_MD* kind) {
    Bytes digest(static_cast<std::size_t>(EVP_MD_get_size(kind)));
    expects(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, kind, nullptr) == 1);
    return digest;
}

// LDSSecurityObject, version 0 (ICAO 9303-10, 4.6.2.3).
Bytes list_of_digests(const CardFiles& files, const EVP_MD* kind) {
    std::array<char, 64> dotted{};
    OBJ_obj2txt(dotted.data(), dotted.size(), OBJ_nid2obj(EVP_MD_get_type(kind)), 1);
    Bytes digests;
    for (const auto& [number, file] : kGroups) {
        if (!files.contains(file)) continue;
        const Bytes digest = digest_of(files.at(file), kind);
        digests = joined({digests, der(0x30, {der(0x02, Bytes{number}), der(0x04, digest)})});
    }
    return der(0x30, {der(0x02, Bytes{0}), der(0x30, der(0x06, object_identifier(dotted.data()))),
                      der(0x30, digests)});
}

Bytes signed_message(ByteView content, const Signing& signing, const EVP_MD* kind) {
    const Cert certificate(PEM_read_bio_X509(reader_of(as_bytes(signing.signer.certificate)).get(),
                                             nullptr, nullptr, nullptr),
                           X509_free);
    const Key key(PEM_read_bio_PrivateKey(reader_of(as_bytes(signing.signer.key)).get(), nullptr,
                                          nullptr, nullptr),
                  EVP_PKEY_free);
    const Cms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_PARTIAL | CMS_BINARY),
                  CMS_ContentInfo_free);
    const Object type(OBJ_txt2obj("2.23.136.1.1.1", 1), ASN1_OBJECT_free);
    expects(cms && certificate && key && CMS_set1_eContentType(cms.get(), type.get()) == 1);
    CMS_SignerInfo* signer = CMS_add1_signer(cms.get(), certificate.get(), key.get(), kind,
                                             CMS_PARTIAL | CMS_NOSMIMECAP | CMS_KEY_PARAM);
    expects(signer != nullptr);
    if (signing.is_pss) {
        EVP_PKEY_CTX_set_rsa_padding(CMS_SignerInfo_get0_pkey_ctx(signer), RSA_PKCS1_PSS_PADDING);
    }
    expects(CMS_final(cms.get(), reader_of(content).get(), nullptr, CMS_BINARY) == 1);
    unsigned char* bytes = nullptr;
    const int size = i2d_CMS_ContentInfo(cms.get(), &bytes);
    expects(size > 0);
    Bytes message(bytes, bytes + size);
    OPENSSL_free(bytes);
    return message;
}

}  // namespace

Authority make_issuing_state(const std::string& name) { return Authority(name); }

Identity make_document_signer(const Authority& state, int days_left, const std::string& key) {
    return state.issue({.name = "Test document signer",
                        .usage = "",
                        .key = key,
                        .starts = std::chrono::hours(-24 * 300),
                        .ends = std::chrono::hours(24 * days_left)});
}

Bytes card_access_file(const PaceSuite& suite) {
    // id-PACE-ECDH-GM, 0.4.0.127.0.7.2.2.4.2, and its cipher.
    const Bytes protocol{4, 0, 0x7F, 0, 7, 2, 2, 4, 2, suite.cipher};
    return der(0x31, der(0x30, {der(0x06, protocol), der(0x02, Bytes{2}),
                                der(0x02, Bytes{suite.domain})}));
}

CardFiles card_files(const CardPerson& person, const Signing& signing, FaceCoding face) {
    const Bytes tags{0x61, 0x75, 0x6D};
    CardFiles files;
    files[kCommon] = der(0x60, {der(0x5F01, "0107"), der(0x5F36, "040000"), der(0x5C, tags)});
    files[kMachineReadable] = machine_readable_file(person);
    files[kFace] = face_file(drawn_face(face), face);
    files[kVietnamese] = vietnamese_file(person);
    sign(files, signing);
    return files;
}

void sign(CardFiles& files, const Signing& signing) {
    const EVP_MD* kind = EVP_get_digestbyname(signing.digest.c_str());
    expects(kind != nullptr);
    files[kSecurityObject] = der(0x77, signed_message(list_of_digests(files, kind), signing, kind));
}

}  // namespace motlan::testing
