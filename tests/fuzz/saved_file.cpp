// Any bytes as the file of a saved work: damage, unless somebody has sealed it.
#include "kiosk/core/expects.h"
#include "kiosk/saved/saved_seal.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto claimed = claimed_until({bytes, size});
    const auto until = saved_until({bytes, size});
    if (until) expects(claimed == *until);
    return 0;
}
