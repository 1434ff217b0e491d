#include "kiosk/link/backoff.h"

namespace motlan {

std::chrono::milliseconds Backoff::next(double share) {
    const auto spread = static_cast<double>((bound_ - kLeast).count());
    const auto pause =
        kLeast + std::chrono::milliseconds(static_cast<std::int64_t>(spread * share));
    bound_ = std::min(bound_ * 2, kMost);
    return pause;
}

}  // namespace motlan
