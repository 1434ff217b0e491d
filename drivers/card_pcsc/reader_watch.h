// Looks every other second whether a reader is there, on a thread of its own, so that asking
// costs nothing and a pcscd that hangs holds up nobody who draws.
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace motlan {

class ReaderWatch {
public:
    /// `part` is a part of the reader's name; empty: any reader will do.
    explicit ReaderWatch(std::string part);

    /// What the last look found; true before the first. Any thread.
    [[nodiscard]] bool sees_reader() const { return sees_reader_; }

private:
    void look_until(const std::stop_token& stop, const std::string& part);

    std::atomic<bool> sees_reader_ = true;
    std::jthread thread_;  // last: ends before what it writes to
};

}  // namespace motlan
