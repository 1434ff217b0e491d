// Any text as the content of a bundle: refused, or within its bounds.
#include "kiosk/backend/bundle.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto bundle = parse_bundle(as_text({bytes, size}));
    if (!bundle) return 0;
    expects(bundle->version >= 1 && !bundle->receipt_signers.empty());
    expects(!bundle->recipients.empty() && bundle->recipients.size() <= 2);
    return 0;
}
