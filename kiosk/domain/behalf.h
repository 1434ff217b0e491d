// Filing for somebody else: who that is, and on what ground. The tie comes from a source. A person
// is never looked up because somebody typed a number; a company is: its register is public.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/core/tree.h"
#include "kiosk/domain/acquisition.h"
#include "kiosk/domain/tax_code.h"

namespace motlan {

/// An enterprise or organisation.
struct Company {
    Personal<TaxCode> code;
    Personal<std::string> name{std::string()};  ///< empty: no register has said it
};

/// Somebody whom a source ties to the citizen, or a company whose code he has typed.
struct Relative {
    /// A person with number, name, day of birth and perhaps sex, without address; or a company.
    std::variant<Profile, Company> who;
    std::string ground;  ///< the source's own reference: "held:HT-2014-0204"; empty: not shown

    [[nodiscard]] const Profile* person() const { return std::get_if<Profile>(&who); }
    [[nodiscard]] const Company* company() const { return std::get_if<Company>(&who); }
};

/// For whom a dossier is filed, when it is not for whoever files it.
struct Behalf {
    ForWhom whom = ForWhom::Child;
    std::optional<Relative> subject;  ///< empty: nobody could say who that is, an officer looks
    SourceWord relation;              ///< what the source said, without its value
};

/// The concept that names these people: "relation.children".
[[nodiscard]] ConceptId relation_of(ForWhom whom);

/// Reads the value of such a concept (formats, section 4.3): at most 20 people or companies.
/// Nothing when a single line is malformed, or when two are about the same one.
[[nodiscard]] std::optional<std::vector<Relative>> parse_relatives(std::string_view text,
                                                                   ForWhom whom);

/// Those of them for whom one may file: children only until their 18th birthday.
[[nodiscard]] std::vector<Relative> eligible(std::vector<Relative> people, ForWhom whom,
                                             const CivilDate& today);

/// Whom the dossier is about: whoever files it, the other person, or nobody: a company is no
/// person, and the other one may not be known.
[[nodiscard]] std::optional<Profile> subject_of(const Profile& applicant,
                                                const std::optional<Behalf>& behalf);

/// The company that sources are asked about; nothing where it is a person, or where no register
/// knows the code.
[[nodiscard]] std::optional<TaxCode> company_of(const std::optional<Behalf>& behalf);

/// Whether a source has said who that is: only then can sources be asked about him.
[[nodiscard]] bool is_named(const Behalf& behalf);

/// Whether whoever files may read what sources hold: about himself, his child and a company, whose
/// register is public; not about a grown person, whose data a kiosk does not show to others.
[[nodiscard]] bool may_see_values(const std::optional<Behalf>& behalf);

/// What conditions look at.
[[nodiscard]] Acting acting_of(const std::optional<Behalf>& behalf);

/// What the form says of a person, whoever that is (formats, section 6).
[[nodiscard]] Tree::Table person_in_form(const Profile& person);

/// What the form says of it (formats, section 6).
[[nodiscard]] Tree form_of(const Behalf& behalf);

}  // namespace motlan
