// Whether a running program was overtaken by an upgrade or by a change of its configuration.
#pragma once

#include <filesystem>
#include <functional>

namespace motlan {

/// Answers from now on whether this program's file or `config` has been replaced since. A kiosk
/// asks while nobody stands before it, and ends; what was replaced then starts.
[[nodiscard]] std::function<bool()> watch_for_replacement(const std::filesystem::path& config);

}  // namespace motlan
