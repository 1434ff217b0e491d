#include "kiosk/ui/window.h"

#include <chrono>
#include <thread>
#include <catch2/catch_test_macros.hpp>

using namespace motlan;
using namespace std::chrono_literals;

TEST_CASE("a wait whose time is over already ends at once", "[ui]") {
    auto window = Window::open({.panel = {480, 640, 4.0}, .place = WindowPlace::Nowhere});
    REQUIRE(window);
    window->wait(0ms);
    const std::jthread late([&](const std::stop_token& stop) {
        for (int i = 0; i < 300 && !stop.stop_requested(); ++i) std::this_thread::sleep_for(10ms);
        window->wake();
    });

    const auto start = std::chrono::steady_clock::now();
    window->wait(-2542ms);

    CHECK(std::chrono::steady_clock::now() - start < 2s);
}
