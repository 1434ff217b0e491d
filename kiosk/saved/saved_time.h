// Moments as six bytes: milliseconds since 1970, the most significant byte first.
#pragma once

#include <array>

#include "kiosk/core/bytes.h"
#include "kiosk/core/clock.h"

namespace motlan {

inline constexpr std::size_t kSavedTimeSize = 6;

[[nodiscard]] inline std::array<std::uint8_t, kSavedTimeSize> saved_time(WallTime time) {
    std::array<std::uint8_t, kSavedTimeSize> bytes{};
    auto number = static_cast<std::uint64_t>(time.time_since_epoch().count());
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, number >>= 8U)
        *byte = static_cast<std::uint8_t>(number & 0xFFU);
    return bytes;
}

[[nodiscard]] inline WallTime saved_time(ByteView bytes) {
    std::int64_t number = 0;
    for (const std::uint8_t byte : bytes.first(kSavedTimeSize)) number = number * 256 + byte;
    return WallTime(std::chrono::milliseconds(number));
}

}  // namespace motlan
