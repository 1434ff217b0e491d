#include "kiosk/staff/boot_time.h"

#include <time.h>

#include "kiosk/outbox/seal.h"

namespace motlan {

BootTime boot_time() {
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return {.boot = boot_id(),
            .since = std::chrono::duration_cast<std::chrono::milliseconds>(
                std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec))};
}

}  // namespace motlan
