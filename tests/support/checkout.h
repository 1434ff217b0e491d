// Where this checkout stands. One small object knows it, so that a clone elsewhere compiles
// nothing again.
#pragma once

#include <filesystem>

namespace motlan {

/// The top folder of the sources.
[[nodiscard]] std::filesystem::path checkout();

}  // namespace motlan
