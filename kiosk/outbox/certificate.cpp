#include "kiosk/outbox/certificate.h"

#include <openssl/pem.h>

#include <array>

#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

// Our demonstration arc and the two standard usages (RFC 5280 section 4.2.1.12).
std::string_view usage_of(Role role) {
    switch (role) {
        case Role::Device: return "1.3.6.1.4.1.55555.7.1";
        case Role::Receipt: return "1.3.6.1.4.1.55555.7.2";
        case Role::SourceAnswer: return "1.3.6.1.4.1.55555.7.3";
        case Role::Bundle: return "1.3.6.1.4.1.55555.7.4";
        case Role::Recipient: return "1.3.6.1.4.1.55555.7.5";
        case Role::Badge: return "1.3.6.1.4.1.55555.7.6";
        case Role::TlsServer: return "1.3.6.1.5.5.7.3.1";
        case Role::TlsClient: return "1.3.6.1.5.5.7.3.2";
    }
    return {};
}

bool has_only_usage(const X509* certificate, Role role) {
    const EkuPtr usages(static_cast<EXTENDED_KEY_USAGE*>(
        X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
    if (!usages || sk_ASN1_OBJECT_num(usages.get()) != 1) return false;
    std::array<char, 64> text{};
    OBJ_obj2txt(text.data(), static_cast<int>(text.size()), sk_ASN1_OBJECT_value(usages.get(), 0),
                1);
    return usage_of(role) == text.data();
}

bool has_fitting_key(X509* certificate, Role role) {
    std::array<char, 32> group{};
    const EVP_PKEY* key = X509_get0_pubkey(certificate);
    const std::uint32_t needed = role == Role::Recipient ? KU_KEY_AGREEMENT : KU_DIGITAL_SIGNATURE;
    return key != nullptr &&
           EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) == 1 &&
           std::string_view(group.data()) == SN_X9_62_prime256v1 &&
           (X509_get_key_usage(certificate) & needed) == needed;
}

}  // namespace

X509Ptr to_native(const Certificate& certificate) {
    const unsigned char* begin = certificate.der().data();
    return X509Ptr(d2i_X509(nullptr, &begin, static_cast<long>(certificate.der().size())));
}

Result<Certificate> Certificate::from_pem(std::string_view pem) {
    const BioPtr reader = reader_of(as_bytes(pem));
    const X509Ptr native(PEM_read_bio_X509(reader.get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (!native) return fail(Fault::MessageMalformed);
    return from_der(to_der(native.get(), i2d_X509));
}

Result<Certificate> Certificate::from_der(ByteView der) {
    const unsigned char* begin = der.data();
    const X509Ptr native(d2i_X509(nullptr, &begin, static_cast<long>(der.size())));
    ERR_clear_error();
    if (!native || begin != der.data() + der.size()) return fail(Fault::MessageMalformed);
    return Certificate(Bytes(der.begin(), der.end()));
}

std::string Certificate::common_name() const {
    const X509Ptr native = to_native(*this);
    if (!native) return {};  // no memory
    const X509_NAME* subject = X509_get_subject_name(native.get());
    const int first = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (first < 0 || X509_NAME_get_index_by_NID(subject, NID_commonName, first) >= 0) return {};
    const ASN1_STRING* name = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, first));
    const auto size = static_cast<std::size_t>(ASN1_STRING_length(name));
    return std::string(as_text({ASN1_STRING_get0_data(name), size}));
}

bool is_signed_by(const Certificate& certificate, const Certificate& ca, WallTime at) {
    const X509Ptr leaf = to_native(certificate);
    const X509Ptr root = to_native(ca);
    const X509StorePtr store(X509_STORE_new());
    const X509ContextPtr context(X509_STORE_CTX_new());
    if (!store || !context || !leaf || !root || X509_STORE_add_cert(store.get(), root.get()) != 1 ||
        X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), nullptr) != 1) {
        return false;
    }
    X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_X509_STRICT | X509_V_FLAG_CHECK_SS_SIGNATURE);
    X509_VERIFY_PARAM_set_time(rules, std::chrono::system_clock::to_time_t(at));
    X509_VERIFY_PARAM_set_depth(rules, 0);
    X509_VERIFY_PARAM_set_auth_level(rules, 2);
    return X509_verify_cert(context.get()) == 1;
}

Result<void> check_certificate(const Certificate& certificate, const Certificate& ca, Role role,
                               WallTime at) {
    const X509Ptr leaf = to_native(certificate);
    const bool holds = leaf && X509_get_version(leaf.get()) == X509_VERSION_3 &&
                       (X509_get_extension_flags(leaf.get()) & EXFLAG_CA) == 0 &&
                       has_only_usage(leaf.get(), role) && has_fitting_key(leaf.get(), role) &&
                       is_signed_by(certificate, ca, at);
    ERR_clear_error();
    if (!holds) return fail(Fault::MessageMalformed);
    return {};
}

}  // namespace motlan
