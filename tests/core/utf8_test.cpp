// Vietnamese text as bytes.
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/utf8.h"

namespace motlan {

using namespace std::string_literals;

TEST_CASE("decomposed letters become the composed ones", "[core]") {
    CHECK(to_nfc("Nguye\u0302\u0303n") == "Nguyễn");
    CHECK(to_nfc("Thu\u031B\u0301") == "Thứ");
    CHECK(to_nfc("Nghệ An") == "Nghệ An");
}

TEST_CASE("composed text is told from text that is not", "[core]") {
    for (const char* text : {"", "Kim Liên", "Nghệ An – 34 tỉnh…", "日本", "ÿ Ǆ"}) {
        INFO(text);
        CHECK(is_nfc(text));
        CHECK(to_nfc(text) == text);
    }
    for (const char* text : {"Lie\u0302n", "a\u0300", "\u1EB9\u0302", "\u2126", "\xFF", "a\xC3"}) {
        INFO(text);
        CHECK_FALSE(is_nfc(text));
    }
}

TEST_CASE("bytes that are not strict UTF-8 are refused", "[core]") {
    for (const std::string& bytes : {"\xC0\xAF"s, "\xED\xA0\x80"s, "\xF5\x80\x80\x80"s, "Th\xE1"s,
                                     "\xFF"s, "\x80"s, "\xE0\x80\xAF"s, "\xF4\x90\x80\x80"s}) {
        CHECK_FALSE(is_utf8(bytes));
        CHECK(to_nfc(bytes).error() == Fault::TextNotUtf8);
    }
    CHECK(is_utf8("Đặng Thị Ngọc"));
    CHECK(is_utf8("a\0b"s));
}

TEST_CASE("folding takes away marks, capitals and the stroke of đ", "[core]") {
    CHECK(fold("ĐƯỜNG") == "duong");
    CHECK(fold("Thửa đất số 7") == "thua dat so 7");
    CHECK(fold("Nguye\u0302\u0303n") == "nguyen");
    CHECK(fold("\xFF").empty());
}

TEST_CASE("capitals and small letters keep their marks", "[core]") {
    CHECK(to_upper("Nguyễn Văn Đước") == "NGUYỄN VĂN ĐƯỚC");
    CHECK(to_lower("TRƯỜNG VINH") == "trường vinh");
}

TEST_CASE("letters are counted as a reader counts them", "[core]") {
    CHECK(count_letters("Nghệ An") == 7);
    CHECK(count_letters("") == 0);
    CHECK(count_letters("Vi\xFFnh") == 2);
}

TEST_CASE("a text and its letters are the same", "[core]") {
    CHECK(from_letters(to_letters("Quỳnh Lưu, xóm 3")) == "Quỳnh Lưu, xóm 3");
}

TEST_CASE("trimming takes outer blanks and every control character", "[core]") {
    CHECK(trimmed("\uFEFF  Cát Ngạn\r\n") == "Cát Ngạn");
    CHECK(trimmed("a\0b\x7F\u0085c"s) == "abc");
    CHECK(trimmed("  \t ").empty());
}

TEST_CASE("letters of every script are told from signs and from control characters", "[core]") {
    for (const char32_t letter : {U'a', U'Đ', U'ễ', U'ƀ', U'\u0309', U'阮'})
        CHECK(letter_kind(letter) == LetterKind::Letter);
    for (const char32_t sign : {U'1', U' ', U'|', U'①', U'Ⓐ', U'\U0001F600', U'\u20AB'})
        CHECK(letter_kind(sign) == LetterKind::Other);
    for (const char32_t control : {U'\0', U'\n', U'\u007F', U'\u0080', U'\u009F', U'\uFEFF'})
        CHECK(letter_kind(control) == LetterKind::Control);
}

}  // namespace motlan
