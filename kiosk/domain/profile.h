// Who files the dossier, as far as the card says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/personal.h"
#include "kiosk/domain/citizen_number.h"
#include "kiosk/domain/civil_date.h"

namespace motlan {

enum class Sex : std::uint8_t { Male, Female };
/// As cards and sources spell it: "Nam", "Nữ".
[[nodiscard]] std::string_view word_of(Sex sex);
/// The sex of such a word, whatever its case and marks; nothing for another word.
[[nodiscard]] std::optional<Sex> sex_of(std::string_view word);

/// What the profile was read from.
enum class ReadFrom : std::uint8_t {
    CardQr,    ///< anybody can print such a code
    CardChip,  ///< and the State's signature on the chip held
    Vneid,     ///< the citizen's app, as the province resolved its code
    Relation,  ///< a source that names the person as somebody's child, parent or principal
};

/// The content of a card; every value is prefill until a source confirms it.
struct Profile {
    Personal<CitizenNumber> number;
    std::optional<Personal<std::string>> old_number;
    Personal<std::string> full_name;
    Personal<CivilDate> birth_date;
    std::optional<Sex> sex;
    Personal<std::string> address;  ///< as printed, old place names included
    std::optional<Personal<CivilDate>> issued;
    ReadFrom read_from = ReadFrom::CardQr;
};

}  // namespace motlan
