// kiosk-eye as a process, once for pages and once as their reader: what it takes of the machine
// while pages come in.
#pragma once

#include <cstdint>

namespace motlan::testing {

/// Hands one eye so many A4 colour pages of 300 dpi to prepare and pack, and prints its peak memory
/// after the first and after the last.
void measure_page_eye(std::uint64_t seed, int pages);

/// The same of a reader, which recognises the words of so many A4 pages.
void measure_page_reader(std::uint64_t seed, int pages);

}  // namespace motlan::testing
