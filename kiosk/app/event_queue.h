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

    /// The same for what may come faster than anybody looks at it: once so many events wait, it is
    /// dropped. Tells whether it was not. Thread-safe.
    bool post_if_room(Event event) {
        {
            const std::scoped_lock lock(mutex_);
            if (events_.size() >= kRoom) return false;
            events_.push_back(std::move(event));
        }
        wake_();
        return true;
    }

    /// Everything that came since the last call, oldest first. Thread-safe.
    std::vector<Event> take() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(events_, {});
    }

private:
    static constexpr std::size_t kRoom = 32;

    std::function<void()> wake_;
    std::mutex mutex_;  // the queue is the one place where threads meet
    std::vector<Event> events_;
};

}  // namespace motlan
