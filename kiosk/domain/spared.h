// Questions that nobody has to answer here because the State has the answers.
#pragma once

#include "kiosk/domain/acquisition.h"

namespace motlan {

/// How many of the procedure's questions a source or the card answers. What is still open, or left
/// to the office, is not counted.
[[nodiscard]] int spared_questions(const Procedure& procedure, const AcquisitionPlan& plan);

}  // namespace motlan
