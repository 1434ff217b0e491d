// TOML in. The only file that knows the TOML library.
#pragma once

#include <filesystem>
#include <string_view>

#include "kiosk/core/problem.h"
#include "kiosk/core/tree.h"

namespace motlan {

/// Reads a TOML document of at most 1 MiB; dates are refused (write them as text).
/// `file` is only for the problem's text.
[[nodiscard]] Checked<Tree> parse_toml(std::string_view text, std::string_view file);

/// Reads the document of a file. A file that is not there, not UTF-8 or too large is a problem
/// like any other.
[[nodiscard]] Checked<Tree> read_toml(const std::filesystem::path& file);

}  // namespace motlan
