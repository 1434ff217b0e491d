#include "kiosk/app/worker.h"

#include <atomic>
#include <future>
#include <catch2/catch_test_macros.hpp>

using namespace motlan;

TEST_CASE("jobs run one after the other in their order", "[app]") {
    std::vector<int> order;
    std::promise<void> all_done;
    {
        Worker worker;
        for (int i = 0; i < 5; ++i)
            worker.add([&order, i](std::stop_token) { order.push_back(i); });
        worker.add([&](std::stop_token) { all_done.set_value(); });
        all_done.get_future().wait();
    }

    CHECK(order == std::vector{0, 1, 2, 3, 4});
}

TEST_CASE("a job that is asked to stop makes room for the next", "[app]") {
    std::promise<void> has_begun;
    std::promise<void> next_ran;
    Worker worker;
    worker.add([&](std::stop_token stop) {
        has_begun.set_value();
        while (!stop.stop_requested()) std::this_thread::yield();
    });
    has_begun.get_future().wait();

    worker.stop_jobs();
    worker.add([&](std::stop_token stop) {
        CHECK_FALSE(stop.stop_requested());
        next_ran.set_value();
    });

    next_ran.get_future().wait();
}

TEST_CASE("a worker ends with its owner even while a job waits", "[app]") {
    std::promise<void> has_begun;
    std::atomic<bool> was_stopped = false;
    {
        Worker worker;
        worker.add([&](std::stop_token stop) {
            has_begun.set_value();
            while (!stop.stop_requested()) std::this_thread::yield();
            was_stopped = true;
        });
        has_begun.get_future().wait();
    }

    CHECK(was_stopped);
}
