// Plays samples and waits until they were heard, for tests of the sound; a visit uses Voice.
#pragma once

#include <cstdint>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// From which loudspeaker, or into which ear.
enum class SoundSide : std::uint8_t { Both, Left, Right };

/// Samples of 16 bits, one channel, as two, the left one first; what is not of the side is silent.
[[nodiscard]] Bytes two_channels(const Bytes& samples, SoundSide side);

/// Plays samples of 16 bits, one channel, as synthesize() makes them, through the machine's sound
/// device; at most 20 s of them. Fails with Fault::SpeechUnavailable where there is none, or when
/// it takes no samples.
[[nodiscard]] Result<void> play_aloud(const Bytes& mono, SoundSide side = SoundSide::Both);

}  // namespace motlan
