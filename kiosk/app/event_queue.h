// Events on their way to the one thread that decides. The only queue between threads.
#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include "kiosk/flow/event.h"

namespace motlan {

class EventQueue {
public:
    /// `wake` tells the deciding thread that something came; called from any thread.
    explicit EventQueue(std::function<void()> wake) : wake_(std::move(wake)) {}

    /// Thread-safe.
    void post(Event event) {
        {
            const std::scoped_lock lock(mutex_);
            events_.push_back(std::move(event));
        }
        wake_();
    }

    /// Everything that came since the last call, oldest first. Thread-safe.
    std::vector<Event> take() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(events_, {});
    }

private:
    std::function<void()> wake_;
    std::mutex mutex_;  // the queue is the one place where threads meet
    std::vector<Event> events_;
};

}  // namespace motlan
