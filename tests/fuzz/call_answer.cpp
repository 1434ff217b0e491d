// Any text as the province's answer about who waits for staff: refused, or a list of one piece.
#include "kiosk/backend/call_query.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const CallQuery kQuery{.id = std::string(32, '7')};
    const auto calls = parse_calls(as_text({bytes, size}), kQuery);
    if (!calls) return 0;
    expects(calls->waiting.size() <= kMostCalls);
    for (const WaitingKiosk& each : calls->waiting) expects(!each.kiosk.empty());
    return 0;
}
