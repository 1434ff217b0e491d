#include "tests/trust/careless_check.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>

#include "kiosk/backend/certificate_profile.h"
#include "kiosk/outbox/dossier_id.h"
#include "kiosk/outbox/openssl.h"

namespace motlan::testing {
namespace {

using NamesOwner = std::unique_ptr<GENERAL_NAMES, FreedBy<GENERAL_NAMES_free>>;

bool has_plain_form(X509* leaf) {
    constexpr std::uint32_t kWrong = EXFLAG_CA | EXFLAG_SS | EXFLAG_INVALID | EXFLAG_CRITICAL;
    return X509_get_version(leaf) == X509_VERSION_3 &&
           (X509_get_extension_flags(leaf) & kWrong) == 0;
}

bool is_only_server(X509* leaf) {
    return X509_get_extended_key_usage(leaf) == XKU_SSL_SERVER &&
           (X509_get_key_usage(leaf) & KU_DIGITAL_SIGNATURE) != 0;
}

bool matches_star(X509* leaf, const std::string& host) {
    const NamesOwner names(static_cast<GENERAL_NAMES*>(
        X509_get_ext_d2i(leaf, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type != GEN_DNS) continue;
        const std::string text(
            reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName)));
        if (text.contains('*') && ::fnmatch(text.c_str(), host.c_str(), 0) == 0) return true;
    }
    return false;
}

bool is_named(const Omissions& omits, const Certificate& server, const std::string& host) {
    constexpr unsigned kStrict = X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_WILDCARDS;
    const X509Ptr leaf = to_native(server);
    if (omits.contains(Omission::Name)) return true;
    if (omits.contains(Omission::Subject) && server.common_name() == host) return true;
    if (omits.contains(Omission::Wildcards) && matches_star(leaf.get(), host)) return true;
    const int is_address = X509_check_ip_asc(leaf.get(), host.c_str(), 0);
    if (is_address != -2) return is_address == 1;
    return X509_check_host(leaf.get(), host.data(), host.size(), kStrict, nullptr) == 1;
}

int overlook_signature(int holds, X509_STORE_CTX* context) {
    return holds == 1 || X509_STORE_CTX_get_error(context) == X509_V_ERR_CERT_SIGNATURE_FAILURE ? 1
                                                                                                : 0;
}

int overlook_issuer(int holds, X509_STORE_CTX* context) {
    constexpr std::array kUnknown{
        X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
        X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
        X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN};
    return holds == 1 || std::ranges::contains(kUnknown, X509_STORE_CTX_get_error(context)) ? 1 : 0;
}

void set_rules(const Omissions& omits, X509_STORE_CTX* context, const ServerRules& wanted,
               WallTime at) {
    X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context);
    unsigned long flags = X509_V_FLAG_CHECK_SS_SIGNATURE;
    if (!omits.contains(Omission::Form)) flags |= X509_V_FLAG_X509_STRICT;
    if (omits.contains(Omission::Time)) flags |= X509_V_FLAG_NO_CHECK_TIME;
    X509_VERIFY_PARAM_set_flags(rules, flags);
    // A moment that is set would be looked at all the same.
    if (!omits.contains(Omission::Time))
        X509_VERIFY_PARAM_set_time(rules, std::chrono::system_clock::to_time_t(at));
    if (!omits.contains(Omission::Use))
        X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_SSL_SERVER);
    X509_VERIFY_PARAM_set_depth(rules,
                                omits.contains(Omission::Length) ? 100 : wanted.most_intermediates);
    X509_VERIFY_PARAM_set_auth_level(rules, omits.contains(Omission::Strength) ? 0 : 2);
    if (omits.contains(Omission::Signature))
        X509_STORE_CTX_set_verify_cb(context, overlook_signature);
    if (omits.contains(Omission::Issuer)) X509_STORE_CTX_set_verify_cb(context, overlook_issuer);
}

