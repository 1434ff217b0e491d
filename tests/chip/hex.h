// Bytes written as hexadecimal, as worked examples print them; and chance that is none.
#pragma once

#include <charconv>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "kiosk/chip/chip_key.h"
#include "kiosk/core/expects.h"

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

/// Gives these, one after the other, and breaks the test when they are used up.
inline Chance drawn(std::initializer_list<std::string_view> draws) {
    auto rest = std::make_shared<std::deque<Bytes>>();  // shared: a std::function is copied
    for (const auto draw : draws) rest->push_back(hex(draw));
    return [rest](std::size_t count) {
        expects(!rest->empty() && rest->front().size() == count);
        Bytes next = std::move(rest->front());
        rest->pop_front();
        return next;
    };
}

}  // namespace motlan::testing
