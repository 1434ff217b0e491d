// kiosk-link as the delivery bench starts it, and a client that waits until it answers.
#pragma once

#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <format>
#include <fstream>
#include <string>
#include <thread>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/link/client.h"
#include "kiosk/link/desk.h"
#include "tests/bench/delivery.h"

namespace motlan::bench {

/// kiosk-link as a child; killed when it goes.
class LinkProgram {
public:
    explicit LinkProgram(const LinkPlaces& places) {
        std::string name = KIOSK_LINK;
        std::string state = "STATE_DIRECTORY=" + places.state.string();
        std::string runtime = "RUNTIME_DIRECTORY=" + places.runtime.string();
        std::array<char*, 2> words{name.data(), nullptr};
        std::array<char*, 3> environment{state.data(), runtime.data(), nullptr};
        REQUIRE(::posix_spawn(&child_, KIOSK_LINK, nullptr, nullptr, words.data(),
                              environment.data()) == 0);
    }
    LinkProgram(const LinkProgram&) = delete;
    LinkProgram& operator=(const LinkProgram&) = delete;
    ~LinkProgram() {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }

    /// A line of /proc/PID/smaps_rollup in MiB; 0 when there is none.
    [[nodiscard]] double memory(const std::string& line) const {
        std::ifstream file(std::format("/proc/{}/smaps_rollup", child_));
        double kib = 0;
        for (std::string word; file >> word;)
            if (word == line) file >> kib;
        return kib / 1024;
    }

private:
    pid_t child_ = -1;
};

/// Connected as soon as it listens.
inline LinkClient client_of(const LinkPlaces& places) {
    const Stopwatch watch;
    while (true) {
        auto client = LinkClient::connect(places.socket());
        if (client) return *std::move(client);
        REQUIRE(watch.seconds() < 60);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

}  // namespace motlan::bench
