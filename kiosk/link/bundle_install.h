// The steps by which a bundle gets its folder, so small that a power cut after any of them leaves
// the old bundle or the new one, and never a mixture.
#pragma once

#include <filesystem>
#include <functional>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/outbox/disk.h"

namespace motlan {

/// Brings the bytes of one file.
using BringFile = std::function<Result<Bytes>(const BundleFile&)>;

/// Unpacks into `bundles`/new: writes and syncs every file that does not lie there already, and
/// removes what does not belong to this bundle. Fails with Fault::DiskFull, StorageFailed,
/// BundleForged (other bytes than the bundle says) and the faults of `bring`.
[[nodiscard]] Result<void> unpack_bundle(Disk& disk, const std::filesystem::path& bundles,
                                         const std::vector<BundleFile>& files,
                                         const BringFile& bring);

/// Gives the unpacked bundle its name and removes all but it and the one before.
/// Fails with Fault::DiskFull, StorageFailed.
[[nodiscard]] Result<void> install_bundle(Disk& disk, const std::filesystem::path& bundles,
                                          const BundleFloor& floor, ByteView published);

/// Where a bundle is unpacked.
[[nodiscard]] std::filesystem::path unpacking_folder(const std::filesystem::path& bundles);

}  // namespace motlan
