// The table of servers that a kiosk must not trust, and of answers that it must survive.
#pragma once

#include <string>
#include <vector>

#include "tests/trust/hostile_server.h"

namespace motlan::testing {

/// A server that a kiosk meets: everything but its habit is as the kiosk expects it.
struct HostileCase {
    std::string name;
    Habit habit;
    std::string host = "127.0.0.1";
    std::string pin = {};                    ///< another one than that of its key
    std::optional<Identity> authority = {};  ///< another one that the kiosk was enrolled with
    RevocationWish revocations = {};
    std::optional<Identity> list_signer = {};  ///< another one than the authority
};

/// The province's authority of all cases.
[[nodiscard]] const Identity& home_authority();
[[nodiscard]] Wish good_wish();
/// A good server's certificate.
[[nodiscard]] Identity good_server();

/// Servers that must be talked to, so that refusing everybody is not a pass.
[[nodiscard]] std::vector<HostileCase> good_servers();
/// The same, below intermediate authorities.
[[nodiscard]] std::vector<HostileCase> good_intermediates();
/// Servers with a certificate that is not the province's.
[[nodiscard]] std::vector<HostileCase> false_certificates();
/// Servers below an authority that is not as it should be, or that the kiosk does not know.
[[nodiscard]] std::vector<HostileCase> false_authorities();
/// Servers about which the kiosk's list of revocations says something else than that they are good.
[[nodiscard]] std::vector<HostileCase> false_revocations();
/// Servers that shake hands as nobody should.
[[nodiscard]] std::vector<HostileCase> false_handshakes();

}  // namespace motlan::testing
