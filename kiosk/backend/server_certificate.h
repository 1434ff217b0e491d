// Whether a server's certificate is the province's. Stricter than the library: it accepts forms
// that a private authority never issues (security design 2 and 4.6).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "kiosk/outbox/certificate.h"

namespace motlan {

/// One for a province, one below it for its servers, and the old key of one that has changed its
/// key.
inline constexpr int kMostIntermediates = 3;
/// More than that need not be looked at.
inline constexpr int kMostBeside = 8;

/// What the server must be.
struct ServerRules {
    Certificate ca;                 ///< signed the server, or an intermediate that did
    std::string host;               ///< a DNS name or an IPv4 address, found in the SAN
    std::vector<std::string> pins;  ///< SHA-256 of its public key is one of these
    int most_intermediates = kMostIntermediates;  ///< between the two
};

/// Version 3, valid at that moment, a SAN with this very host (no wildcard, no common name),
/// exactly serverAuth, no authority, P-256, P-384 or RSA of 3072 bits or more, pinned; it and its
/// authority have the form of certificate_profile.h. Intermediate authorities may stand between the
/// two, all of that form and among the certificates that the server sent `beside` its own. Answers
/// who vouches: the server's certificate and those between, none of which may have been taken back.
/// Fails with Fault::BackendUntrusted.
[[nodiscard]] Result<std::vector<Certificate>> check_server_certificate(
    const Certificate& certificate, const ServerRules& rules, WallTime at,
    std::span<const Certificate> beside = {});

}  // namespace motlan
