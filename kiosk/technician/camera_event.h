// What a technician wishes of the card camera and what it shows then; and the jobs that the desk
// asks for. Plain data, as all of care_event.h.
#pragma once

#include "kiosk/care/camera_view.h"
#include "kiosk/core/fault.h"

namespace motlan {

// --- what the technician does ---
struct ControlWished {
    ControlWish wish;
};
/// All of it as this kiosk has it saved, or as the camera was made.
struct ControlsWished {
    bool is_as_made = false;
};
/// As it is set now, at every start from then on.
struct CameraSaved {};

// --- what the machine answers ---
struct CameraViewed {
    CameraView view;
};
/// It cannot be looked through any more.
struct CameraLost {
    Fault fault;
};

// --- jobs ---
/// Look through it, or do so no more.
struct WatchCamera {
    bool is_wished = true;
};
struct SetControl {
    ControlWish wish;
};

}  // namespace motlan
