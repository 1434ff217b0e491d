// A plan told to an author: for every item whether it is asked, of whom it comes and by which law.
#pragma once

#include <string>
#include <vector>

#include "kiosk/domain/acquisition.h"

namespace motlan {

/// What a plan is told against.
struct PlanContext {
    const Procedure& procedure;
    const SourceRegister& sources;
    CivilDate day;
};

struct PlanRow {
    std::string item;
    std::string label;
    std::string how;  ///< "not asked: …", "asked: …", "looked up by the office", "not needed"
    std::string law;  ///< the act or basis, marked when it is not confirmed
    bool is_asked = false;
};

/// A row for every item of the procedure, in its order.
[[nodiscard]] std::vector<PlanRow> plan_table(const PlanContext& context,
                                              const AcquisitionPlan& plan);

/// The rows as an SVG picture (SVG 1.1): what is spared in green, what is asked in red.
[[nodiscard]] std::string plan_picture(const PlanContext& context,
                                       const std::vector<PlanRow>& rows);

}  // namespace motlan
