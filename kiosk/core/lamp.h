// The lamp beside the lens of a camera, and what somebody wishes of it. Where there is no lamp that
// can be turned on and off, or no wish, neither stands there: std::optional<Lamp>.
#pragma once

#include <cstdint>

namespace motlan {

enum class Lamp : std::uint8_t { Off, On };

[[nodiscard]] constexpr Lamp other(Lamp lamp) { return lamp == Lamp::On ? Lamp::Off : Lamp::On; }

}  // namespace motlan
