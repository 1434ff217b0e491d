// The code that a citizen carries away (formats, section 7.1), written by the province.
#pragma once

#include <string>

#include "tests/province/signed_code.h"

namespace motlan::province {

/// What such a code says.
struct CarriedReceipt {
    std::string code;
    WallTime received{};
    WallTime due{};
};

/// Letters for a QR, signed. Fails with Fault::SealingFailed.
[[nodiscard]] Result<std::string> receipt_code(const CarriedReceipt& receipt,
                                               const Identity& signer);

}  // namespace motlan::province
