// kiosk-eye as a process: what it takes of the machine while a camera's pictures come in.
#pragma once

#include <cstdint>

namespace motlan::testing {

/// Shows one eye hard pictures and then a clean card, as a camera of 1280 by 720 does, and prints
/// its peak memory and how many pictures of the clean card it took.
void measure_eye(std::uint64_t seed);

}  // namespace motlan::testing
