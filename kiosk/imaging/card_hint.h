// What to tell a person who holds a card before the camera, judged from one picture alone.
// Says nothing about movement (that takes two pictures) and cannot tell a card's wrong side
// from no card: both need more than one look and come with the camera's sequence of pictures.
#pragma once

#include "kiosk/core/image.h"
#include "kiosk/imaging/qr_decode.h"
#include "kiosk/imaging/sighting.h"

namespace motlan {

/// What the light and the edges of a grey picture are like.
struct PictureLook {
    int darkest = 0;       ///< the level that 2 % of the pixels do not exceed
    int brightest = 0;     ///< the level that 98 % of the pixels do not exceed
    double detail = 0;     ///< share of the picture that shows edges, 0 to 1
    double width = 0;      ///< share of the picture's width between the outermost edges, 0 to 1
    double sharpness = 0;  ///< steepness of these edges: 1 is within one pixel, 0 has no edges
};
[[nodiscard]] PictureLook look_of(const ImageView& grey);

/// Share of the box that is burnt out in patches larger than any module group, 0 to 1.
[[nodiscard]] double glare_share(const ImageView& grey, const Box& box, int patch);

/// The hint for a grey picture, what was found in it and what it is like.
[[nodiscard]] CardHint hint_for(const ImageView& grey, const CodeReading& reading,
                                const PictureLook& look);
/// The same, looking only where that is needed.
[[nodiscard]] inline CardHint hint_for(const ImageView& grey, const CodeReading& reading) {
    return reading.payload ? CardHint::CodeSeen : hint_for(grey, reading, look_of(grey));
}

}  // namespace motlan
