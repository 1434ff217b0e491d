// What a dossier will cost and when its result is due, as far as it can be told before the
// province has said so in the receipt.
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan {

struct FeeOutlook {
    std::optional<std::int64_t> dong;      ///< empty where it cannot be told yet
    const Exemption* exemption = nullptr;  ///< the one that applies; of the visit's procedure
    bool is_sure = false;                  ///< the law behind it is verified
};

/// The sum for this visit, of what was answered and scanned so far.
[[nodiscard]] FeeOutlook fee_outlook(const Visit& visit, const Office& office);

struct DueOutlook {
    CivilDate day;
    bool is_sure = false;  ///< the law behind the term is verified
};

/// The day on which the result is due when the dossier is filed now. Nothing where no term is
/// known, or where it runs into a year whose holidays are not announced.
[[nodiscard]] std::optional<DueOutlook> due_outlook(const Procedure& procedure,
                                                    const Office& office, WallTime now);

}  // namespace motlan
