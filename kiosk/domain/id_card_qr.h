// The QR code of the national identity card, read into a profile.
// It is prefill, not proof: anybody can print such a code (domain notes 1.1).
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/personal.h"
#include "kiosk/core/result.h"
#include "kiosk/domain/profile.h"

namespace motlan {

/// Something odd on a card that never refuses anybody; shown to staff, counted, not stored.
enum class CardOddity : std::uint8_t {
    OldNumberDropped,
    SexUnknown,
    IssueDateOdd,
    NameOdd,
    CenturyDigitDiffers,
    BirthYearDiffers,
    SexDigitDiffers,
    MoreFields,
};

struct IdCard {
    Profile profile;
    std::vector<CardOddity> oddities;
};

/// Reads the bytes of a card's code: seven fields split by '|', further ones are kept out
/// (domain notes 1.1-1.4). `today` bounds the issue date.
/// Fails with Fault::QrTooLong (over 1 KiB), TextNotUtf8, QrIsHealthCard, QrIsPaymentCode,
/// IdQrUnreadable (a control character inside), QrNotIdCard, CitizenNumberMalformed or
/// CivilDateMalformed.
[[nodiscard]] Result<IdCard> parse_id_card_qr(ByteView payload, const CivilDate& today);

}  // namespace motlan
