// What a harness tells of the careless variants that it is given first: it may be believed once it
// has seen each of them go wrong.
#pragma once

#include <cstddef>
#include <print>
#include <string>
#include <string_view>

namespace motlan::testing {

class Planted {
public:
    /// A variant, and in how many cases it was seen to go wrong.
    void note(std::string_view variant, std::size_t wrong) {
        ++all_;
        seen_ += wrong > 0 ? 1 : 0;
        std::println("planted: {:<58} {}", variant,
                     wrong > 0 ? std::to_string(wrong) + " seen" : "NOT SEEN");
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
