#include "tests/province/calls.h"

#include <algorithm>

namespace motlan::province {

void Calls::forget_old(SteadyTime now) {
    std::erase_if(entries_, [now](const auto& each) { return now - each.second.heard > kLasts; });
}

void Calls::open(const std::string& kiosk, const Tree& call, SteadyTime now) {
    const std::scoped_lock lock(mutex_);
    forget_old(now);
    Entry& entry = entries_[kiosk];
    entry.call = *call.table();
    entry.heard = now;
    const std::string since(call.text_at("since"));
    last_ = last_ ? std::max(*last_, since) : since;
}

void Calls::close(const std::string& kiosk) {
    const std::scoped_lock lock(mutex_);
    entries_.erase(kiosk);
}

bool Calls::take(const std::string& kiosk, const std::string& staff, SteadyTime now) {
    const std::scoped_lock lock(mutex_);
    forget_old(now);
    const auto found = entries_.find(kiosk);
    if (found == entries_.end()) return false;
    if (found->second.taken_by.empty()) found->second.taken_by = staff;
    return true;
}

Tree::Table Calls::content(SteadyTime now) {
    const std::scoped_lock lock(mutex_);
    forget_old(now);
    Tree::List waiting;
    for (const auto& [kiosk, entry] : entries_) {
        Tree::Table one = entry.call;
        one.emplace("kiosk", kiosk);
        if (!entry.taken_by.empty()) one.emplace("taken_by", entry.taken_by);
        waiting.emplace_back(std::move(one));
    }
    Tree::Table content{{"waiting", std::move(waiting)}};
    if (last_) content.emplace("last", *last_);
    return content;
}

}  // namespace motlan::province
