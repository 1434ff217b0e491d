// The number of a company or organisation: ten digits, thirteen of a branch.
#include "kiosk/domain/tax_code.h"

#include <catch2/catch_test_macros.hpp>

namespace motlan {

TEST_CASE("a tax code has ten digits, a branch's has thirteen", "[domain]") {
    CHECK(TaxCode::parse("2901999013")->digits() == "2901999013");
    CHECK(TaxCode::parse("2901999013")->written() == "2901999013");
    CHECK(TaxCode::parse("2901999013001")->digits() == "2901999013001");
    CHECK(TaxCode::parse("2901999013001")->written() == "2901999013-001");
    for (const char* text : {"", "290199901", "29019990130", "2901999013-001", "290199901x",
                             "040200000017", " 2901999013"}) {
        INFO(text);
        CHECK_FALSE(TaxCode::parse(text).has_value());
    }
}

TEST_CASE("one wrong digit is noticed, and refuses nobody", "[domain]") {
    // The first is the example that public implementations give.
    for (const char* right : {"0100047516", "2901999013", "2901999013001"}) {
        INFO(right);
        CHECK(TaxCode::parse(right)->is_checked());
    }
    for (const char* wrong : {"0100047517", "0100047561", "2901999014", "2901989013"}) {
        INFO(wrong);
        REQUIRE(TaxCode::parse(wrong).has_value());
        CHECK_FALSE(TaxCode::parse(wrong)->is_checked());
    }
}

TEST_CASE("nine digits from which no check digit follows are never right", "[domain]") {
    for (char last = '0'; last <= '9'; ++last)
        CHECK_FALSE(TaxCode::parse(std::string("290012340") + last)->is_checked());
}

}  // namespace motlan
