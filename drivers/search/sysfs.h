// Small files of the kernel's device lists: for the sources of this folder only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace motlan {

/// The first line of a file, at most 256 bytes of it, letters that a terminal obeys left out;
/// empty when it cannot be read.
[[nodiscard]] std::string first_line(const std::filesystem::path& file);

/// What stands in a folder, by name; nothing when there is no such folder. At most 1,000 entries.
[[nodiscard]] std::vector<std::filesystem::path> entries(const std::filesystem::path& folder);

/// The name among `links` that leads to the same file as `node`; else `node` itself. Names there
/// survive another socket and another order of starting.
[[nodiscard]] std::filesystem::path lasting_name(const std::filesystem::path& node,
                                                 const std::filesystem::path& links);

}  // namespace motlan
