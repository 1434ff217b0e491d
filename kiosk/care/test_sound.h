// T08: does the kiosk speak?
#pragma once

#include <cstdint>
#include <functional>

#include "kiosk/core/bytes.h"
#include "kiosk/core/device_test.h"

namespace motlan {

struct SoundTrial {
    bool is_configured = false;                      ///< kiosk.toml has a voice
    std::function<Bytes()> speak;                    ///< samples of a sentence, 16 bits
    std::function<Result<void>(const Bytes&)> play;  ///< waits until they were played
};

/// Makes a sentence and plays it. Whether it was heard only a person can say.
[[nodiscard]] TestResult test_sound(const SoundTrial& trial);

/// Where a person has heard what was played on one side.
enum class HeardSide : std::uint8_t { None, Left, Right, Both };

/// A sound that was heard, with what was heard of either side. A single loudspeaker is heard on
/// both; a side that is silent, or is the other one, fails.
[[nodiscard]] TestResult judge_sides(const TestResult& sound, HeardSide left, HeardSide right);

}  // namespace motlan
