// Every page of the technician in every state worth looking at: for the audits and the gallery.
#pragma once

#include <string>
#include <vector>

#include "kiosk/technician/care_desk.h"

namespace motlan::testing {

struct CareSample {
    std::string name;  ///< e.g. "care.test.failed"
    CareDesk desk;
};

/// One or more samples of every page.
[[nodiscard]] std::vector<CareSample> care_samples();

/// The technician of the samples, and a kiosk on a panel of 21.5 inches.
[[nodiscard]] StaffMember sample_technician();
[[nodiscard]] CareMachine sample_machine();

}  // namespace motlan::testing
