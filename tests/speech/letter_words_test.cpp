// What each letter is called by name, so that who cannot see a key knows which it is.
#include "kiosk/speech/letter_words.h"

#include <set>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

/// Everything that the kiosk's keyboards type.
constexpr std::u32string_view kKeys =
    U"0123456789qwertyuiopasdfghjklzxcvbnm,./- ăâđêôơưQWERTYUIOPASDFGHJKLZXCVBNMĂÂĐÊÔƠƯ";
constexpr std::u32string_view kToned =
    U"àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

std::string vietnamese(char32_t letter) { return letter_words(letter, Language::Vietnamese); }
std::string english(char32_t letter) { return letter_words(letter, Language::English); }

}  // namespace

TEST_CASE("a letter is called by its name, its size and its tone", "[speech]") {
    CHECK(vietnamese(U'b') == "bê");
    CHECK(vietnamese(U'B') == "bê hoa");
    CHECK(vietnamese(U'ă') == "á");
    CHECK(vietnamese(U'á') == "a dấu sắc");
    CHECK(vietnamese(U'ắ') == "á dấu sắc");
    CHECK(vietnamese(U'Ợ') == "ơ hoa dấu nặng");
    CHECK(vietnamese(U'7') == "bảy");
    CHECK(vietnamese(U',') == "dấu phẩy");
    CHECK(vietnamese(U' ') == "dấu cách");

    CHECK(english(U'Đ') == "capital D stroke");
    CHECK(english(U'ệ') == "E circumflex dot below");
    CHECK(english(U'7') == "seven");
}

TEST_CASE("no two letters sound alike, neither with a tone nor without", "[speech]") {
    for (const Language language : {Language::Vietnamese, Language::English}) {
        std::set<std::string> names;
        for (const auto letters : {kKeys, kToned}) {
            for (const char32_t letter : letters) {
                const std::string name = letter_words(letter, language);
                INFO(name);
                CHECK_FALSE(name.empty());
                CHECK(names.insert(name).second);
            }
        }
    }
}

TEST_CASE("a tone is called by its name, and so is none", "[speech]") {
    CHECK(tone_words(SyllableTone::Sac, Language::Vietnamese) == "dấu sắc");
    CHECK(tone_words(SyllableTone::Nang, Language::Vietnamese) == "dấu nặng");
    CHECK(tone_words(SyllableTone::None, Language::Vietnamese) == "không dấu");
    CHECK(tone_words(SyllableTone::None, Language::English) == "no tone");
}

TEST_CASE("a letter that has no name stays as it is", "[speech]") {
    CHECK(vietnamese(U'ж') == "ж");
    CHECK(vietnamese(U'€') == "€");
    CHECK(is_utf8(vietnamese(0x10FFFF)));
    CHECK(is_utf8(vietnamese(0xD800)));
}

}  // namespace motlan
