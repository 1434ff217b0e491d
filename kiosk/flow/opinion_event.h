// What somebody says of the service or does about a fee.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "kiosk/flow/opinion_state.h"

namespace motlan {

struct RatingWished {};  ///< rate the service
struct GradeChosen {
    int grade;
};
/// A reason for the grade, or that reason no more.
struct ReasonChosen {
    RatingReason reason;
};
struct ReportWished {};  ///< something was demanded that the State must not ask for
struct DemandChosen {
    Demand demand;
};
struct DemandPlaceChosen {
    DemandPlace place;
};
/// Which of the office's counters; empty: not remembered.
struct CounterChosen {
    std::optional<std::size_t> which;
};
struct DemandDayChosen {
    DemandDay day;
};
/// Whether the dossier and what the sources held travel with a report.
struct EvidenceWished {
    bool is_wished;
};
/// To leave a telephone number with a report, or not to leave it any more.
struct PhoneWished {
    bool is_wished;
};
struct PhotoWished {};    ///< lay the demand to be photographed, or look at its photo
struct PayWished {};      ///< pay the fee here and now
struct PayCodeWished {};  ///< a new code in the place of one that is over
struct FeeLeft {};        ///< leave the fee, which may have been paid

}  // namespace motlan
