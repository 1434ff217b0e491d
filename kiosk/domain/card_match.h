// What a card says beside what a source says of the same person: what is another person and what is
// only written otherwise (ux 5.4).
#pragma once

#include <cstdint>
#include <string_view>

#include "kiosk/domain/acquisition.h"

namespace motlan {

enum class CardMatch : std::uint8_t {
    Same,       ///< up to capitals and blanks, and as far as both say it
    MarksOnly,  ///< the same letters with other marks
    Wording,    ///< written otherwise, as homes are since places were renamed; stops nothing
    Identity,   ///< another number or birth date: another person, or an error for staff
};

/// Compares the two as far as both are known: of a date of which one knows the year only, the
/// years; a date that cannot be read is no other date. Spelled as from_card() spells it.
[[nodiscard]] CardMatch card_against_source(const ConceptId& concept_id, std::string_view on_card,
                                            std::string_view held);

/// Whether the value says who somebody is: name, birth date or number.
[[nodiscard]] bool says_who(const ConceptId& concept_id);

/// Whether any source holds another number or birth date than the profile.
[[nodiscard]] bool is_another_person(const Profile& profile, const SourceWords& words);

}  // namespace motlan
