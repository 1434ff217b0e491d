// Chance that is none, for worked examples.
#pragma once

#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "kiosk/chip/chip_key.h"
#include "kiosk/core/expects.h"
#include "tests/support/hex.h"

namespace motlan::testing {

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
