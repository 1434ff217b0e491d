// Bytes put one after the other, in one allocation: of secrets no copy is left behind.
#pragma once

#include <initializer_list>

#include "kiosk/core/bytes.h"

namespace motlan {

[[nodiscard]] inline Bytes joined(std::initializer_list<ByteView> pieces) {
    std::size_t size = 0;
    for (const ByteView piece : pieces) size += piece.size();
    Bytes bytes;
    bytes.reserve(size);
    for (const ByteView piece : pieces) bytes.insert(bytes.end(), piece.begin(), piece.end());
    return bytes;
}

inline void append(Bytes& bytes, ByteView piece) {
    bytes.insert(bytes.end(), piece.begin(), piece.end());
}

}  // namespace motlan
