// A kiosk that judges a server's certificate by all rules but some, to show that a harness sees
// each of them. Written anew beside the product's check, which knows no such switch.
#pragma once

#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "kiosk/backend/server_certificate.h"

namespace motlan::testing {

enum class Omission : std::uint8_t {
    Name,         ///< whose certificate it is does not count
    Subject,      ///< the subject's common name counts as well
    Wildcards,    ///< stars stand for anything
    Pins,         ///< any key will do
    Time,         ///< for ever
    Use,          ///< made for anything
    Form,         ///< whatever the library can read
    Strength,     ///< a key or digest of any kind
    Signature,    ///< what is written is believed
    Issuer,       ///< any authority will do
    Length,       ///< as many intermediates as there are
    Revocations,  ///< the list is not read
    Freshness,    ///< a list of any age
    Request,      ///< a server that does not ask who we are
    Protocol,     ///< any version of TLS
    Ciphers,      ///< the library's own list
    Exchanges,    ///< the library's own list
};

using Omissions = std::set<Omission>;

/// What it does, in words.
[[nodiscard]] std::string_view to_text(Omission omits);

/// check_server_certificate() without those rules; empty when nobody vouches.
[[nodiscard]] std::vector<Certificate> check_carelessly(const Omissions& omits,
                                                        const Certificate& server,
                                                        const ServerRules& rules, WallTime at,
                                                        std::span<const Certificate> beside);

}  // namespace motlan::testing
