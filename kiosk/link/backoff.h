// How long to leave the province alone after a failure: full jitter between 5 s and a bound that
// doubles up to 15 minutes, for ever (security design 4.6). Pure; chance is passed in.
#pragma once

#include <algorithm>
#include <chrono>

namespace motlan {

class Backoff {
public:
    static constexpr std::chrono::milliseconds kLeast{5'000};
    static constexpr std::chrono::milliseconds kMost{900'000};

    /// The next pause; `share` from 0 to 1 is drawn by the caller.
    std::chrono::milliseconds next(double share);
    /// Something went well: start again from the shortest.
    void reset() { bound_ = 2 * kLeast; }

private:
    std::chrono::milliseconds bound_ = 2 * kLeast;
};

}  // namespace motlan
