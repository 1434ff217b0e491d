// Who may sign bundles, and how many of them must (formats.md 3). The first root lies in the
// enrolment; each later one is signed by enough of the one before and enough of its own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kiosk/backend/statement.h"
#include "kiosk/core/clock.h"

namespace motlan {

struct BundleRoot {
    std::int64_t version = 0;
    WallTime expires{};
    std::size_t threshold = 0;
    std::vector<Certificate> signers;
};

/// Reads the content of a root: one to eight signers of different keys, and no more needed than
/// there are. Fails with Fault::BundleForged.
[[nodiscard]] Result<BundleRoot> parse_root(std::string_view content);

/// Whether enough of this root's signers signed it; `holds` says whose signatures count.
[[nodiscard]] bool is_signed_by_enough(const Statement& statement, const BundleRoot& root,
                                       const std::function<bool(const Certificate&)>& holds);

/// The root that takes over from `present`: itself when the statement tells an older one or the
/// same again. Its signers need not be in service today; `holds` says whose signatures count.
/// Fails with Fault::BundleForged, also when a version between them is missing.
[[nodiscard]] Result<BundleRoot> follow_root(const Statement& statement, const BundleRoot& present,
                                             const std::function<bool(const Certificate&)>& holds);

}  // namespace motlan
