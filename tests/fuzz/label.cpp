// Any text as the content of a label: refused, or exactly the text that would be written again.
#include "kiosk/outbox/label.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text = as_text({bytes, size});
    const auto label = parse_label(text);
    if (label) expects(to_json(*label) == text);
    return 0;
}
