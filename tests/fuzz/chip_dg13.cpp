// Any bytes as the Vietnamese text of a chip: refused, or every value within its bounds.
#include "kiosk/chip/card_text.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/utf8.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto text = parse_card_text({bytes, size});
    if (!text) return 0;
    expects(!text->full_name.empty() && is_nfc(text->full_name) && is_nfc(text->residence));
    expects(text->full_name.size() <= size * 3 && text->residence.size() <= size * 3);
    expects(!text->old_number || text->old_number->size() <= 12);
    return 0;
}
