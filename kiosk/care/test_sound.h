// T08: does the kiosk speak?
#pragma once

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

}  // namespace motlan
