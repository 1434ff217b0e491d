// The code that a bank's application reads to pay a fee: EMVCo merchant-presented QR as NAPAS uses
// it for VietQR (domain notes 8). Pure. The kiosk never makes one: the province does and signs it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/core/result.h"

namespace motlan {

/// What a payment code says.
struct VietQr {
    std::string bank;       ///< BIN, six digits
    std::string account;    ///< of the payee, up to 19 letters and digits
    std::int64_t dong = 0;  ///< 0 where the payer types it
    std::string purpose;    ///< what stands in the statement; may be empty
    bool is_for_once = false;
};

/// No payment code is longer (EMVCo 4.6: the payload has at most 512 signs).
inline constexpr std::size_t kVietQrLimit = 512;

/// CRC-16/CCITT-FALSE (EMVCo 4.7.3): "123456789" gives 0x29B1.
[[nodiscard]] std::uint16_t payment_crc(std::string_view text);

/// Reads a payment code whose every length and whose CRC hold, in dong and to an account.
/// Fails with Fault::PaymentForged.
[[nodiscard]] Result<VietQr> parse_vietqr(std::string_view text);

}  // namespace motlan
