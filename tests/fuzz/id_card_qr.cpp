// Any bytes as the code of an ID card: refused with a reason, or a card with a whole number.
#include "kiosk/domain/id_card_qr.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const CivilDate kToday = CivilDate::make(2026, 11, 23).value();
    if (parse_id_card_qr({bytes, size}, kToday)) expects(size <= 1024);
    return 0;
}
