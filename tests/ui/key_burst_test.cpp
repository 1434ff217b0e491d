// A code reader in keyboard mode, and the people it must not be taken for.
#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/key_burst.h"
#include "kiosk/ui/window.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kTypedCard = "040200000017||Nguyn Th Hng|15012000|N|Kim Lin|15012022";

/// Whether these letters, typed at this pace and ended with Return, are taken for a code.
bool is_code(std::string_view letters, TouchTime pace) {
    KeyBurst burst;
    TouchTime now = 60s;
    for (const char letter : letters) burst.type({&letter, 1}, now += pace);
    burst.enter(now + pace);
    return burst.take_code();
}

void press(const std::string& letters) {
    for (const char letter : letters) {
        SDL_Event typed{};
        typed.type = SDL_TEXTINPUT;
        typed.text.text[0] = letter;
        REQUIRE(SDL_PushEvent(&typed) == 1);
    }
    SDL_Event key{};
    key.type = SDL_KEYDOWN;
    key.key.keysym.sym = SDLK_RETURN;
    REQUIRE(SDL_PushEvent(&key) == 1);
}

}  // namespace

TEST_CASE("a card that a keyboard reader types is told from typing by its speed", "[ui]") {
    CHECK(is_code(kTypedCard, 0ms));
    CHECK(is_code(kTypedCard, 8ms));
    CHECK(is_code(kTypedCard, 29ms));
    CHECK_FALSE(is_code(kTypedCard, 30ms));
    CHECK_FALSE(is_code(kTypedCard, 120ms));
}

TEST_CASE("few letters, words and a held key are no code", "[ui]") {
    CHECK_FALSE(is_code("0402000000170402000", 5ms));
    CHECK(is_code("04020000001704020000", 5ms));
    CHECK_FALSE(is_code("Nguyen Thi Huong Giang, Kim Lien, Nghe An", 5ms));
    CHECK_FALSE(is_code(std::string(60, '1'), 33ms));
    CHECK_FALSE(is_code("", 0ms));
}

TEST_CASE("a frame drawn in the middle of a code does not split it", "[ui]") {
    KeyBurst burst;
    burst.type(kTypedCard.substr(0, 25), 1000ms);
    burst.type(kTypedCard.substr(25), 1150ms);

    burst.enter(1160ms);
    CHECK(burst.take_code());
    burst.enter(1161ms);
    CHECK_FALSE(burst.take_code());
}

TEST_CASE("letters that a person typed before do not slow a code down", "[ui]") {
    KeyBurst burst;
    burst.type("xin", 1000ms);
    for (int i = 0; i < 40; ++i) burst.type(i % 2 == 0 ? "1" : "|", 2000ms + i * 5ms);

    burst.enter(2210ms);
    CHECK(burst.take_code());
}

TEST_CASE("a Return long after the last letter ends no code", "[ui]") {
    KeyBurst burst;
    burst.type(kTypedCard, 1000ms);

    burst.enter(1400ms);
    CHECK_FALSE(burst.take_code());
}

TEST_CASE("of what a machine types no more than a few letters are shown", "[ui]") {
    KeyBurst burst;
    int shown = 0;
    TouchTime now = 60s;
    for (const char letter : kTypedCard) {
        burst.type({&letter, 1}, now += 5ms);
        shown += burst.is_machine() ? 0 : 1;
    }
    CHECK(shown < 8);
    now += 1s;
    for (const char letter : std::string_view("Kim Lien 12")) {
        burst.type({&letter, 1}, now += 80ms);
        CHECK_FALSE(burst.is_machine());
    }
}

TEST_CASE("the window tells once that a keyboard reader has typed", "[ui]") {
    auto window = Window::open({.panel = {480, 640, 4.0}, .place = WindowPlace::Nowhere});
    REQUIRE(window);

    press("xin chao");
    window->wait(0ms);
    CHECK_FALSE(window->take_burst());
    press(std::string(kTypedCard));
    window->wait(0ms);

    CHECK(window->take_burst());
    CHECK_FALSE(window->take_burst());
}

}  // namespace motlan
