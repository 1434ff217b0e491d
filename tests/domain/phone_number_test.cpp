// Telephone numbers that somebody leaves to be called back.
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/phone_number.h"

using namespace motlan;

TEST_CASE("a mobile number has ten digits, one of a fixed line eleven", "[domain]") {
    for (const char* whole :
         {"0912345678", "0345678901", "0567890123", "0790123456", "0812345678", "02383123456"})
        CHECK(is_phone(whole));
    for (const char* wrong :
         {"", "0", "091234567", "09123456789", "0238312345", "912345678", "0112345678",
          "0612345678", "+84912345678", "0912 345 678", "091234567a",
          "\xEF\xBC\x90"
          "912345678"})
        CHECK_FALSE(is_phone(wrong));
}

TEST_CASE("what cannot begin a number is known from its second digit", "[domain]") {
    for (const char* begun : {"", "0", "09", "02", "0345"}) CHECK(may_begin_phone(begun));
    for (const char* begun : {"1", "84", "01", "04", "0612"}) CHECK_FALSE(may_begin_phone(begun));
    CHECK(phone_digits("02") == 11);
    CHECK(phone_digits("") == 10);
}
