// Filing for somebody else: who that is, and on what ground. The tie between the two people comes
// from a source; a person is never looked up because somebody typed a number.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/tree.h"
#include "kiosk/domain/acquisition.h"

namespace motlan {

/// Somebody whom a source ties to the citizen.
struct Relative {
    Profile profile;     ///< number, name, day of birth and perhaps sex; no address
    std::string ground;  ///< the source's own reference: "held:HT-2014-0204"
};

/// For whom a dossier is filed, when it is not for whoever files it.
struct Behalf {
    ForWhom whom = ForWhom::Child;
    std::optional<Relative> subject;  ///< empty: nobody could say who that is, an officer looks
    SourceWord relation;              ///< what the source said, without its value
};

/// The concept that names these people: "relation.children".
[[nodiscard]] ConceptId relation_of(ForWhom whom);

/// Reads the value of such a concept (formats, section 4.3): at most 20 people. Nothing when a
/// single line is malformed, or when two are about one person.
[[nodiscard]] std::optional<std::vector<Relative>> parse_relatives(std::string_view text);

/// Those of them for whom one may file: children only until their 18th birthday.
[[nodiscard]] std::vector<Relative> eligible(std::vector<Relative> people, ForWhom whom,
                                             const CivilDate& today);

/// Whom the dossier is about: whoever files it, the other one, or nobody that is known yet.
[[nodiscard]] std::optional<Profile> subject_of(const Profile& applicant,
                                                const std::optional<Behalf>& behalf);

/// Whether whoever files may read what sources hold: about himself and his child, not about a
/// grown person, whose data a kiosk does not show to others.
[[nodiscard]] bool may_see_values(const std::optional<Behalf>& behalf);

/// What conditions look at.
[[nodiscard]] Acting acting_of(const std::optional<Behalf>& behalf);

/// What the form says of a person, whoever that is (formats, section 6).
[[nodiscard]] Tree::Table person_in_form(const Profile& person);

/// What the form says of it (formats, section 6).
[[nodiscard]] Tree form_of(const Behalf& behalf);

}  // namespace motlan
