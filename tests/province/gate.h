// The road to the province: a TCP relay in front of the server, on 127.0.0.1. It can be cut, slowed
// and made frail below TLS, as a real line is, and counts what it carries. One thread of its own.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/result.h"

namespace motlan::province {

/// How the road is, as words tell it: "up" · "cut": connections are reset, new ones too · "rate N":
/// so many bytes a second for each connection and direction · "slow": 16 kB/s · "frail P SEED": of
/// every MiB that a connection carries, P in a hundred end in a reset at a random byte.
struct Road {
    std::string text = "up";
    bool is_cut = false;
    double rate = 0;  ///< bytes a second; 0 without limit
    double cuts_per_byte = 0;
    std::uint64_t seed = 0;
};

/// What the road has carried since it was made: bytes by direction, and resets of a frail road.
struct Carried {
    std::atomic<std::uint64_t> from_kiosks = 0;
    std::atomic<std::uint64_t> to_kiosks = 0;
    std::atomic<std::uint64_t> cuts = 0;
};

class Gate {
public:
    /// Listens on `port` (0: any free one) and relays to `inner`. Fails with
    /// Fault::BackendUnreachable when the port is taken.
    static Result<std::unique_ptr<Gate>> open(int port, int inner);
    ~Gate();

    [[nodiscard]] int port() const { return port_; }
    /// Sets the road by the words above; false when they are none of these. A cut is done when
    /// this returns.
    bool set(const std::vector<std::string>& words);
    [[nodiscard]] std::string road() const;
    [[nodiscard]] const Carried& carried() const { return carried_; }

private:
    struct Connection;

    Gate(Descriptor listener, int port, int inner);
    void run();
    void turn_to(const Road& road);
    void wait(const Road& road);
    void welcome(const Road& road);
    void relay(const Road& road);
    bool relay(Connection& connection, const Road& road);
    double next_cut(const Road& road);
    void wake();

    Descriptor listener_;
    int port_;
    int inner_;
    Descriptor wake_reader_;
    Descriptor wake_writer_;
    std::vector<std::unique_ptr<Connection>> connections_;
    // The road is set on other threads than the gate's own.
    mutable std::mutex mutex_;
    Road road_;
    Carried carried_;
    std::mt19937_64 chance_;
    std::atomic<std::uint64_t> asked_ = 0;  ///< changes asked for …
    std::atomic<std::uint64_t> done_ = 0;   ///< … and seen by the thread
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace motlan::province
