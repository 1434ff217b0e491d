#include "kiosk/backend/certificate_profile.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <span>

#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

using AccessPtr = std::unique_ptr<AUTHORITY_INFO_ACCESS, FreedBy<AUTHORITY_INFO_ACCESS_free>>;
using ConstraintsPtr = std::unique_ptr<NAME_CONSTRAINTS, FreedBy<NAME_CONSTRAINTS_free>>;
using KeyNamePtr = std::unique_ptr<AUTHORITY_KEYID, FreedBy<AUTHORITY_KEYID_free>>;
using NamesPtr = std::unique_ptr<GENERAL_NAMES, FreedBy<GENERAL_NAMES_free>>;

/// The one extension of that kind; nothing when it is absent, malformed or there twice.
template <typename Ptr>
Ptr extension(const X509* certificate, int kind) {
    return Ptr(static_cast<Ptr::pointer>(X509_get_ext_d2i(certificate, kind, nullptr, nullptr)));
}

bool has(const X509* certificate, int kind) {
    return X509_get_ext_by_NID(certificate, kind, -1) >= 0;
}

bool is_critical(const X509* certificate, int kind) {
    const int at = X509_get_ext_by_NID(certificate, kind, -1);
    return at >= 0 && X509_EXTENSION_get_critical(X509_get_ext(certificate, at)) != 0;
}

ByteView bytes_of(const ASN1_STRING* text) {
    return {ASN1_STRING_get0_data(text), static_cast<std::size_t>(ASN1_STRING_length(text))};
}

// RFC 5280 section 4.1.2.2. The sign is kept apart; a first bit that would be one needs a byte.
bool has_serial_number(const X509* leaf) {
    const ASN1_INTEGER* serial = X509_get0_serialNumber(leaf);
    const ByteView digits = bytes_of(serial);
    constexpr std::size_t kLongest = 20;
    const std::size_t size = digits.size() + (!digits.empty() && digits[0] >= 0x80 ? 1 : 0);
    return ASN1_STRING_type(serial) == V_ASN1_INTEGER && size <= kLongest &&
           std::ranges::any_of(digits, [](std::uint8_t digit) { return digit != 0; });
}

// RFC 1123 section 2.1: letters, digits, hyphens, and the dots between.
bool is_host_name(std::string_view name) {
    constexpr std::string_view kPlain =
        "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    return !name.empty() && name.find_first_not_of(kPlain) == std::string_view::npos;
}

std::string address_text(ByteView address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = address.size() == sizeof(in_addr) ? AF_INET : AF_INET6;
    const bool fits = family == AF_INET || address.size() == sizeof(in6_addr);
    return fits && ::inet_ntop(family, address.data(), text.data(), text.size()) != nullptr
               ? text.data()
               : "";
}

/// The hosts and addresses in the alternative names, as they are written.
std::vector<std::string> hosts_of(const X509* leaf) {
    const auto names = extension<NamesPtr>(leaf, NID_subject_alt_name);
    std::vector<std::string> hosts;
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
        int kind = 0;
        const auto* value = static_cast<ASN1_STRING*>(
            GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names.get(), i), &kind));
        if (kind == GEN_DNS) hosts.emplace_back(as_text(bytes_of(value)));
        if (kind == GEN_IPADD) hosts.push_back(address_text(bytes_of(value)));
    }
    return hosts;
}

bool looks_like_host(std::string_view name) {
    return !name.empty() && (name.find_first_of(".:") != std::string_view::npos ||
                             (name.front() >= '0' && name.front() <= '9'));
}

bool has_plain_names(const X509* leaf, const std::string& common_name) {
    const std::vector<std::string> hosts = hosts_of(leaf);
    const bool has_subject = X509_NAME_entry_count(X509_get_subject_name(leaf)) > 0;
    return !(has_subject && is_critical(leaf, NID_subject_alt_name)) &&
           std::ranges::all_of(
               hosts,
               [](const std::string& host) { return host.contains(':') || is_host_name(host); }) &&
           (!looks_like_host(common_name) || std::ranges::contains(hosts, common_name));
}

// A host in a constraint begins with its first word (RFC 5280 section 4.2.1.10).
bool is_well_formed(const STACK_OF(GENERAL_SUBTREE) * constraints) {
    for (int i = 0; i < sk_GENERAL_SUBTREE_num(constraints); ++i) {
        int kind = 0;
        const auto* value = static_cast<ASN1_STRING*>(
            GENERAL_NAME_get0_value(sk_GENERAL_SUBTREE_value(constraints, i)->base, &kind));
        if (kind == GEN_DNS && as_text(bytes_of(value)).starts_with('.')) return false;
    }
    return true;
}

// Constraints that constrain nothing are none (RFC 5280 section 4.2.1.10); those of policies are
// critical (4.2.1.11).
bool has_sound_constraints(const X509* ca) {
    if (has(ca, NID_policy_constraints) && !is_critical(ca, NID_policy_constraints)) return false;
    if (!has(ca, NID_name_constraints)) return true;
    const auto names = extension<ConstraintsPtr>(ca, NID_name_constraints);
    return names && is_critical(ca, NID_name_constraints) &&
           (sk_GENERAL_SUBTREE_num(names->permittedSubtrees) > 0 ||
            sk_GENERAL_SUBTREE_num(names->excludedSubtrees) > 0) &&
           is_well_formed(names->permittedSubtrees) && is_well_formed(names->excludedSubtrees);
}

bool has_sound_key_name(const X509* ca) {
    if (!has(ca, NID_authority_key_identifier)) return true;
    const auto name = extension<KeyNamePtr>(ca, NID_authority_key_identifier);
    return name && name->keyid != nullptr;
}

bool is_authority(const Certificate& certificate, std::uint32_t signs) {
    const X509Ptr ca = to_native(certificate);
    return ca && has_strong_key(certificate) && has(ca.get(), NID_key_usage) &&
           (X509_get_key_usage(ca.get()) & signs) == signs && !has(ca.get(), NID_ext_key_usage) &&
           has_sound_constraints(ca.get()) && has_sound_key_name(ca.get());
}

}  // namespace

bool has_strong_key(const Certificate& certificate) {
    const X509Ptr native = to_native(certificate);
    const EVP_PKEY* key = native ? X509_get0_pubkey(native.get()) : nullptr;
    if (key == nullptr) return false;
    const int bits = EVP_PKEY_get_bits(key);
    if (EVP_PKEY_is_a(key, "RSA") == 1) return bits >= 3072 && bits % 8 == 0;
    std::array<char, 32> group{};
    if (EVP_PKEY_is_a(key, "EC") != 1 ||
        EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) != 1) {
        return false;
    }
    const std::string_view name(group.data());
    return name == SN_X9_62_prime256v1 || name == SN_secp384r1;
}

bool has_server_form(const Certificate& certificate) {
    const X509Ptr leaf = to_native(certificate);
    return leaf && has_serial_number(leaf.get()) &&
           has_plain_names(leaf.get(), certificate.common_name()) &&
           !is_critical(leaf.get(), NID_ext_key_usage) && !has(leaf.get(), NID_name_constraints) &&
           (!has(leaf.get(), NID_info_access) || extension<AccessPtr>(leaf.get(), NID_info_access));
}

bool has_authority_form(const Certificate& certificate) {
    return is_authority(certificate, KU_KEY_CERT_SIGN | KU_CRL_SIGN);
}

bool has_intermediate_form(const Certificate& certificate) {
    return is_authority(certificate, KU_KEY_CERT_SIGN);
}

}  // namespace motlan
