#include "kiosk/reading/ruled_lines.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace motlan {
namespace {

// A level line is so many bytes of nothing but ink; its ragged edges reach so many rows further.
constexpr std::size_t kLevelBytes = 8;
constexpr int kRagged = 2;
constexpr double kUprightMm = 9;

struct Bits {
    const LegiblePage& page;
    std::vector<bool> ruled = std::vector<bool>(page.bits.size());

    [[nodiscard]] std::size_t place(std::size_t column, int y) const {
        return static_cast<std::size_t>(y) * page.row_bytes() + column;
    }
};

// How many bytes of nothing but ink a row begins with.
std::size_t full_bytes(ByteView row) {
    std::size_t count = 0;
    while (count < row.size() && row[count] == 0xFF) ++count;
    return count;
}

void mark_level(Bits& bits, int y) {
    const ByteView row = bits.page.row(y);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::size_t rule = full_bytes(row.subspan(i));
        if (rule >= kLevelBytes) {
            for (int v = std::max(0, y - kRagged); v <= std::min(bits.page.height - 1, y + kRagged);
                 ++v)
                std::fill_n(bits.ruled.begin() + static_cast<std::ptrdiff_t>(bits.place(i, v)),
                            rule, true);
        }
        i += rule;
    }
}

// Marks where one pixel of a byte is ink for long enough.
void mark_upright(Bits& bits, std::size_t column) {
    const int least = static_cast<int>(bits.page.pixels(kUprightMm));
    for (int top = 0, end = 0; top < bits.page.height; top = std::max(top + 1, end)) {
        std::uint8_t ink = 0xFF;
        for (end = top; end < bits.page.height; ++end) {
            const std::uint8_t below = ink & bits.page.bits[bits.place(column, end)];
            if (below == 0) break;
            ink = below;
        }
        if (end - top < least) continue;
        for (int y = top; y < end; ++y) bits.ruled[bits.place(column, y)] = true;
    }
}

}  // namespace

std::vector<bool> ruled_bytes(const LegiblePage& page) {
    Bits bits{page};
    for (int y = 0; y < page.height; ++y) mark_level(bits, y);
    for (std::size_t i = 0; i < page.row_bytes(); ++i) mark_upright(bits, i);
    return std::move(bits.ruled);
}

}  // namespace motlan
