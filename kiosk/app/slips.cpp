#include "kiosk/app/slips.h"

#include <memory>
#include <utility>

#include "kiosk/core/log.h"

namespace motlan {

// Often enough to know before somebody begins; seldom enough to leave a printer in peace.
void Slips::look() {
    constexpr std::chrono::seconds kPause{5};
    const auto now = std::chrono::steady_clock::now();
    if (now < next_look_ || is_looking_.exchange(true)) return;
    next_look_ = now + kPause;
    worker_.add([this](const std::stop_token&) {
        printer_.look();
        is_looking_ = false;
    });
}

void Slips::print(Image slip) {
    worker_.add([this, slip = std::move(slip)](const std::stop_token&) {
        const auto printed = printer_.print(slip.view());
        if (!printed) {
            log(LogEvent::FaultSeen, {{"fault", printed.error()}});
            events_.post(SlipFailed{printed.error()});
            return;
        }
        log(LogEvent::SlipPrinted);
        events_.post(SlipPrinted{});
    });
}

}  // namespace motlan
