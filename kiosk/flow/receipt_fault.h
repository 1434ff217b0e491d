// Faults of a receipt that came.
#pragma once

#include "kiosk/core/fault.h"

namespace motlan {

/// The province has answered, and the receipt is wrong: it is not one that is late.
[[nodiscard]] constexpr bool is_wrong_receipt(Fault fault) {
    return fault == Fault::ReceiptForged || fault == Fault::ReceiptForOtherDossier;
}

}  // namespace motlan
