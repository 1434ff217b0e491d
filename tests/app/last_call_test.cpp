// A program with a thread that never ends, and one whose threads all do.
#include "kiosk/app/last_call.h"

#include <sys/wait.h>
#include <unistd.h>

#include <future>
#include <optional>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/worker.h"

namespace motlan {
namespace {

/// What the program ends with that does this; nothing when it ends by a signal.
template <typename Program>
std::optional<int> status_of(Program program) {
    const pid_t child = ::fork();
    if (child == 0) {
        program();
        ::_exit(1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

}  // namespace

TEST_CASE("a program ends though a device never answers", "[app]") {
    const auto status = status_of([] {
        LastCall last_call(std::chrono::milliseconds(1));
        std::promise<void> has_begun;
        Worker worker;
        worker.add([&](const std::stop_token&) {
            has_begun.set_value();
            while (true) ::pause();
        });
        has_begun.get_future().wait();
        last_call.begin(42);
    });

    CHECK(status == 42);
}

TEST_CASE("a program whose threads end is let go its own way", "[app]") {
    const auto status = status_of([] {
        {
            LastCall last_call(std::chrono::hours(1));
            const Worker worker;
            last_call.begin(42);
        }
        ::_exit(7);
    });

    CHECK(status == 7);
}

}  // namespace motlan
