#include "kiosk/domain/dossier_code.h"

#include <catch2/catch_test_macros.hpp>

namespace motlan {

TEST_CASE("the digits of day and number name a dossier, the office's may come before", "[domain]") {
    CHECK(are_digits_of("2611230087", "H41-261123-0087"));
    CHECK(are_digits_of("412611230087", "H41-261123-0087"));
    CHECK(are_digits_of("2611230087", "G12.001.20-261123-0087"));
    CHECK(are_digits_of("2611231234567", "H41-261123-1234567"));
}

TEST_CASE("other digits and fewer of them name no dossier", "[domain]") {
    CHECK_FALSE(are_digits_of("2611230088", "H41-261123-0087"));
    CHECK_FALSE(are_digits_of("611230087", "H41-261123-0087"));
    CHECK_FALSE(are_digits_of("992611230087", "H41-261123-0087"));
    CHECK_FALSE(are_digits_of("1231234567", "H41-261123-1234567"));
    CHECK_FALSE(are_digits_of("", "H41-261123-0087"));
}

TEST_CASE("a code of another shape is named by nothing that is typed", "[domain]") {
    for (const std::string_view code : {"", "A", "-", "--", "261123-0087", "H41-1-2", "H41"}) {
        INFO(code);
        CHECK_FALSE(are_digits_of("", code));
        CHECK_FALSE(are_digits_of("2611230087", code));
        CHECK_FALSE(are_digits_of("4112", code));
    }
}

TEST_CASE("digits are written as the receipt has them", "[domain]") {
    CHECK(written_code("").empty());
    CHECK(written_code("261123") == "261123");
    CHECK(written_code("2611230") == "261123-0");
    CHECK(written_code("2611231234567") == "261123-1234567");
}

TEST_CASE("keys add their digits, and no more than any code has", "[domain]") {
    CHECK(with_code_digits("2611", "2") == "26112");
    CHECK(with_code_digits("", "H41-261123-0087") == "412611230087");
    CHECK(with_code_digits("26", "ăx\xFF") == "26");
    CHECK(with_code_digits("261123", std::string(40, '7')) == "261123777777777");
}

}  // namespace motlan
