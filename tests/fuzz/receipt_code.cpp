// Any text as the code of a receipt: refused, or every field within its bounds; and nothing is
// believed that nobody signed.
#include "kiosk/outbox/receipt_code.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text = as_text({bytes, size});
    const auto code = parse_receipt_code(text);
    if (!code) return 0;
    expects(is_receipt_code(text) && text.size() <= kReceiptCodeLimit);
    expects(!code->receipt.code.empty() && code->receipt.code.size() <= 32);
    expects(code->words.size() > code->receipt.code.size());
    return 0;
}
