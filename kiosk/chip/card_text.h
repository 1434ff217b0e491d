// What the chip says in Vietnamese of its holder (DG13, domain notes 3.2), as far as a dossier
// needs it. Ethnicity, religion, parents and whatever else stands there is never copied out.
#pragma once

#include <optional>
#include <string>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/domain/citizen_number.h"
#include "kiosk/domain/civil_date.h"

namespace motlan {

struct CardText {
    CitizenNumber number;
    std::string full_name;
    CivilDate birth_date;              ///< of some people only the year
    std::string residence;             ///< as printed; empty when the chip has none
    std::optional<CivilDate> issued;   ///< none: not said, or not as a date
    std::optional<CivilDate> expires;  ///< none: unlimited ("Không thời hạn") or not said
    std::optional<std::string> old_number;
};

/// Reads the file. Entries are known by number; absent and unknown ones are tolerated, but number,
/// name and birth date must be there. Texts are strict UTF-8, of at most 1 KiB, and become NFC.
/// Fails with Fault::ChipMalformed.
[[nodiscard]] Result<CardText> parse_card_text(ByteView file);

}  // namespace motlan
