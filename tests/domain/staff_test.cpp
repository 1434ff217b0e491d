#include "kiosk/domain/staff.h"

#include <catch2/catch_test_macros.hpp>

using namespace motlan;
using namespace std::chrono_literals;

TEST_CASE("a PIN is six digits and nothing else", "[domain]") {
    CHECK(Pin::parse("246810")->reveal() == "246810");
    for (const char* wrong : {"", "24681", "2468100", "24681a", "２46810", " 46810", "-46810"}) {
        INFO(wrong);
        CHECK_FALSE(Pin::parse(wrong));
    }
}

TEST_CASE("a PIN that fifteen guesses find is known as easy", "[domain]") {
    for (const char* easy : {"000000", "777777", "123456", "456789", "987654"}) {
        INFO(easy);
        CHECK(Pin::parse(easy)->is_easy());
    }
    CHECK_FALSE(Pin::parse("246810")->is_easy());
    CHECK_FALSE(Pin::parse("112345")->is_easy());
}

TEST_CASE("five tries are free, then each waits twice as long, and the fifteenth is the last",
          "[domain]") {
    CHECK(pin_wait(0) == 0s);
    CHECK(pin_wait(4) == 0s);
    CHECK(pin_wait(5) == 15s);
    CHECK(pin_wait(6) == 30s);
    CHECK(pin_wait(14) == 7680s);
    CHECK_FALSE(pin_wait(15));
    CHECK_FALSE(pin_wait(400));
}

TEST_CASE("a sign-in ends after five idle minutes and after an hour at the latest", "[domain]") {
    const SteadyTime begun{};
    SignedIn here{.who = {}, .since = begun, .touched = begun};

    CHECK_FALSE(here.is_over(begun + 299s));
    CHECK(here.is_over(begun + 300s));
    here.touched = begun + 59min;
    CHECK_FALSE(here.is_over(begun + 3599s));
    CHECK(here.is_over(begun + 3600s));
}

TEST_CASE("a staff number is short and plain", "[domain]") {
    CHECK(is_staff_number("0123"));
    CHECK(is_staff_number("NV-12"));
    for (const char* wrong : {"", "strangers", "../x", "0123456789ABC", "A B", "Đ1"}) {
        INFO(wrong);
        CHECK_FALSE(is_staff_number(wrong));
    }
}
