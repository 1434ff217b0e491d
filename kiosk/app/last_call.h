// Ends the program though one of its threads does not: a driver may never come back from its
// device, a chip among them that asks for more time without end.
#pragma once

#include <chrono>
#include <thread>

namespace motlan {

class LastCall {
public:
    explicit LastCall(std::chrono::milliseconds patience = std::chrono::seconds(2))
        : patience_(patience) {}

    /// Everything is done and kept. Whatever was made after this object has the patience to end;
    /// then the program ends with that status, without it. Answers the status.
    int begin(int status);

private:
    std::chrono::milliseconds patience_;
    std::jthread thread_;
};

}  // namespace motlan
