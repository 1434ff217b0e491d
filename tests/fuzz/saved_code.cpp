// Any text as the code on the slip of a saved work: refused, or of exactly one spelling.
#include "kiosk/saved/saved_code.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text = as_text({bytes, size});
    const auto code = parse_saved_code(text);
    if (!code) return 0;
    expects(text.size() <= kSavedCodeLimit && code->secret.reveal().size() == kSavedSecretSize);
    expects(!code->kiosk.empty() && code->kiosk.size() <= kLongestKioskName);
    expects(to_text(*code) == text);
    return 0;
}
