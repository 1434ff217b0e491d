// Which province this kiosk belongs to and with which keys (formats.md 1). Read strictly from
// "$STATE_DIRECTORY/enrolment/"; the address of the province comes from nowhere else.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/backend/bundle_root.h"
#include "kiosk/core/problem.h"
#include "kiosk/outbox/certificate.h"
#include "kiosk/outbox/private_key.h"

namespace motlan {

/// The content of province.toml.
struct ProvinceAddress {
    std::string host;  ///< a DNS name or an IPv4 address
    int port = 0;
    std::string kiosk;              ///< this kiosk's name in its certificates
    std::vector<std::string> pins;  ///< one or two, SHA-256 of the server's public key
};

struct Enrolment {
    ProvinceAddress province;
    Certificate ca;
    BundleRoot root;               ///< the first one; bundles bring later ones
    std::filesystem::path folder;  ///< where it was read from: "$STATE_DIRECTORY/enrolment"

    /// Where the bundles lie: "$STATE_DIRECTORY/bundles".
    [[nodiscard]] std::filesystem::path bundles() const { return folder.parent_path() / "bundles"; }
};

/// Reads province.toml. `file` is only for the problem's text.
[[nodiscard]] Checked<ProvinceAddress> parse_province(std::string_view text, std::string_view file);

/// Reads province.toml, ca.pem and root.json.
[[nodiscard]] Checked<Enrolment> read_enrolment(const std::filesystem::path& folder);

/// Reads a key and its certificate, "device" or "tls": of this kiosk, for this role, valid at that
/// moment, in a file that nobody else may read.
[[nodiscard]] Checked<PrivateKey> read_device_key(const std::filesystem::path& folder,
                                                  const Enrolment& enrolment, WallTime now);
[[nodiscard]] Checked<PrivateKey> read_tls_key(const std::filesystem::path& folder,
                                               const Enrolment& enrolment, WallTime now);

}  // namespace motlan
