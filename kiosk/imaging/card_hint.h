// What to tell a person who holds a card before the camera, judged from one picture alone.
// Says nothing about movement (that takes two pictures) and cannot tell a card's wrong side
// from no card: both need more than one look and come with the camera's sequence of pictures.
#pragma once

#include <optional>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_report.h"
#include "kiosk/imaging/qr_decode.h"
#include "kiosk/imaging/sighting.h"

namespace motlan {

/// The hint for a grey picture and what was found in it. `card` is where a card was seen, if
/// anybody looked: sharpness and reflections show on the card and not on the wall behind it.
[[nodiscard]] CardHint hint_for(const ImageView& grey, const CodeReading& reading,
                                const std::optional<PageCorners>& card = {});

}  // namespace motlan
