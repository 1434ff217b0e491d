// Any belief about the modules of a code: a code, some blocks of it, or none. The first byte is the
// version.
#include "kiosk/imaging/qr_restore.h"

#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < 2) return 0;
    const QrLayout layout = qr_layout(21 + 4 * (bytes[0] % 20));
    std::vector<float> belief;
    for (std::size_t i = 0; i < layout.fixed.size(); ++i) {
        belief.push_back(static_cast<float>(bytes[1 + i % (size - 1)]) - 128.0F);
    }
    const auto code = restore_code(layout, belief);
    expects(code.modules.size() == belief.size());
    return 0;
}
