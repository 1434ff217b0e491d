// Bytes written as hexadecimal, as worked examples and numbers of badges are.
#pragma once

#include <charconv>
#include <string_view>

#include "kiosk/core/bytes.h"

namespace motlan::testing {

inline Bytes hex(std::string_view text) {
    Bytes bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        std::uint8_t byte = 0;
        std::from_chars(text.data() + i, text.data() + i + 2, byte, 16);
        bytes.push_back(byte);
    }
    return bytes;
}

}  // namespace motlan::testing
