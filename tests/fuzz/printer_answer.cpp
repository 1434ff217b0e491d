// Any bytes from a receipt printer: an answer has the fixed bits of one, "done" is never taken from
// an answer, and four answers of any kind are one status.
#include <algorithm>
#include <array>

#include "drivers/escpos/escpos_code.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const ByteView all(bytes, size);
    if (const auto answer = escpos_answer(all)) {
        expects(std::ranges::contains(all, *answer));
        expects(!says_done(std::array{*answer}));
    }
    if (size < 4) return 0;
    const DeviceStatus status = status_in({bytes[0], bytes[1], bytes[2], bytes[3]});
    expects(!status.fault || status.fault == Fault::PrinterPaperOut ||
            status.fault == Fault::PrinterCoverOpen || status.fault == Fault::PrinterUnavailable);
    return 0;
}
