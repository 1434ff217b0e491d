// An enrolment folder as a province would have made it (formats.md 1).
#pragma once

#include <array>
#include <format>

#include "kiosk/backend/enrolment.h"
#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "tests/support/authority.h"
#include "tests/support/folder.h"

namespace motlan::testing {

inline void put_text(const std::filesystem::path& path, std::string_view text) {
    static_cast<void>(write_file(path, as_bytes(text)));
}

/// A root of formats.md 3 that wants two of these signers.
inline Tree root_of(std::span<const Identity> signers, int version = 1, int threshold = 2,
                    std::chrono::days life = std::chrono::days(600)) {
    Tree::List certificates;
    for (const Identity& signer : signers) certificates.emplace_back(signer.certificate);
    return Tree::Table{{"expires", to_timestamp(SystemClock().wall() + life)},
                       {"signers", std::move(certificates)},
                       {"threshold", threshold},
                       {"type", "motlan-root"},
                       {"version", version}};
}

struct Enrolled {
    Authority authority;
    Identity server = authority.issue({.name = "server", .san = "DNS:localhost,IP:127.0.0.1"});
    Identity tls = authority.issue({.name = "NA-VINH-03", .usage = "clientAuth"});
    Identity device = authority.issue("NA-VINH-03", kDevice);
    std::array<Identity, 3> signers{authority.issue("bundles-1", kBundles),
                                    authority.issue("bundles-2", kBundles),
                                    authority.issue("bundles-3", kBundles)};
    Folder state;

    [[nodiscard]] std::filesystem::path folder() const { return state.path() / "enrolment"; }

    Enrolled() {
        std::filesystem::create_directory(folder());
        address(8443);
        put_text(folder() / "ca.pem", authority.identity().certificate);
        put_text(folder() / "root.json", to_json(root_of(signers)));
        put_text(folder() / "revocation.crl", as_text(authority.revocations()));
        put_text(folder() / "tls.key", tls.key);
        put_text(folder() / "tls.pem", tls.certificate);
        put_text(folder() / "device.key", device.key);
        put_text(folder() / "device.pem", device.certificate);
    }

    /// Points the kiosk to that port of this machine.
    void address(int port, const std::string& host = "127.0.0.1") const {
        put_text(
            folder() / "province.toml",
            std::format("address = \"https://{}:{}\"\nkiosk = \"NA-VINH-03\"\npins = [\"{}\"]\n",
                        host, port, pin_of(server)));
    }
};

}  // namespace motlan::testing
