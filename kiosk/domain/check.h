// What an author should mend in a procedure that loads: words that a citizen stumbles over,
// facts that nobody has confirmed, a due day that cannot be reckoned. Mistakes that would break
// the once-only rule never load at all (procedure.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/procedure.h"

namespace motlan {

/// One thing to mend. Never holds personal data.
struct Remark {
    std::string key;        ///< dotted path by the item's id, e.g. "item.purpose.why.vi"
    std::string_view rule;  ///< a short name that stays the same, e.g. "long-sentence"
    std::string reason;     ///< one sentence without a full stop
    bool is_error = false;  ///< false: worth knowing, nothing to mend today
};

/// Checks the words against ux 8 (short sentences, no office jargon, English not much longer),
/// every abbreviation against those the voice can speak, each legal basis for its mark, and that
/// fee and time can be reckoned.
[[nodiscard]] std::vector<Remark> check_procedure(const Procedure& procedure);

}  // namespace motlan
