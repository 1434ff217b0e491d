#include "kiosk/programs/care.h"

#include "kiosk/backend/enrolment.h"
#include "kiosk/care/condition.h"
#include "kiosk/programs/service.h"

namespace motlan {

Ending care_for(CareParts parts, const std::optional<StaffMember>& who) {
    if (const auto enrolment = read_enrolment(parts.places.state / "enrolment"))
        parts.kiosk = enrolment->province.kiosk;
    auto write = condition_writer(parts.places.runtime, parts.config);
    parts.on_tick = [&write](const std::vector<DeviceTrouble>& troubles) {
        write({.serving = Serving::Visit, .devices = troubles});
    };
    parts.on_turn = tell_alive;
    return who ? run_care(parts, *who) : run_keep(parts);
}

}  // namespace motlan