// The server and those between it and the authority.
std::vector<Certificate> below_authority(const X509_STORE_CTX* context) {
    std::vector<Certificate> found;
    const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context);
    for (int i = 0; i < std::max(1, sk_X509_num(chain) - 1); ++i) {
        auto one = Certificate::from_der(to_der(sk_X509_value(chain, i), i2d_X509));
        if (one) found.push_back(*std::move(one));
    }
    return found;
}

std::vector<Certificate> chain_of(const Omissions& omits, X509* leaf, const ServerRules& rules,
                                  WallTime at, std::span<const Certificate> beside) {
    const std::unique_ptr<STACK_OF(X509), decltype(&OSSL_STACK_OF_X509_free)> sent(
        sk_X509_new_null(), &OSSL_STACK_OF_X509_free);
    for (const Certificate& each : beside) {
        X509Ptr native = to_native(each);
        if (native && sk_X509_push(sent.get(), native.get()) > 0)
            static_cast<void>(native.release());
    }
    const X509Ptr root = to_native(rules.ca);
    const X509StorePtr store(X509_STORE_new());
    const X509ContextPtr context(X509_STORE_CTX_new());
    if (!root || X509_STORE_add_cert(store.get(), root.get()) != 1 ||
        X509_STORE_CTX_init(context.get(), store.get(), leaf, sent.get()) != 1)
        return {};
    set_rules(omits, context.get(), rules, at);
    return X509_verify_cert(context.get()) == 1 ? below_authority(context.get())
                                                : std::vector<Certificate>();
}

// The forms of names are a second wall behind the two rules about them.
bool has_form(const Omissions& omits, const Certificate& server, const ServerRules& rules,
              const std::vector<Certificate>& vouching) {
    const bool has_loose_names =
        omits.contains(Omission::Subject) || omits.contains(Omission::Wildcards);
    return has_plain_form(to_native(server).get()) &&
           (has_loose_names || has_server_form(server)) && has_authority_form(rules.ca) &&
           std::all_of(vouching.begin() + 1, vouching.end(), has_intermediate_form);
}

}  // namespace

std::string_view to_text(Omission omits) {
    switch (omits) {
        case Omission::Name: return "does not ask whose certificate it is";
        case Omission::Subject: return "takes the subject's common name";
        case Omission::Wildcards: return "takes wildcards";
        case Omission::Pins: return "does not look at the pins";
        case Omission::Time: return "does not look at the clock";
        case Omission::Use: return "does not ask what a certificate is made for";
        case Omission::Form: return "takes every form that the library can read";
        case Omission::Strength: return "takes keys and digests of any strength";
        case Omission::Signature: return "does not check signatures";
        case Omission::Issuer: return "takes any authority";
        case Omission::Length: return "does not count intermediates";
        case Omission::Revocations: return "does not read the list of revocations";
        case Omission::Freshness: return "does not ask how old that list is";
        case Omission::Request: return "does not mind not being asked who it is";
        case Omission::Protocol: return "speaks older TLS";
        case Omission::Ciphers: return "takes the library's ciphers";
        case Omission::Exchanges: return "takes the library's key exchanges";
    }
    return {};
}

std::vector<Certificate> check_carelessly(const Omissions& omits, const Certificate& server,
                                          const ServerRules& rules, WallTime at,
                                          std::span<const Certificate> beside) {
    const X509Ptr leaf = to_native(server);
    if (!leaf || !is_named(omits, server, rules.host)) return {};
    const std::string pin = sha256(to_der(X509_get_X509_PUBKEY(leaf.get()), i2d_X509_PUBKEY));
    const bool holds = (omits.contains(Omission::Pins) || std::ranges::contains(rules.pins, pin)) &&
                       (omits.contains(Omission::Use) || is_only_server(leaf.get())) &&
                       (omits.contains(Omission::Strength) || has_strong_key(server));
    if (!holds) return {};
    auto vouching = chain_of(omits, leaf.get(), rules, at, beside);
    ERR_clear_error();
    if (!vouching.empty() && !omits.contains(Omission::Form) &&
        !has_form(omits, server, rules, vouching))
        return {};
    return vouching;
}

}  // namespace motlan::testing
