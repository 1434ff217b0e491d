#include "kiosk/ui/window.h"

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/widgets/button.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

/// Long after the window was opened.
constexpr TouchTime kStart{1'000'000};

Window opened() {
    auto window = Window::open({.panel = {480, 1640, 4.0}, .place = WindowPlace::Nowhere});
    REQUIRE(window);
    return *std::move(window);
}

/// A window with one button above and one far below.
struct Counter {
    Window window = opened();
    std::vector<std::string> chosen;

    Counter() { draw(); }

    void draw() {
        window.refresh();
        while (window.needs_drawing()) {
            window.show([this](Ui& ui) {
                for (const auto& [id, top] : {std::pair("above", 100), std::pair("below", 1400)})
                    if (button(ui, {100, top, 280, 120}, {.id = id, .label = plain(id)}))
                        chosen.emplace_back(id);
            });
        }
    }
    void feel(TouchKind kind, std::int64_t finger, int y, TouchTime when) {
        window.touch({kind, finger, {200, y}, when});
        draw();
    }
    void press(FocusKey key) {
        window.press(key);
        draw();
    }
    /// As the keyboard's driver reports it; `repeat` while it stays down.
    void hold(SDL_Keycode key, bool repeat) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.keysym.sym = key;
        event.key.repeat = repeat ? 1 : 0;
        SDL_PushEvent(&event);
        window.wait(0ms);
        draw();
    }
};

}  // namespace

TEST_CASE("a wait whose time is over already ends at once", "[ui]") {
    Window window = opened();
    window.wait(0ms);
    const std::jthread late([&](const std::stop_token& stop) {
        for (int i = 0; i < 300 && !stop.stop_requested(); ++i) std::this_thread::sleep_for(10ms);
        window.wake();
    });

    const auto start = std::chrono::steady_clock::now();
    window.wait(-2542ms);

    CHECK(std::chrono::steady_clock::now() - start < 2s);
}

TEST_CASE("six keys go on where a panel was unplugged under a finger", "[ui]") {
    Counter kiosk;
    kiosk.feel(TouchKind::Down, 1, 150, kStart);

    kiosk.press(FocusKey::Right);
    kiosk.press(FocusKey::Choose);
    kiosk.press(FocusKey::Right);
    kiosk.press(FocusKey::Choose);

    CHECK(kiosk.chosen == std::vector<std::string>{"above", "below"});
}

TEST_CASE("a panel that is plugged in again answers at once and everywhere soon", "[ui]") {
    Counter kiosk;
    kiosk.feel(TouchKind::Down, 1, 150, kStart);

    kiosk.feel(TouchKind::Down, 2, 1450, kStart + 3s);
    kiosk.feel(TouchKind::Up, 2, 1450, kStart + 3100ms);
    kiosk.feel(TouchKind::Down, 3, 150, kStart + kLost);
    kiosk.feel(TouchKind::Up, 3, 150, kStart + kLost + 100ms);

    CHECK(kiosk.chosen == std::vector<std::string>{"below", "above"});
}

TEST_CASE("a key that is held down chooses once and moves on", "[ui]") {
    Counter kiosk;
    kiosk.hold(SDLK_RIGHT, false);
    kiosk.hold(SDLK_RETURN, false);
    for (int i = 0; i < 200; ++i) kiosk.hold(SDLK_RETURN, true);
    CHECK(kiosk.chosen == std::vector<std::string>{"above"});

    for (int i = 0; i < 201; ++i) kiosk.hold(SDLK_RIGHT, true);
    kiosk.hold(SDLK_RETURN, false);
    CHECK(kiosk.chosen == std::vector<std::string>{"above", "below"});
}

}  // namespace motlan
