// Any text as a payment code: refused, or within its bounds.
#include <cstdio>
#include <string>

#include "kiosk/core/bytes.h"
#include "kiosk/core/expects.h"
#include "kiosk/domain/vietqr.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    // The checksum is made true, so that what lies behind it is reached.
    std::string text(as_text({bytes, size}));
    const auto code = parse_vietqr(text);
    if (text.size() > 8) {
        text.resize(text.size() - 4);
        char crc[5];
        std::snprintf(crc, sizeof crc, "%04X", payment_crc(text));
        static_cast<void>(parse_vietqr(text + crc));
    }
    if (!code) return 0;
    expects(code->bank.size() == 6 && !code->account.empty() && code->dong >= 0);
    return 0;
}
