// The QR code of the national identity card, read into a profile.
// It is prefill, not proof: anybody can print such a code (domain notes 1.1).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/personal.h"
#include "kiosk/core/result.h"
#include "kiosk/domain/profile.h"

namespace motlan {

/// Something odd on a card that never refuses anybody; told to the officer who
/// gets the dossier.
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

/// As a dossier's form spells it, e.g. "sex_digit_differs".
[[nodiscard]] std::string_view name(CardOddity oddity);

struct IdCard {
    Profile profile;
    std::vector<CardOddity> oddities;
    /// What stands behind the seventh field of newer cards: kept beside the profile and used for
    /// nothing, because nobody has published what it is (domain notes 1.2).
    std::vector<Personal<std::string>> further;
};

/// Reads the bytes of a card's code: seven fields split by '|', further ones are kept out of the
/// profile (domain notes 1.1-1.4). `today` bounds the issue date.
/// Fails with Fault::QrTooLong (over 1 KiB), TextNotUtf8, QrIsHealthCard, QrIsPaymentCode,
/// IdQrUnreadable (a control character inside: readers put them only around), QrNotIdCard,
/// CitizenNumberMalformed or CivilDateMalformed.
[[nodiscard]] Result<IdCard> parse_id_card_qr(ByteView payload, const CivilDate& today);

}  // namespace motlan
