// Certificates that the province's authority took back (RFC 5280 section 5). The list comes with
// the enrolment and then with every bundle; of several, the newest counts.
#pragma once

#include <chrono>
#include <filesystem>
#include <set>
#include <span>
#include <string>

#include "kiosk/core/bytes.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"
#include "kiosk/outbox/certificate.h"

namespace motlan {

/// A list older than this tells nothing about today (security design 4.6).
inline constexpr std::chrono::days kFreshRevocations{7};

/// A list that the authority signed.
struct RevocationList {
    WallTime issued{};
    WallTime next{};                ///< when the authority means to issue the next one
    std::set<std::string> serials;  ///< in DER, hexadecimal

    /// Whether it says something about that moment: at most seven days old, and no newer one due.
    [[nodiscard]] bool is_fresh(WallTime at) const;
    [[nodiscard]] bool revokes(const Certificate& certificate) const;
};

/// Reads a list in DER, at most 1 MiB, version 2, numbered, signed by `ca` with SHA-256 or better,
/// without any critical extension: those we would have to understand. Fails with
/// Fault::BundleForged.
[[nodiscard]] Result<RevocationList> parse_revocations(ByteView der, const Certificate& ca);

/// The newest of the files that holds; of two made in one second, the later in the row. Fails with
/// Fault::BundleForged when there is none.
[[nodiscard]] Result<RevocationList> newest_revocations(
    std::span<const std::filesystem::path> files, const Certificate& ca);

}  // namespace motlan
