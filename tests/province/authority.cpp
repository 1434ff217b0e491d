#include "tests/province/authority.h"

#include <openssl/rand.h>

#include <array>
#include <ctime>
#include <vector>

#include "kiosk/core/expects.h"
#include "tests/province/openssl.h"

namespace motlan::province {
namespace {

constexpr long kDay = 24L * 60 * 60;

struct Extension {
    int kind;
    std::string value;
};

// 159 random bits: positive, within the 20 bytes of RFC 5280 section 4.1.2.2, not guessable.
bool set_random_serial(X509* certificate) {
    const std::unique_ptr<BIGNUM, Freed<BN_free>> number(BN_new());
    return BN_rand(number.get(), 159, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool add(X509* certificate, X509* issuer, const Extension& extension) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> made(
        X509V3_EXT_conf_nid(nullptr, &context, extension.kind, extension.value.c_str()));
    return made && X509_add_ext(certificate, made.get(), -1) == 1;
}

CertificateOwner draft(EVP_PKEY* key, std::string_view name, long days) {
    CertificateOwner certificate(X509_new());
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    const std::string common(name);
    const auto* text = reinterpret_cast<const unsigned char*>(common.c_str());
    const bool done =
        X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
        set_random_serial(certificate.get()) &&
        // A day back: a kiosk's clock may be slow.
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kDay) != nullptr &&
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * kDay) != nullptr &&
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1 &&
        X509_set_pubkey(certificate.get(), key) == 1;
    return done ? std::move(certificate) : nullptr;
}

std::vector<Extension> extensions_of(Role role) {
    std::vector<Extension> extensions{
        {NID_basic_constraints, "critical,CA:FALSE"},
        {NID_key_usage,
         role == Role::Recipient ? "critical,keyAgreement" : "critical,digitalSignature"},
        {NID_ext_key_usage, std::string(key_usage(role))},
        {NID_subject_key_identifier, "hash"},
        {NID_authority_key_identifier, "keyid:always"}};
    if (role == Role::Server)
        extensions.push_back({NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1"});
    return extensions;
}

Result<Identity> to_identity(X509* certificate, EVP_PKEY* key) {
    const BioOwner public_part = writing();
    const BioOwner private_part = writing();
    if (PEM_write_bio_X509(public_part.get(), certificate) != 1 ||
        PEM_write_bio_PrivateKey(private_part.get(), key, nullptr, nullptr, 0, nullptr, nullptr) !=
            1) {
        return fail(Fault::SealingFailed);
    }
    return Identity{.certificate = std::string(as_text(written(public_part))),
                    .key = std::string(as_text(written(private_part)))};
}

bool has_exactly(X509* certificate, Role role) {
    using Usages = std::unique_ptr<EXTENDED_KEY_USAGE, Freed<EXTENDED_KEY_USAGE_free>>;
    const Usages usages(static_cast<EXTENDED_KEY_USAGE*>(
        X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
    if (!usages || sk_ASN1_OBJECT_num(usages.get()) != 1) return false;
    std::array<char, 64> text{};
    OBJ_obj2txt(text.data(), text.size(), sk_ASN1_OBJECT_value(usages.get(), 0), 1);
    return key_usage(role) == text.data();
}

bool is_issued_by(X509* certificate, std::string_view authority) {
    const CertificateOwner root = read_certificate(authority);
    const StoreOwner store(X509_STORE_new());
    const std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>> check(X509_STORE_CTX_new());
    return root && X509_STORE_add_cert(store.get(), root.get()) == 1 &&
           X509_STORE_CTX_init(check.get(), store.get(), certificate, nullptr) == 1 &&
           X509_verify_cert(check.get()) == 1;
}

std::string common_name(X509* certificate) {
    std::array<char, 128> text{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, text.data(),
                              static_cast<int>(text.size()));
    return text.data();
}

// A certificate of that role for a key, nothing when it cannot be made.
CertificateOwner sign_for(const Identity& authority, Role role, std::string_view name,
                          EVP_PKEY* key) {
    const CertificateOwner issuer = read_certificate(authority.certificate);
    const KeyOwner issuer_key = read_key(authority.key);
    CertificateOwner certificate = draft(key, name, 730);
    if (!issuer || !issuer_key || !certificate) return nullptr;
    bool done = X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get())) == 1;
    for (const Extension& extension : extensions_of(role)) {
        done = done && add(certificate.get(), issuer.get(), extension);
    }
    done = done && X509_sign(certificate.get(), issuer_key.get(), EVP_sha256()) > 0;
    return done ? std::move(certificate) : nullptr;
}

}  // namespace

std::string_view key_usage(Role role) {
    switch (role) {
        case Role::Server: return "1.3.6.1.5.5.7.3.1";
        case Role::KioskTls: return "1.3.6.1.5.5.7.3.2";
        case Role::KioskDevice: return "1.3.6.1.4.1.55555.7.1";
        case Role::Receipts: return "1.3.6.1.4.1.55555.7.2";
        case Role::Answers: return "1.3.6.1.4.1.55555.7.3";
        case Role::Bundles: return "1.3.6.1.4.1.55555.7.4";
        case Role::Recipient: return "1.3.6.1.4.1.55555.7.5";
        case Role::Badges: return "1.3.6.1.4.1.55555.7.6";
    }
    return {};
}

Result<Identity> make_authority(std::string_view name) {
    const KeyOwner key(EVP_EC_gen("P-256"));
    const CertificateOwner certificate = key ? draft(key.get(), name, 3650) : nullptr;
    if (!certificate) return fail(Fault::SealingFailed);
    X509* self = certificate.get();
    const bool done = X509_set_issuer_name(self, X509_get_subject_name(self)) == 1 &&
                      add(self, self, {NID_basic_constraints, "critical,CA:TRUE,pathlen:0"}) &&
                      add(self, self, {NID_key_usage, "critical,keyCertSign,cRLSign"}) &&
                      add(self, self, {NID_subject_key_identifier, "hash"}) &&
                      X509_sign(self, key.get(), EVP_sha256()) > 0;
    if (!done) return fail(Fault::SealingFailed);
    return to_identity(self, key.get());
}

Result<Identity> issue(const Identity& authority, Role role, std::string_view name) {
    const KeyOwner key(EVP_EC_gen("P-256"));
    const CertificateOwner certificate = key ? sign_for(authority, role, name, key.get()) : nullptr;
    if (!certificate) return fail(Fault::SealingFailed);
    return to_identity(certificate.get(), key.get());
}

Result<std::string> certify(const Identity& authority, Role role, std::string_view name,
                            std::string_view request) {
    const BioOwner reader(BIO_new_mem_buf(request.data(), static_cast<int>(request.size())));
    const std::unique_ptr<X509_REQ, Freed<X509_REQ_free>> read(
        PEM_read_bio_X509_REQ(reader.get(), nullptr, nullptr, nullptr));
    EVP_PKEY* const key = read ? X509_REQ_get0_pubkey(read.get()) : nullptr;
    std::array<char, 128> asked{};
    if (key == nullptr || X509_REQ_verify(read.get(), key) != 1 ||
        X509_NAME_get_text_by_NID(X509_REQ_get_subject_name(read.get()), NID_commonName,
                                  asked.data(), static_cast<int>(asked.size())) < 0 ||
        name != asked.data()) {
        return fail(Fault::MessageMalformed);
    }
    const CertificateOwner certificate = sign_for(authority, role, name, key);
    const BioOwner out = writing();
    if (!certificate || PEM_write_bio_X509(out.get(), certificate.get()) != 1)
        return fail(Fault::SealingFailed);
    return std::string(as_text(written(out)));
}

Result<Identity> look_alike() {
    return make_authority(kAuthorityName).and_then([](const Identity& root) {
        return issue(root, Role::Receipts, "receipts");
    });
}

Result<Bytes> revocation_list(const Identity& authority,
                              const std::vector<std::string>& certificates) {
    using ListOwner = std::unique_ptr<X509_CRL, Freed<X509_CRL_free>>;
    using TimeOwner = std::unique_ptr<ASN1_TIME, Freed<ASN1_TIME_free>>;
    const CertificateOwner issuer = read_certificate(authority.certificate);
    const KeyOwner key = read_key(authority.key);
    const ListOwner list(X509_CRL_new());
    const TimeOwner now(X509_gmtime_adj(nullptr, 0));
    const TimeOwner next(X509_gmtime_adj(nullptr, 7 * kDay));
    const std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>> number(ASN1_INTEGER_new());
    // Grows with every list, as RFC 5280 section 5.2.3 wishes.
    ASN1_INTEGER_set_int64(number.get(), std::time(nullptr));
    bool done = issuer && key && X509_CRL_set_version(list.get(), X509_CRL_VERSION_2) == 1 &&
                X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.get())) == 1 &&
                X509_CRL_set1_lastUpdate(list.get(), now.get()) == 1 &&
                X509_CRL_set1_nextUpdate(list.get(), next.get()) == 1 &&
                X509_CRL_add1_ext_i2d(list.get(), NID_crl_number, number.get(), 0, 0) == 1;
    for (const std::string& pem : certificates) {
        const CertificateOwner revoked = read_certificate(pem);
        X509_REVOKED* entry = X509_REVOKED_new();
        done = done && revoked &&
               X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(revoked.get())) == 1 &&
               X509_REVOKED_set_revocationDate(entry, now.get()) == 1 &&
               X509_CRL_add0_revoked(list.get(), entry) == 1;
    }
    const BioOwner out = writing();
    if (!done || X509_CRL_sign(list.get(), key.get(), EVP_sha256()) <= 0 ||
        i2d_X509_CRL_bio(out.get(), list.get()) != 1) {
        return fail(Fault::SealingFailed);
    }
    return written(out);
}

Result<std::string> pin(std::string_view certificate) {
    const CertificateOwner read = read_certificate(certificate);
    if (!read) return fail(Fault::MessageMalformed);
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(read.get()), &der);
    if (size <= 0) return fail(Fault::MessageMalformed);
    std::string hash = sha256({der, static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return hash;
}

Result<std::string> holder(ByteView certificate, std::string_view authority, Role role) {
    const unsigned char* start = certificate.data();
    const CertificateOwner read(d2i_X509(nullptr, &start, static_cast<long>(certificate.size())));
    if (!read || !has_exactly(read.get(), role) || !is_issued_by(read.get(), authority)) {
        return fail(Fault::BackendUntrusted);
    }
    return common_name(read.get());
}

std::string sha256(ByteView bytes) {
    std::array<std::uint8_t, 32> hash{};
    expects(EVP_Digest(bytes.data(), bytes.size(), hash.data(), nullptr, EVP_sha256(), nullptr) ==
            1);
    return to_hex(hash);
}

std::string random_id() {
    std::array<std::uint8_t, 16> bits{};
    expects(RAND_bytes(bits.data(), static_cast<int>(bits.size())) == 1);
    return to_hex(bits);
}

}  // namespace motlan::province
