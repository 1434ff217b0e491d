// Numbers as people say them.
#include <cstdint>
#include <limits>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/speech/number_words.h"

namespace motlan {
namespace {

struct Said {
    std::int64_t number;
    const char* words;
};

}  // namespace

TEST_CASE("Vietnamese numbers are said as in school", "[speech]") {
    for (const auto& [number, words] : std::vector<Said>{
             {0, "không"},
             {5, "năm"},
             {10, "mười"},
             {15, "mười lăm"},
             {20, "hai mươi"},
             {21, "hai mươi mốt"},
             {24, "hai mươi tư"},
             {25, "hai mươi lăm"},
             {31, "ba mươi mốt"},
             {100, "một trăm"},
             {101, "một trăm linh một"},
             {105, "một trăm linh năm"},
             {115, "một trăm mười lăm"},
             {1'001, "một nghìn không trăm linh một"},
             {2'026, "hai nghìn không trăm hai mươi sáu"},
             {8'000, "tám nghìn"},
             {1'250'000, "một triệu hai trăm năm mươi nghìn"},
             {1'000'005, "một triệu không trăm linh năm"},
             {1'000'000'000'000, "một nghìn tỷ"},
             {-3, "âm ba"},
         }) {
        CHECK(number_words(number, Language::Vietnamese) == words);
    }
}

TEST_CASE("English numbers are said as in Britain", "[speech]") {
    for (const auto& [number, words] : std::vector<Said>{
             {0, "zero"},
             {13, "thirteen"},
             {40, "forty"},
             {42, "forty-two"},
             {101, "one hundred and one"},
             {8'000, "eight thousand"},
             {1'250'300, "one million two hundred and fifty thousand three hundred"},
         }) {
        CHECK(number_words(number, Language::English) == words);
    }
}

TEST_CASE("the least and the greatest number have words too", "[speech]") {
    for (const Language language : {Language::Vietnamese, Language::English}) {
        CHECK_FALSE(number_words(std::numeric_limits<std::int64_t>::min(), language).empty());
        CHECK_FALSE(number_words(std::numeric_limits<std::int64_t>::max(), language).empty());
    }
}

TEST_CASE("digits are said in groups that an ear can keep", "[speech]") {
    CHECK(digit_words("040200000017", Language::Vietnamese) ==
          "không bốn không, hai không không, không không không, không một bảy");
    CHECK(digit_words("2611", Language::English) == "two six one one");
    CHECK(digit_words("12 34-56", Language::Vietnamese) == "một hai ba, bốn năm sáu");
    CHECK(digit_words("", Language::Vietnamese).empty());
    CHECK(digit_words("7", Language::English) == "seven");
    CHECK(digit_words("1234567", Language::Vietnamese) == "một hai ba, bốn năm sáu bảy");
    CHECK(digit_words("0912345678", Language::English) ==
          "zero nine one, two three four, five six seven eight");
}

}  // namespace motlan
