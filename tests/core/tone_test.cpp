// Where a tone stands on a Vietnamese syllable (old style), and how keys change it.
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/tone.h"
#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

struct Placed {
    const char* before;
    char key;
    const char* after;
};

void check_all(const std::vector<Placed>& cases) {
    for (const Placed& each : cases) {
        INFO(each.before << " + " << each.key);
        CHECK(with_tone(each.before, each.key) == each.after);
    }
}

}  // namespace

TEST_CASE("each key sets its tone", "[core]") {
    check_all({{"ma", 's', "má"},
               {"ma", 'f', "mà"},
               {"ma", 'r', "mả"},
               {"ma", 'x', "mã"},
               {"ma", 'j', "mạ"},
               {"mạ", 'z', "ma"}});
}

TEST_CASE("the tone stands on the letter that has a mark", "[core]") {
    check_all({{"tiêng", 's', "tiếng"},
               {"thuê", 's', "thuế"},
               {"mưa", 'x', "mữa"},
               {"thuơ", 'r', "thuở"},
               {"nguyên", 'x', "nguyễn"},
               {"quyên", 'r', "quyển"},
               {"cuôi", 's', "cuối"}});
}

TEST_CASE("in ươ the tone stands on ơ", "[core]") {
    check_all({{"đương", 'f', "đường"}, {"ngươi", 'f', "người"}, {"nươc", 's', "nước"}});
}

TEST_CASE("of two plain vowels the second has it before a final consonant", "[core]") {
    check_all({{"hoan", 'f', "hoàn"}, {"toan", 's', "toán"}, {"huynh", 'f', "huỳnh"}});
}

TEST_CASE("of two plain vowels at the end the first has it", "[core]") {
    check_all({{"hoa", 'f', "hòa"},
               {"khoe", 'r', "khỏe"},
               {"thuy", 's', "thúy"},
               {"mia", 's', "mía"},
               {"cua", 'r', "của"},
               {"ngoi", 's', "ngói"},
               {"nghia", 'x', "nghĩa"}});
}

TEST_CASE("of three vowels the middle one has it", "[core]") {
    check_all({{"ngoai", 'f', "ngoài"}, {"xoay", 's', "xoáy"}, {"khuyu", 'r', "khuỷu"}});
}

TEST_CASE("in qu and gi the vowel belongs to the consonant", "[core]") {
    check_all({{"qua", 's', "quá"},
               {"quy", 's', "quý"},
               {"quay", 'f', "quày"},
               {"gia", 's', "giá"},
               {"giai", 'r', "giải"},
               {"gi", 'f', "gì"},
               {"gin", 'f', "gìn"}});
}

TEST_CASE("the same tone twice takes it away, another one replaces it", "[core]") {
    check_all(
        {{"má", 's', "ma"}, {"mà", 's', "má"}, {"tốt", 'j', "tột"}, {"nguyễn", 'x', "nguyên"}});
}

TEST_CASE("after a stop only sắc and nặng are applied", "[core]") {
    check_all({{"cat", 'r', "cat"},
               {"cat", 's', "cát"},
               {"sach", 'f', "sach"},
               {"sach", 'j', "sạch"},
               {"hop", 'x', "hop"},
               {"mac", 'f', "mac"},
               {"cát", 'z', "cat"},
               {"đăk", 's', "đắk"}});
}

TEST_CASE("only the last syllable is changed, and only while it is being written", "[core]") {
    check_all({{"nghệ an", 's', "nghệ án"},
               {"Vinh ", 's', "Vinh "},
               {"so 12", 's', "so 12"},
               {"a b", 's', "a b"},
               {"xa, n", 'f', "xa, n"},
               {"", 's', ""},
               {"ngh", 's', "ngh"}});
}

TEST_CASE("capitals stay capitals", "[core]") {
    check_all(
        {{"HOA", 'f', "HÒA"}, {"ĐƯƠNG", 'f', "ĐƯỜNG"}, {"Quy", 's', "Quý"}, {"GIA", 's', "GIÁ"}});
}

TEST_CASE("a key that is no tone changes nothing", "[core]") {
    check_all({{"ma", 'q', "ma"}, {"ma", '\0', "ma"}, {"ma", 'S', "ma"}});
}

TEST_CASE("the answer is in normal form, whatever the key", "[core]") {
    for (const char* text : {"nguyên", "đương", "quy", "hoa", "ă", "ơi"}) {
        for (const char key : std::string("sfrxjz")) {
            const std::string toned = with_tone(text, key);
            CHECK(to_nfc(toned) == toned);
            CHECK(fold(toned) == fold(text));
        }
    }
}

TEST_CASE("erasing takes one letter with its tone and marks", "[core]") {
    CHECK(without_last_letter("đường") == "đườn");
    CHECK(without_last_letter("nguyễ") == "nguy");
    CHECK(without_last_letter("ế").empty());
    CHECK(without_last_letter("").empty());
}

}  // namespace motlan
