// What a harness tells of the careless variants that it is given first: it may be believed once it
// has seen each of them go wrong.
#pragma once

#include <print>
#include <string_view>

namespace motlan::testing {

class Planted {
public:
    /// A variant, and where it was seen to go wrong: empty when it was not.
    void note(std::string_view variant, std::string_view seen) {
        ++all_;
        seen_ += seen.empty() ? 0 : 1;
        std::println("planted: {:<58} {}", variant, seen.empty() ? "NOT SEEN" : seen);
    }
    /// Ends the list; whether all of them were seen.
    [[nodiscard]] bool were_seen() const {
        std::println("planted {} of {} seen\n", seen_, all_);
        return all_ > 0 && seen_ == all_;
    }

private:
    int seen_ = 0;
    int all_ = 0;
};

}  // namespace motlan::testing
