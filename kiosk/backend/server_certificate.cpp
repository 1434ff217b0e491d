#include "kiosk/backend/server_certificate.h"

#include <algorithm>

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

bool is_pinned(X509* leaf, const std::vector<std::string>& pins) {
    return std::ranges::contains(pins, sha256(to_der(X509_get_X509_PUBKEY(leaf), i2d_X509_PUBKEY)));
}

}  // namespace

Result<void> check_server_certificate(const Certificate& certificate, const ServerRules& rules,
                                      WallTime at) {
    const X509Ptr leaf = to_native(certificate);
    const bool holds = leaf && is_plain_leaf(leaf.get()) && is_only_server(leaf.get()) &&
                       has_strong_key(certificate) && has_server_form(certificate) &&
                       has_authority_form(rules.ca) && is_named(leaf.get(), rules.host) &&
                       is_pinned(leaf.get(), rules.pins) && is_signed_by(certificate, rules.ca, at);
    ERR_clear_error();
    if (!holds) return fail(Fault::BackendUntrusted);
    return {};
}

}  // namespace motlan
