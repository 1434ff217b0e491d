// What a screen makes of what the card camera says: the same where a card is shown to file and
// where it is shown to follow.
#pragma once

#include "kiosk/flow/event.h"

namespace motlan {

/// Shows the newest picture, which proves that the camera works again.
template <typename CardScreen>
void show_seen(CardScreen& screen, const CardSeen& seen, const Comfort& comfort) {
    screen.preview = seen.preview;
    screen.hint = seen.hint;
    screen.distance = seen.distance;
    screen.lamp = comfort.lamp_of(seen.lamp);
    if (screen.refused == Fault::CameraUnavailable || screen.refused == Fault::EyeUnavailable)
        screen.refused.reset();
}

/// Shows why there is no picture, and nothing that only the camera knows.
template <typename CardScreen>
void lose_camera(CardScreen& screen, const CameraFailed& failed) {
    screen.refused = failed.fault;
    screen.preview = nullptr;
    screen.distance.reset();
    screen.lamp.reset();
}

}  // namespace motlan
