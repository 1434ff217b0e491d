// How the fee of a dossier stands, as the province says. The kiosk sees no money: it shows the code
// to pay with and believes what the province has signed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/core/clock.h"

namespace motlan {

enum class PaymentState : std::uint8_t {
    Nothing,  ///< there is nothing to pay
    Waiting,  ///< the code may be paid
    Paid,
    Short,     ///< money came, but another sum
    Expired,   ///< the code is over; money that comes late is still matched
    Refunded,  ///< of a test only: the money went back
};
[[nodiscard]] std::string_view name(PaymentState state);

/// A province's word about one fee; its signature was verified.
struct Payment {
    PaymentState state = PaymentState::Nothing;
    std::string dossier;    ///< its id
    std::string code;       ///< of the dossier
    std::int64_t dong = 0;  ///< what is due
    std::int64_t paid = 0;  ///< what came so far
    std::string payload;    ///< VietQR, while waiting
    std::string payee;      ///< for people
    std::string basis;      ///< the law behind the sum, for people; may be empty
    WallTime expires{};     ///< of the code
    bool operator==(const Payment&) const = default;
};

}  // namespace motlan
