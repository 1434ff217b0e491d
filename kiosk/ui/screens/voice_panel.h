// How the screen is read aloud: slower, faster, softer, louder, once more, with a dark screen.
#pragma once

#include <optional>

#include "kiosk/flow/event.h"
#include "kiosk/ui/ui.h"

namespace motlan {

/// Speech goes from 50 to 200 % in steps of 25, loudness from 10 to 100 % in steps of 15 (the
/// ranges that ux 6.4 takes over from voting machines).
inline constexpr int kRateStep = 25;
inline constexpr int kVolumeStep = 15;

[[nodiscard]] std::optional<Event> draw_voice_panel(Ui& ui);

}  // namespace motlan
