// Whether a server's certificate is the province's. Stricter than the library: it accepts forms
// that a private authority never issues (security design 2 and 4.6).
#pragma once

#include <string>
#include <vector>

#include "kiosk/outbox/certificate.h"

namespace motlan {

/// What the server must be.
struct ServerRules {
    Certificate ca;                 ///< signed the server itself, without anybody between
    std::string host;               ///< a DNS name or an IPv4 address, found in the SAN
    std::vector<std::string> pins;  ///< SHA-256 of its public key is one of these
};

/// Version 3, valid at that moment, a SAN with this very host (no wildcard, no common name),
/// exactly serverAuth, no authority, P-256, P-384 or RSA of 3072 bits or more, pinned; it and its
/// authority have the form of certificate_profile.h.
/// Fails with Fault::BackendUntrusted.
[[nodiscard]] Result<void> check_server_certificate(const Certificate& certificate,
                                                    const ServerRules& rules, WallTime at);

}  // namespace motlan
