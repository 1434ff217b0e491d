// kiosk-eye as a process: what it takes of the machine while pages come in.
#pragma once

#include <cstdint>

namespace motlan::testing {

/// Hands one eye so many A4 colour pages of 300 dpi to prepare and pack, and prints its peak memory
/// after the first and after the last.
void measure_page_eye(std::uint64_t seed, int pages);

}  // namespace motlan::testing
