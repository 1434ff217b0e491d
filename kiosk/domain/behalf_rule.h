// Whether a procedure may be filed for somebody else, and for whom: its table [behalf].
#pragma once

#include <optional>
#include <vector>

#include "kiosk/domain/for_whom.h"
#include "kiosk/domain/item.h"

namespace motlan {

struct BehalfRule {
    std::vector<ForWhom> whom;  ///< never Self: that is always possible
    LegalBasis basis;
};

/// Reads the table [behalf], which may be left out.
[[nodiscard]] std::optional<BehalfRule> read_behalf(Fields& above);

/// Where nobody can say who the other person is, the officer must be told by somebody: there has
/// to be a question for `will.subject_number`; the code of a company is typed when it is chosen. No
/// item may look at people whom the rule does not name: that condition would never be true. And
/// what is needed of a company is what a company has. Problems of `fields`.
void check_behalf(Fields& fields, const std::optional<BehalfRule>& rule,
                  const std::vector<Item>& items);

}  // namespace motlan
