// The outbox of this machine as a technician's command opens it.
#pragma once

#include "kiosk/backend/bundle.h"
#include "kiosk/core/problem.h"
#include "kiosk/outbox/outbox.h"

namespace motlan {

struct KeptOutbox {
    Enrolment enrolment;
    Outbox outbox;

    /// The newest bundle that this machine has verified, however old.
    [[nodiscard]] Checked<Bundle> bundle() const;
};

/// Opens what stands under $STATE_DIRECTORY; makes nothing. Disk and clock must outlive it.
[[nodiscard]] Checked<KeptOutbox> open_kept_outbox(Disk& disk, const Clock& clock);

}  // namespace motlan
