// The office's side of a fee: what is due, the code to pay with, and money that comes in. Codes are
// written here by the EMVCo rules and share no line with the kiosk's reader.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/clock.h"
#include "tests/province/office.h"

namespace motlan::province {

/// Who gets the money in this stand-in; nobody real.
inline constexpr const char* kPayee = "Tài khoản thử nghiệm, không có thật";

/// How long a code can be paid with.
inline constexpr std::chrono::minutes kCodeLasts{15};

/// A VietQR for one payment, with its CRC. `purpose` is at most 25 letters and digits.
[[nodiscard]] std::string vietqr(std::int64_t dong, std::string_view purpose);

/// Obeys "DOSSIER [DONG]": that much money comes in for it, all that is due when no sum is said.
/// What was asked for is noted as received once all of it is there. Answers "ok PAID" or "error …".
[[nodiscard]] std::string receive_money(const OfficeKeys& keys, Ledger& ledger, WallTime now,
                                        std::string_view command);

/// Obeys "DOSSIER": its code is over. Answers "ok" or "error …".
[[nodiscard]] std::string expire_code(Ledger& ledger, WallTime now, std::string_view command);

}  // namespace motlan::province
