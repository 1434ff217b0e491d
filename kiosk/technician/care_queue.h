// Answers of the jobs' threads on their way to the window's. The app's own queue carries a visit's
// events only.
#pragma once

#include <mutex>
#include <utility>
#include <vector>

#include "kiosk/technician/care_event.h"
#include "kiosk/ui/window.h"

namespace motlan {

/// Its lock is between those threads.
class CareQueue {
public:
    explicit CareQueue(Window& window) : window_(window) {}

    void post(CareEvent event) {
        {
            const std::scoped_lock lock(mutex_);
            events_.push_back(std::move(event));
        }
        window_.wake();
    }
    std::vector<CareEvent> take() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(events_, {});
    }

private:
    Window& window_;
    std::mutex mutex_;
    std::vector<CareEvent> events_;
};

}  // namespace motlan
