#include "tests/support/authority.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>

#include "kiosk/core/expects.h"
#include "kiosk/outbox/dossier_id.h"

namespace motlan::testing {
namespace {

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T* thing) const {
        Free(thing);
    }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Cert = std::unique_ptr<X509, Freed<X509_free>>;
using Cms = std::unique_ptr<CMS_ContentInfo, Freed<CMS_ContentInfo_free>>;

Bio reading(std::string_view text) {
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string written(BIO* bio) {
    char* start = nullptr;
    const long size = BIO_get_mem_data(bio, &start);
    return {start, static_cast<std::size_t>(size)};
}

Cert cert_of(const Identity& identity) {
    return Cert(PEM_read_bio_X509(reading(identity.certificate).get(), nullptr, nullptr, nullptr));
}

Key key_of(const Identity& identity) {
    return Key(PEM_read_bio_PrivateKey(reading(identity.key).get(), nullptr, nullptr, nullptr));
}

Key make_key(const std::string& kind) {
    if (!kind.starts_with("RSA-")) return Key(EVP_EC_gen(kind.c_str()));
    return Key(EVP_RSA_gen(static_cast<unsigned>(std::stoul(kind.substr(4)))));
}

void add(X509* certificate, X509* issuer, int kind, const std::string& value) {
    if (value.empty()) return;
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    expects(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

Cert draft(const Wish& wish, EVP_PKEY* key) {
    Cert made(X509_new());
    X509* certificate = made.get();
    std::int64_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), 7);
    ASN1_INTEGER_set_int64(X509_get_serialNumber(certificate), serial & 0x7FFFFFFFFFFFFFFF);
    X509_set_version(certificate, wish.is_version_1 ? X509_VERSION_1 : X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(certificate), std::chrono::seconds(wish.starts).count());
    X509_gmtime_adj(X509_getm_notAfter(certificate), std::chrono::seconds(wish.ends).count());
    const auto* name = reinterpret_cast<const unsigned char*>(wish.name.c_str());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8, name, -1,
                               -1, 0);
    X509_set_pubkey(certificate, key);
    return made;
}

Identity finish(const Wish& wish, X509* issuer, EVP_PKEY* issuer_key, Key key) {
    const Cert made = draft(wish, key.get());
    X509* certificate = made.get();
    X509* above = issuer != nullptr ? issuer : certificate;
    X509_set_issuer_name(certificate, X509_get_subject_name(above));
    if (!wish.is_version_1) {
        add(certificate, above, NID_basic_constraints,
            wish.is_ca ? "critical,CA:TRUE" : "critical,CA:FALSE");
        add(certificate, above, NID_key_usage, "critical," + wish.key_usage);
        add(certificate, above, NID_ext_key_usage, wish.usage);
        add(certificate, above, NID_subject_alt_name, wish.san);
        add(certificate, above, NID_subject_key_identifier, "hash");
        if (issuer != nullptr)
            add(certificate, above, NID_authority_key_identifier, "keyid:always");
    }
    X509_sign(certificate, issuer_key != nullptr ? issuer_key : key.get(), EVP_sha256());
    const Bio certificate_pem(BIO_new(BIO_s_mem()));
    const Bio key_pem(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificate_pem.get(), certificate);
    PEM_write_bio_PrivateKey(key_pem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {written(certificate_pem.get()), written(key_pem.get())};
}

std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> unknown_extension() {
    const std::unique_ptr<ASN1_OCTET_STRING, Freed<ASN1_OCTET_STRING_free>> value(
        ASN1_OCTET_STRING_new());
    const std::unique_ptr<ASN1_OBJECT, Freed<ASN1_OBJECT_free>> name(
        OBJ_txt2obj("1.3.6.1.4.1.55555.99", 1));
    return std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>(
        X509_EXTENSION_create_by_OBJ(nullptr, name.get(), 1, value.get()));
}

}  // namespace

Certificate Identity::read_certificate() const {
    return Certificate::from_pem(certificate).value();
}

PrivateKey Identity::read_key() const {
    return PrivateKey::from_pem(key, read_certificate()).value();
}

Authority::Authority(const std::string& name)
    : self_(self_signed({.name = name,
                         .usage = "",
                         .key_usage = "keyCertSign,cRLSign",
                         .is_ca = true,
                         .starts = std::chrono::hours(-24 * 365)})) {}

Identity Authority::issue(const Wish& wish) const {
    return finish(wish, cert_of(self_).get(), key_of(self_).get(), make_key(wish.key));
}

Identity Authority::issue(const std::string& name, const std::string& usage) const {
    const bool opens = usage == kRecipient;
    return issue(
        {.name = name, .usage = usage, .key_usage = opens ? "keyAgreement" : "digitalSignature"});
}

std::string Authority::certify_again(const Identity& identity, const std::string& usage) const {
    const Wish wish{.name = "again", .usage = usage};
    return finish(wish, cert_of(self_).get(), key_of(self_).get(), key_of(identity)).certificate;
}

Bytes Authority::revocations(const RevocationWish& wish) const {
    return revocations_of(self_, wish);
}

Bytes revocations_of(const Identity& authority, const RevocationWish& wish) {
    const Cert issuer = cert_of(authority);
    const std::unique_ptr<X509_CRL, Freed<X509_CRL_free>> list(X509_CRL_new());
    const std::unique_ptr<ASN1_TIME, Freed<ASN1_TIME_free>> time(ASN1_TIME_new());
    X509_CRL_set_version(list.get(), wish.is_version_1 ? X509_CRL_VERSION_1 : X509_CRL_VERSION_2);
    X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.get()));
    X509_gmtime_adj(time.get(), std::chrono::seconds(wish.issued).count());
    X509_CRL_set1_lastUpdate(list.get(), time.get());
    for (const Identity& each : wish.revoked) {
        X509_REVOKED* entry = X509_REVOKED_new();
        X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(cert_of(each).get()));
        X509_REVOKED_set_revocationDate(entry, time.get());
        if (wish.has_critical_entry) X509_REVOKED_add_ext(entry, unknown_extension().get(), -1);
        X509_CRL_add0_revoked(list.get(), entry);
    }
    X509_gmtime_adj(time.get(), std::chrono::seconds(wish.next).count());
    X509_CRL_set1_nextUpdate(list.get(), time.get());
    const std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>> number(ASN1_INTEGER_new());
    ASN1_INTEGER_set(number.get(), 1);
    if (wish.has_number) X509_CRL_add1_ext_i2d(list.get(), NID_crl_number, number.get(), 0, 0);
    if (wish.has_critical) X509_CRL_add_ext(list.get(), unknown_extension().get(), -1);
    X509_CRL_sort(list.get());
    X509_CRL_sign(list.get(), key_of(authority).get(), EVP_get_digestbyname(wish.digest.c_str()));
    unsigned char* der = nullptr;
    const int size = i2d_X509_CRL(list.get(), &der);
    const Bytes bytes(der, der + size);
    OPENSSL_free(der);
    return bytes;
}

Identity self_signed(const Wish& wish) {
    return finish(wish, nullptr, nullptr, make_key(wish.key));
}

std::string pin_of(const Identity& identity) {
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(cert_of(identity).get()), &der);
    const std::string pin = sha256({der, static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return pin;
}

std::optional<Bytes> open_sealed(ByteView sealed, const Identity& recipient) {
    const unsigned char* begin = sealed.data();
    const Cms cms(d2i_CMS_ContentInfo(nullptr, &begin, static_cast<long>(sealed.size())));
    const Bio out(BIO_new(BIO_s_mem()));
    const bool opened = cms && begin == sealed.data() + sealed.size() &&
                        CMS_decrypt(cms.get(), key_of(recipient).get(), cert_of(recipient).get(),
                                    nullptr, out.get(), CMS_BINARY) == 1;
    ERR_clear_error();
    if (!opened) return std::nullopt;
    std::string plain = written(out.get());
    const std::size_t end = plain.find_last_not_of('\0');
    if (plain.size() % 65536 != 0 || end == std::string::npos || plain[end] != '\x80')
        return std::nullopt;
    return to_bytes(std::string_view(plain).substr(0, end));
}

}  // namespace motlan::testing
