// kioskctl page process: pictures of pages become one page file, and every step tells what it saw.
#pragma once

#include <span>
#include <string_view>

namespace motlan {

/// The words after "page process". Writes to standard output; answers the exit status.
[[nodiscard]] int page_process(std::span<const std::string_view> arguments);

}  // namespace motlan
