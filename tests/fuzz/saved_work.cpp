// Any bytes as what was saved: refused, or of exactly one spelling within its bounds.
#include "kiosk/domain/saved_work.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto work = parse_saved_work({bytes, size});
    if (!work) return 0;
    for (const auto& [item, pages] : work->papers) expects(!pages.empty() && pages.size() <= 200);
    const auto written = bytes_of(*work);
    expects(written.has_value());
    const auto again = parse_saved_work(*written);
    expects(again.has_value() && again->answers == work->answers);
    return 0;
}
