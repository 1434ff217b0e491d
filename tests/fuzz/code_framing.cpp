// Any bytes from a serial reader, cut at any place, under any frame: each code is whole, within
// its bound, UTF-8 and without control characters at its ends; silence always leaves nothing.
#include "drivers/serial_reader/code_framing.h"

#include <algorithm>
#include <array>

#include "kiosk/core/expects.h"
#include "kiosk/core/utf8.h"

using namespace motlan;

namespace {

/// The first byte says the frame, the second how long the pieces are.
SerialSettings settings_of(std::uint8_t byte) {
    constexpr std::array<const char*, 4> kPrefixes{"", "\x02", "QR:", "]]"};
    constexpr std::array<const char*, 4> kSuffixes{"\r\n", "", "\r", "\x03##"};
    return {.prefix = kPrefixes[byte & 3U],
            .suffix = kSuffixes[(byte >> 2U) & 3U],
            .has_aim_prefix = (byte & 16U) != 0};
}

bool is_control(std::uint8_t byte) { return byte < 0x20 || byte == 0x7F; }

void drain(CodeFraming& framing) {
    while (true) {
        const auto code = framing.next();
        if (code && !*code) return;
        if (!code) {
            expects(code.error() == Fault::QrTooLong || code.error() == Fault::ReaderNotUtf8);
            continue;
        }
        const Bytes& bytes = **code;
        expects(bytes.size() <= kReaderCodeLimit && is_utf8(as_text(bytes)));
        expects(!bytes.empty() && !is_control(bytes.front()) && !is_control(bytes.back()));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < 2) return 0;
    CodeFraming framing(settings_of(bytes[0]));
    const std::size_t piece = std::size_t{bytes[1]} * 8 + 1;
    ByteView rest = ByteView(bytes, size).subspan(2);
    while (!rest.empty()) {
        const ByteView next = rest.first(std::min(piece, rest.size()));
        framing.take(next);
        drain(framing);
        rest = rest.subspan(next.size());
    }
    framing.end();
    drain(framing);
    expects(!framing.is_in_code());
    return 0;
}
