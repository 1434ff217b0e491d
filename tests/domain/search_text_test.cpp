// Words as people type them, made comparable.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/search_text.h"

namespace motlan {

TEST_CASE("a text falls into words, with and without their marks", "[domain]") {
    CHECK(search_words("Đăng KÝ, khai-sinh 2") ==
          std::vector<SearchWord>{
              {"đăng", "dang"}, {"ký", "ki"}, {"khai", "khai"}, {"sinh", "sinh"}, {"2", "2"}});
}

TEST_CASE("i and y are one letter after a consonant, not after a vowel", "[domain]") {
    CHECK(search_words("kỹ").front().plain == search_words("kĩ").front().plain);
    CHECK(search_words("máy").front().plain != search_words("mái").front().plain);
}

TEST_CASE("initials are taken without marks", "[domain]") {
    CHECK(initials(search_words("Đăng ký kết hôn")) == "dkkh");
    CHECK(initials({}).empty());
}

TEST_CASE("a text that is cut inside a letter loses only that letter", "[domain]") {
    const std::string text = std::string(kMostSearchBytes - 1, 'a') + "ế";

    REQUIRE(search_words(text).size() == 1);
    CHECK(search_words(text).front().plain == std::string(kMostSearchBytes - 1, 'a'));
}

TEST_CASE("Telex keys are taken out of a word", "[domain]") {
    struct Case {
        std::string_view typed, plain;
    };
    for (const Case& one : {Case{"ddawng", "dang"}, Case{"kys", "ky"}, Case{"keets", "ket"},
                            Case{"hoon", "hon"}, Case{"duowng", "duong"}, Case{"tamj", "tam"},
                            Case{"khai", "khai"}, Case{"as", "as"}, Case{"", ""}}) {
        CHECK(without_telex(one.typed) == one.plain);
    }
}

TEST_CASE("one slip is one letter more, less, other, or two swapped", "[domain]") {
    for (const std::string_view slip : {"inh", "sihn", "sinhh", "sanh", "sin", "xsinh"}) {
        INFO(slip);
        CHECK(is_one_slip_apart("sinh", slip));
        CHECK(is_one_slip_apart(slip, "sinh"));
    }
    for (const std::string_view far : {"sinh", "sn", "hnis", "shin1", ""}) {
        INFO(far);
        CHECK_FALSE(is_one_slip_apart("sinh", far));
    }
}

}  // namespace motlan
