#include "tests/trust/strange_certificate.h"

#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "kiosk/core/expects.h"

namespace motlan::testing {
namespace {

using BioOwner = std::unique_ptr<BIO, FreedBy<BIO_free_all>>;
using ExtensionOwner = std::unique_ptr<X509_EXTENSION, FreedBy<X509_EXTENSION_free>>;

BioOwner reading(const std::string& text) {
    return BioOwner(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string written(BIO* bio) {
    char* start = nullptr;
    const long size = BIO_get_mem_data(bio, &start);
    return {start, static_cast<std::size_t>(size)};
}

std::string to_pem(X509* certificate) {
    const BioOwner out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), certificate);
    return written(out.get());
}

std::string to_pem(EVP_PKEY* key) {
    const BioOwner out(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return written(out.get());
}

KeyOwner make_key(const std::string& kind) {
    if (kind.starts_with("RSA-PSS-")) {
        const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> maker(
            EVP_PKEY_CTX_new_from_name(nullptr, "RSA-PSS", nullptr), &EVP_PKEY_CTX_free);
        EVP_PKEY* made = nullptr;
        EVP_PKEY_keygen_init(maker.get());
        EVP_PKEY_CTX_set_rsa_keygen_bits(maker.get(), std::stoi(kind.substr(8)));
        EVP_PKEY_keygen(maker.get(), &made);
        return KeyOwner(made);
    }
    return KeyOwner(EVP_PKEY_Q_keygen(nullptr, nullptr, kind.c_str()));
}

/// Edwards curves have their digest inside.
const EVP_MD* digest_for(const EVP_PKEY* key, const std::string& name) {
    const bool is_edwards = EVP_PKEY_is_a(key, "ED25519") == 1 || EVP_PKEY_is_a(key, "ED448") == 1;
    return is_edwards ? nullptr : EVP_get_digestbyname(name.c_str());
}

Identity sign_again(X509* certificate, EVP_PKEY* own, EVP_PKEY* above, const std::string& digest) {
    expects(X509_sign(certificate, above, digest_for(above, digest)) > 0);
    return {to_pem(certificate), to_pem(own)};
}

}  // namespace

X509Owner to_x509(const Identity& identity) {
    X509Owner read(
        PEM_read_bio_X509(reading(identity.certificate).get(), nullptr, nullptr, nullptr));
    expects(read != nullptr);
    return read;
}

KeyOwner to_key(const Identity& identity) {
    KeyOwner read(PEM_read_bio_PrivateKey(reading(identity.key).get(), nullptr, nullptr, nullptr));
    expects(read != nullptr);
    return read;
}

void add_extension(X509& certificate, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, &certificate, &certificate, nullptr, nullptr, 0);
    const ExtensionOwner extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    expects(extension && X509_add_ext(&certificate, extension.get(), -1) == 1);
}

void remove_extension(X509& certificate, int kind) {
    for (int at = 0; (at = X509_get_ext_by_NID(&certificate, kind, -1)) >= 0;) {
        X509_EXTENSION_free(X509_delete_ext(&certificate, at));
    }
}

void add_raw_extension(X509& certificate, const char* number, bool is_critical,
                       const std::string& bytes) {
    const std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)> name(OBJ_txt2obj(number, 1),
                                                                         &ASN1_OBJECT_free);
    const std::unique_ptr<ASN1_OCTET_STRING, decltype(&ASN1_OCTET_STRING_free)> value(
        ASN1_OCTET_STRING_new(), &ASN1_OCTET_STRING_free);
    ASN1_OCTET_STRING_set(value.get(), reinterpret_cast<const unsigned char*>(bytes.data()),
                          static_cast<int>(bytes.size()));
    const ExtensionOwner extension(
        X509_EXTENSION_create_by_OBJ(nullptr, name.get(), is_critical ? 1 : 0, value.get()));
    expects(extension && X509_add_ext(&certificate, extension.get(), -1) == 1);
}

Identity issue_strange(const Identity& above, const Wish& wish, const Strangeness& strangeness) {
    const Identity drafted = self_signed(wish);
    const X509Owner certificate = to_x509(drafted);
    const X509Owner issuer = to_x509(above);
    const KeyOwner key = strangeness.key.empty() ? to_key(drafted) : make_key(strangeness.key);
    X509_set_pubkey(certificate.get(), key.get());
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get()));
    if (const ASN1_OCTET_STRING* name = X509_get0_subject_key_id(issuer.get())) {
        std::string identifier("\x30\x16\x80\x14");
        identifier.append(reinterpret_cast<const char*>(ASN1_STRING_get0_data(name)),
                          static_cast<std::size_t>(ASN1_STRING_length(name)));
        add_raw_extension(*certificate, "2.5.29.35", false, identifier);
    }
    if (strangeness.change) strangeness.change(*certificate);
    return sign_again(certificate.get(), key.get(), to_key(above).get(), strangeness.digest);
}

Identity self_made(const Wish& wish, const Strangeness& strangeness) {
    const Identity drafted = self_signed(wish);
    const X509Owner certificate = to_x509(drafted);
    const KeyOwner key = to_key(drafted);
    if (strangeness.change) strangeness.change(*certificate);
    return sign_again(certificate.get(), key.get(), key.get(), strangeness.digest);
}

Identity with_broken_signature(const Identity& identity) {
    const X509Owner certificate = to_x509(identity);
    const ASN1_BIT_STRING* signature = nullptr;
    X509_get0_signature(&signature, nullptr, certificate.get());
    // The library lends its own bytes; turning one over is what this is for.
    const_cast<unsigned char*>(ASN1_STRING_get0_data(signature))[12] ^= 1;
    return {to_pem(certificate.get()), identity.key};
}

}  // namespace motlan::testing
