// How often one kiosk may ask something: whoever stole a kiosk's key must not read through all
// citizens. Thread-safe.
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <string>

#include "kiosk/core/clock.h"

namespace motlan::province {

class Pace {
public:
    Pace(std::size_t most, std::chrono::seconds within) : most_(most), within_(within) {}

    /// Whether this kiosk may ask now; if so, it has asked.
    bool take(const std::string& kiosk, SteadyTime now) {
        const std::lock_guard lock(mutex_);
        std::deque<SteadyTime>& asked = asked_[kiosk];
        while (!asked.empty() && now - asked.front() >= within_) asked.pop_front();
        if (asked.size() >= most_) return false;
        asked.push_back(now);
        return true;
    }

private:
    const std::size_t most_;
    const std::chrono::seconds within_;
    std::mutex mutex_;
    std::map<std::string, std::deque<SteadyTime>> asked_;
};

}  // namespace motlan::province
