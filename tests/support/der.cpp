#include "tests/support/der.h"

namespace motlan::testing {
namespace {

void put_length(Bytes& out, std::size_t length) {
    int more = 0;
    while (length >= 0x80 && length >> (8 * more) != 0) ++more;
    if (more > 0) out.push_back(static_cast<std::uint8_t>(0x80 | more));
    for (int shift = 8 * std::max(more - 1, 0); shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::uint8_t>(length >> shift));
    }
}

// Takes a length off the front; nothing when it is cut off or longer than two bytes.
std::optional<std::size_t> take_length(ByteView& bytes) {
    if (bytes.empty()) return std::nullopt;
    const std::size_t first = bytes[0];
    bytes = bytes.subspan(1);
    if (first < 0x80) return first;
    const std::size_t more = first & 0x7F;
    if (more == 0 || more > 2 || bytes.size() < more) return std::nullopt;
    std::size_t length = 0;
    for (std::size_t i = 0; i < more; ++i) length = length << 8 | bytes[i];
    bytes = bytes.subspan(more);
    return length;
}

}  // namespace

Bytes joined(std::initializer_list<ByteView> parts) {
    Bytes out;
    for (const ByteView part : parts) out.insert(out.end(), part.begin(), part.end());
    return out;
}

Bytes der(unsigned tag, ByteView value) {
    Bytes out;
    for (int shift = 16; shift >= 0; shift -= 8) {
        if (tag >> shift != 0) out.push_back(static_cast<std::uint8_t>(tag >> shift));
    }
    put_length(out, value.size());
    out.insert(out.end(), value.begin(), value.end());
    return out;
}

Bytes der(unsigned tag, std::string_view text) { return der(tag, as_bytes(text)); }

Bytes der(unsigned tag, std::initializer_list<ByteView> parts) { return der(tag, joined(parts)); }

std::optional<ByteView> value_of(ByteView bytes, std::uint8_t tag) {
    while (!bytes.empty()) {
        const std::uint8_t found = bytes[0];
        bytes = bytes.subspan(1);
        const auto length = take_length(bytes);
        if (!length || *length > bytes.size()) return std::nullopt;
        if (found == tag) return bytes.first(*length);
        bytes = bytes.subspan(*length);
    }
    return std::nullopt;
}

}  // namespace motlan::testing
