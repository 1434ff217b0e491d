#include "kiosk/app/slips.h"

#include <memory>
#include <utility>

#include "kiosk/core/log.h"

namespace motlan {

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
