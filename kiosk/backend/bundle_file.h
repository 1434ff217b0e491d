// A file that a bundle carries (formats.md 3): by a name of a closed set, with size and hash.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/core/tree.h"

namespace motlan {

/// The list of revoked certificates, which every bundle carries.
inline constexpr std::string_view kRevocations = "revocation.crl";

struct BundleFile {
    std::string name;  ///< e.g. "procedures/2.000635.toml"
    std::int64_t size = 0;
    std::string sha256;
};

/// Whether a bundle may carry a file of this name: procedures/*.toml, strings/*.json, and the few
/// single files of a catalogue.
[[nodiscard]] bool is_bundle_file_name(std::string_view name);

/// Reads `files` of a bundle: at most 5,100 of different names, 1 MiB each, 64 MiB in all, the
/// list of revoked certificates among them. Fails with Fault::BundleForged.
[[nodiscard]] Result<std::vector<BundleFile>> parse_bundle_files(const Tree::List& list);

/// Whether these are the file's bytes.
[[nodiscard]] bool is_file(const BundleFile& file, ByteView bytes);

/// The file's bytes out of a folder, every byte compared. Fails with Fault::StorageFailed.
[[nodiscard]] Result<Bytes> read_bundle_file(const std::filesystem::path& folder,
                                             const BundleFile& file);

}  // namespace motlan
