// Plays samples and waits until they were heard, for tests of the sound; a visit uses Voice.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// Plays samples of 16 bits, one channel, as synthesize() makes them, through the machine's sound
/// device; at most 20 s of them. Fails with Fault::SpeechUnavailable where there is none, or when
/// it takes no samples.
[[nodiscard]] Result<void> play_aloud(const Bytes& samples);

}  // namespace motlan
