// The machine-readable zone of an identity card: three lines of 30 letters (Doc 9303-5, TD1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/domain/profile.h"

namespace motlan {

/// What we use of it. Its number was protected by check digits.
struct Mrz {
    CitizenNumber number;
    std::optional<Sex> sex;
};

/// Reads the 90 letters. Vietnam's optional part of the first line begins with the citizen's
/// number (domain notes 3.3). Fails with Fault::ChipMalformed for other letters, a wrong check
/// digit or no number there.
[[nodiscard]] Result<Mrz> parse_mrz(std::string_view letters);

/// Reads the file DG1: 61 { 5F1F letters }. Fails with Fault::ChipMalformed.
[[nodiscard]] Result<Mrz> parse_zone_file(ByteView file);

/// What of the zone opens an older chip: document number, birth and expiry as printed
/// (dates YYMMDD).
struct MrzKey {
    std::string document_number;
    std::string birth;
    std::string expiry;

    /// The three with their check digits: the MRZ_information of Doc 9303-11 section 4.3.2.
    /// Fails with Fault::ChipMalformed for letters that no zone has.
    [[nodiscard]] Result<std::string> to_text() const;
};

/// The document number in the zone of the card with this number: its last nine digits (domain
/// notes 3.3, from public descriptions; never compared with a real card).
[[nodiscard]] std::string document_number_of(const CitizenNumber& number);

/// The key of the card with this number whose zone has this second line, as printed: 30 letters.
/// Fails with Fault::ChipMalformed for another length, other letters or a wrong check digit of
/// birth or expiry.
[[nodiscard]] Result<MrzKey> key_of(const CitizenNumber& number, std::string_view second_line);

}  // namespace motlan
