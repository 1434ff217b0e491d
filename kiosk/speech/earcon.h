// Short sounds that say by themselves what happened: made of two soft notes, never of a file. Pure.
#pragma once

#include <cstdint>

#include "kiosk/core/bytes.h"

namespace motlan {

enum class Earcon : std::uint8_t {
    CardRead,  ///< rises: what was shown has been read and may be taken away
    Refused,   ///< falls, lower: what was shown, laid or typed was not taken
    Far,       ///< one note each, the higher the closer: a card is seen
    Closer,
    Near,  ///< where its code can be read
};

/// Whether it only leads a hand: words that are being said are worth more.
[[nodiscard]] constexpr bool is_guiding(Earcon which) { return which >= Earcon::Far; }

/// Its samples (16 bits, little endian, one channel, kClipRate a second), at most a quarter of a
/// second of them at an eighth of the loudest there is.
[[nodiscard]] Bytes earcon(Earcon which);

}  // namespace motlan
