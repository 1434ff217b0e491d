#include "kiosk/backend/server_certificate.h"

#include <algorithm>
#include <ctime>

#include "kiosk/backend/certificate_profile.h"
#include "kiosk/outbox/dossier_id.h"
#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

using NamesPtr = std::unique_ptr<GENERAL_NAMES, FreedBy<GENERAL_NAMES_free>>;

bool is_plain_leaf(X509* leaf) {
    const std::uint32_t flags = X509_get_extension_flags(leaf);
    constexpr std::uint32_t kWrong = EXFLAG_CA | EXFLAG_SS | EXFLAG_INVALID | EXFLAG_CRITICAL;
    return X509_get_version(leaf) == X509_VERSION_3 && (flags & kWrong) == 0 &&
           (X509_get_key_usage(leaf) & KU_DIGITAL_SIGNATURE) != 0;
}

bool is_only_server(X509* leaf) {
    const EkuPtr usages(static_cast<EXTENDED_KEY_USAGE*>(
        X509_get_ext_d2i(leaf, NID_ext_key_usage, nullptr, nullptr)));
    return usages && sk_ASN1_OBJECT_num(usages.get()) == 1 &&
           OBJ_obj2nid(sk_ASN1_OBJECT_value(usages.get(), 0)) == NID_server_auth;
}

// The name must stand in the SAN: the subject's common name is never looked at, and a wildcard
// never matches.
bool is_named(X509* leaf, const std::string& host) {
    const NamesPtr names(static_cast<GENERAL_NAMES*>(
        X509_get_ext_d2i(leaf, NID_subject_alt_name, nullptr, nullptr)));
    if (!names || sk_GENERAL_NAME_num(names.get()) == 0) return false;
    constexpr unsigned kFlags = X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_WILDCARDS;
    const int is_address = X509_check_ip_asc(leaf, host.c_str(), 0);
    constexpr int kNoAddress = -2;
    if (is_address != kNoAddress) return is_address == 1;
    return X509_check_host(leaf, host.data(), host.size(), kFlags, nullptr) == 1;
}

struct StackCleanup {
    void operator()(STACK_OF(X509) * stack) const { OSSL_STACK_OF_X509_free(stack); }
};
using StackPtr = std::unique_ptr<STACK_OF(X509), StackCleanup>;

StackPtr stack_of(std::span<const Certificate> certificates) {
    StackPtr stack(sk_X509_new_null());
    for (const Certificate& each : certificates) {
        X509Ptr native = to_native(each);
        if (!stack || !native || sk_X509_push(stack.get(), native.get()) == 0) return nullptr;
        static_cast<void>(native.release());
    }
    return stack;
}

// RFC 5280 section 4.1.2.5: both ends of the period belong to it. The library ends a second early,
// but knows in which forms a time may be written.
bool is_in_its_time(const X509* certificate, WallTime at) {
    std::time_t now = std::chrono::system_clock::to_time_t(at);
    std::time_t before = now - 1;
    return X509_cmp_time(X509_get0_notBefore(certificate), &now) < 0 &&
           X509_cmp_time(X509_get0_notAfter(certificate), &before) > 0;
}

// The way up that the library has found, without the authority itself; nobody when one of them is
// out of its time.
std::vector<Certificate> below_authority(const X509_STORE_CTX* context, WallTime at) {
    std::vector<Certificate> found;
    const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context);
    for (int i = 0; i < sk_X509_num(chain); ++i) {
        if (!is_in_its_time(sk_X509_value(chain, i), at)) return {};
    }
    for (int i = 0; i + 1 < sk_X509_num(chain); ++i) {
        auto one = Certificate::from_der(to_der(sk_X509_value(chain, i), i2d_X509));
        if (!one) return {};
        found.push_back(*std::move(one));
    }
    return found;
}

// Who vouches for the server, itself first; nobody when there is no way up to the authority.
std::vector<Certificate> chain_of(X509* leaf, const ServerRules& wanted, WallTime at,
                                  std::span<const Certificate> beside) {
    const X509Ptr root = to_native(wanted.ca);
    const StackPtr sent = stack_of(beside);
    const X509StorePtr store(X509_STORE_new());
    const X509ContextPtr context(X509_STORE_CTX_new());
    if (!store || !context || !sent || !root || X509_STORE_add_cert(store.get(), root.get()) != 1 ||
        X509_STORE_CTX_init(context.get(), store.get(), leaf, sent.get()) != 1) {
        return {};
    }
    X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_X509_STRICT | X509_V_FLAG_CHECK_SS_SIGNATURE |
                                           X509_V_FLAG_NO_CHECK_TIME);
    X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_SSL_SERVER);
    X509_VERIFY_PARAM_set_depth(rules, wanted.most_intermediates);
    X509_VERIFY_PARAM_set_auth_level(rules, 2);
    return X509_verify_cert(context.get()) == 1 ? below_authority(context.get(), at)
                                                : std::vector<Certificate>();
}

bool is_pinned(X509* leaf, const std::vector<std::string>& pins) {
    return std::ranges::contains(pins, sha256(to_der(X509_get_X509_PUBKEY(leaf), i2d_X509_PUBKEY)));
}

}  // namespace

Result<std::vector<Certificate>> check_server_certificate(const Certificate& certificate,
                                                          const ServerRules& rules, WallTime at,
                                                          std::span<const Certificate> beside) {
    const X509Ptr leaf = to_native(certificate);
    const bool is_plain = leaf && is_plain_leaf(leaf.get()) && is_only_server(leaf.get()) &&
                          has_strong_key(certificate) && has_server_form(certificate) &&
                          has_authority_form(rules.ca) && is_named(leaf.get(), rules.host) &&
                          is_pinned(leaf.get(), rules.pins);
    std::vector<Certificate> vouching;
    if (is_plain) vouching = chain_of(leaf.get(), rules, at, beside);
    ERR_clear_error();
    const bool holds = !vouching.empty() &&
                       std::all_of(vouching.begin() + 1, vouching.end(), has_intermediate_form);
    if (!holds) return fail(Fault::BackendUntrusted);
    return vouching;
}

}  // namespace motlan
