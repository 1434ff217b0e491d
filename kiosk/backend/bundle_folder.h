// The bundles on this machine: "$STATE_DIRECTORY/bundles/<root>-<version>/", each whole. A folder
// gets its name by one rename when every byte of it lies on the disk, so the newest name is the
// bundle in service. Written by kiosk-link (kiosk/link/bundle_store.h), read by all.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "kiosk/backend/bundle.h"

namespace motlan {

/// What the province published, as it came, in a bundle's folder and on a memory stick.
inline constexpr std::string_view kPublished = "bundle.cms";

/// One bundle's folder, known by its name only.
struct BundleFolder {
    BundleFloor floor;
    std::filesystem::path path;
};

/// "<root>-<version>".
[[nodiscard]] std::string folder_name(const BundleFloor& floor);

/// Every bundle's folder, the newest first.
[[nodiscard]] std::vector<BundleFolder> bundle_folders(const std::filesystem::path& bundles);

/// A bundle that was accepted, without whatever its own list of revocations takes back.
struct KeptBundle {
    std::filesystem::path folder;
    Bundle bundle;
};

/// The newest bundle that holds. Fails with Fault::BackendUnreachable when there is none at all,
/// Fault::BundleForged when none holds.
[[nodiscard]] Result<KeptBundle> read_kept_bundle(const std::filesystem::path& bundles,
                                                  const Enrolment& enrolment);

/// What certificates the authority took back, as far as this machine knows: from the newest bundle
/// or the enrolment. Fails with Fault::BundleForged.
[[nodiscard]] Result<RevocationList> known_revocations(const Enrolment& enrolment);

}  // namespace motlan
