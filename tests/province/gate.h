// The road to the province: a TCP relay in front of the server, on 127.0.0.1. It can be cut and
// slowed below TLS, as a real line is. One thread of its own.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>
#include <thread>
#include <vector>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/result.h"

namespace motlan::province {

/// up · cut: connections are reset, new ones too · slow: 16 kB/s for each connection and direction.
enum class Road : std::uint8_t { Up, Cut, Slow };

class Gate {
public:
    /// Listens on `port` (0: any free one) and relays to `inner`. Fails with
    /// Fault::BackendUnreachable when the port is taken.
    static Result<std::unique_ptr<Gate>> open(int port, int inner);
    ~Gate();

    [[nodiscard]] int port() const { return port_; }
    /// Sets the road by its name above; false when there is no such name. A cut is done when
    /// this returns.
    bool set(std::string_view road);
    [[nodiscard]] std::string_view road() const;

private:
    struct Connection;

    Gate(Descriptor listener, int port, int inner);
    void run();
    void wait();
    void welcome();
    void relay();
    void wake();

    Descriptor listener_;
    int port_;
    int inner_;
    Descriptor wake_reader_;
    Descriptor wake_writer_;
    std::vector<std::unique_ptr<Connection>> connections_;
    std::atomic<Road> road_ = Road::Up;
    std::atomic<std::uint64_t> asked_ = 0;  ///< changes asked for …
    std::atomic<std::uint64_t> done_ = 0;   ///< … and seen by the thread
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace motlan::province
