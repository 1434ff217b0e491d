// Leaving a visit: what is personal, who caused an event, and where leaving leads.
#pragma once

#include <vector>

#include "kiosk/flow/effect.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/state.h"

namespace motlan {

/// True while the screen holds or shows anything of a citizen.
[[nodiscard]] bool is_personal(const Screen& screen);

/// True for what a person did, as opposed to a device, the province or time.
[[nodiscard]] bool is_of_citizen(const Event& event);

/// True for what shows that somebody is there: what a person did, a card before the camera, paper
/// that moves.
[[nodiscard]] bool shows_life(const Event& event);

/// Ends the visit: to the goodbye when something personal was there, else back to the welcome.
/// Stops the devices that the screen was using. A dossier that is being stored and sent is not
/// left: its screen has a way of its own. A kiosk out of service stays so.
void leave(State& state, std::vector<Effect>& effects);

/// Whether a scanner or a document camera may be at work for this screen.
[[nodiscard]] bool may_be_scanning(const Screen& screen);

/// What stops a scan that is at this stage.
[[nodiscard]] std::vector<Effect> stop_scan(ScanStage stage);

/// The welcome screen as this kiosk is now.
[[nodiscard]] Welcome welcome(const State& state);

}  // namespace motlan
