// Any text as the content of a receipt: refused, or every field within its bounds.
#include "kiosk/outbox/receipt.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto receipt = parse_receipt(as_text({bytes, size}));
    if (!receipt) return 0;
    expects(receipt->dossier.value().size() == 32 && is_sha256(receipt->label));
    expects(receipt->parts.size() >= 2 && receipt->parts.size() <= kPartCountLimit);
    expects(receipt->code.size() <= 400 && receipt->place.size() <= 400);
    return 0;
}
