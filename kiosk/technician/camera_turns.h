// The part of a desk's step that is about setting the card camera: what is tried, what is saved.
// For the sources of this folder only.
#pragma once

#include "kiosk/technician/care_desk.h"

namespace motlan {

void open_camera(CareTurn& turn);
/// Whatever page comes next.
void close_camera(CareTurn& turn);

void wish_control(CareTurn& turn, const ControlWished& wished);
void wish_controls(CareTurn& turn, const ControlsWished& wished);
/// Becomes a change of the settings, to be applied as any other.
void save_camera(CareTurn& turn);

void view_camera(CareTurn& turn, const CameraViewed& viewed);
void lose_camera(CareTurn& turn, const CameraLost& lost);

}  // namespace motlan
