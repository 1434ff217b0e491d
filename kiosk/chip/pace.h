// Password Authenticated Connection Establishment (Doc 9303-11 section 4.4): agrees on keys with
// a chip that knows the same password, which nobody who listens can find out.
#pragma once

#include <string_view>

#include "kiosk/chip/chip_session.h"
#include "kiosk/chip/pace_offer.h"

namespace motlan {

/// A password and its number in the chip (section 4.4.4.1).
struct PacePassword {
    std::uint8_t number = 0;
    ChipKey secret;

    /// The six digits of the card access number.
    [[nodiscard]] static PacePassword card_access_number(std::string_view digits);
};

/// Agrees on keys and protects the session: one attempt, never a second one. Fails with
/// Fault::ChipLocked when the chip refuses the password (or says that it counts wrong ones),
/// ChipMalformed when it does not keep to the protocol or does not know the password itself,
/// and as ChipSession::send does.
[[nodiscard]] Result<void> open_with_password(ChipSession& session, const PaceOffer& offer,
                                              const PacePassword& password, const Chance& chance);

}  // namespace motlan
