// Damages the modules of invented codes beyond and within what can be restored, and counts what
// the kiosk makes of them. No pictures, so that there can be a hundred thousand.
#pragma once

#include <cstdint>

namespace motlan::testing {

struct DamageCount {
    int shown = 0;
    int restored = 0;  ///< exactly as printed
    int wrong = 0;     ///< to another code
};

/// Codes of versions 6 to 8 at levels L and M with up to 12 % of their modules wrong, of which some
/// look certain, and up to four patches unknown.
[[nodiscard]] DamageCount damage_codes(int count, std::uint64_t seed);

}  // namespace motlan::testing
