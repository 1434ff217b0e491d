#include "kiosk/core/page_bits.h"

#include <cstddef>
#include <cstdint>

namespace motlan {

Bytes turned_bits(ByteView bits, int width, int height) {
    if (width <= 0 || height <= 0) return {};
    const auto wide = static_cast<std::size_t>(width);
    const auto high = static_cast<std::size_t>(height);
    const std::size_t row_bytes = (wide + 7) / 8;
    if (bits.size() != row_bytes * high) return {};
    const std::size_t turned_row_bytes = (high + 7) / 8;
    Bytes turned(turned_row_bytes * wide);
    for (std::size_t y = 0; y < high; ++y) {
        const ByteView row = bits.subspan(y * row_bytes, row_bytes);
        const std::size_t column = high - 1 - y;
        for (std::size_t x = 0; x < wide; ++x) {
            if ((row[x / 8] & (0x80U >> (x % 8))) == 0) continue;
            std::uint8_t& byte = turned[x * turned_row_bytes + column / 8];
            byte = static_cast<std::uint8_t>(byte | (0x80U >> (column % 8)));
        }
    }
    return turned;
}

}  // namespace motlan
