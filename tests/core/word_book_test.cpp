// Whole words for the one that is being typed, as tables.
#include "kiosk/core/word_book.h"

#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/common_syllables.h"
#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

using Words = std::vector<std::string>;

const WordBook& book() {
    static const WordBook kBook({"Kim Liên", "Đô Lương", "Quỳ Hợp"}, ToneStyle::Old);
    return kBook;
}

struct Case {
    const char* typed;
    Words words;
};

}  // namespace

TEST_CASE("a word without marks becomes the words that it may be, the usual ones first", "[core]") {
    const std::vector<Case> cases{
        {"duc", {"đúc", "đục", "dục"}},         {"giay chung nh", {"những", "nhà", "nhận"}},
        {"quy", {"quỳ", "quý", "quyền"}},       {"đường ngh", {"nghề", "nghèo", "nghìn"}},
        {"ngu", {"người", "nguyện", "nguyên"}},
    };
    for (const Case& one : cases) {
        INFO(one.typed);
        const Words words = book().suggest(one.typed, WordsOf::Text);
        CHECK(words.size() <= kMostSuggestions);
        for (const std::string& word : words)
            CHECK(fold(word).starts_with(fold(
                std::string_view(one.typed).substr(std::string_view(one.typed).rfind(' ') + 1))));
        CHECK(words == one.words);
    }
}

TEST_CASE("in a name names come first, and begin with a capital", "[core]") {
    CHECK(book().suggest("ng", WordsOf::Name) == Words{"Nguyễn", "Ngô", "Nghiêm"});
    CHECK(book().suggest("Trần Văn Đ", WordsOf::Name) == Words{"Đức", "Đông", "Đạt"});
    CHECK(book().suggest("Kết hôn với anh Trần Văn Đ", WordsOf::Text) ==
          Words{"Đức", "Đông", "Đạt"});
    CHECK(book().suggest("lien", WordsOf::Name).front() == "Liên");
}

TEST_CASE("marks and tones that were typed stay", "[core]") {
    CHECK(book().suggest("đư", WordsOf::Text) == Words{"được", "đường", "đưa"});
    CHECK(book().suggest("dú", WordsOf::Text) == Words{"đúng", "dưới", "đúc"});
    CHECK(book().suggest("đúc", WordsOf::Text) == Words{"đức"});
    CHECK(book().suggest("được", WordsOf::Text).empty());
    CHECK(book().suggest("hoà", WordsOf::Name) == Words{"Hòa", "Hoàng", "Hoài"});
}

TEST_CASE("capitals are kept as they were typed", "[core]") {
    CHECK(book().suggest("Duc", WordsOf::Text).front() == "Đúc");
    CHECK(book().suggest("DUC", WordsOf::Text).front() == "ĐÚC");
}

TEST_CASE("nothing is suggested behind a blank, a digit, a sign, or for no word of ours",
          "[core]") {
    for (const char* typed : {"", " ", "duc ", "12", "duc2", "d.", "wxyz", "nghiengg", "ß", "한"})
        CHECK(book().suggest(typed, WordsOf::Text).empty());
    CHECK(book().suggest("xã/duc", WordsOf::Text).front() == "đúc");
    CHECK(WordBook().suggest("duc", WordsOf::Text).empty());
}

TEST_CASE("a text however long, or no text at all, is no trouble", "[core]") {
    CHECK(book().suggest(std::string(10'000, 'd'), WordsOf::Text).empty());
    CHECK(book().suggest(std::string(10'000, ' ') + "duc", WordsOf::Text).size() == 3);
    CHECK(book().suggest("\xFF\xC3", WordsOf::Text).empty());
    CHECK(with_word("\xFF", "đức", 200) ==
          "\xFF"
          "đức ");
}

TEST_CASE("tones stand where the office has them", "[core]") {
    const WordBook old_style({}, ToneStyle::Old);
    const WordBook new_style({}, ToneStyle::New);

    CHECK(old_style.suggest("thuy", WordsOf::Name).front() == "Thủy");
    CHECK(new_style.suggest("thuy", WordsOf::Name).front() == "Thuỷ");
}

TEST_CASE("a chosen word takes the place of what was typed, with a blank behind it", "[core]") {
    CHECK(with_word("Trần Văn D", "Đức", 200) == "Trần Văn Đức ");
    CHECK(with_word("duc", "đức", 200) == "đức ");
    CHECK(with_word("a duc", "đức", 6) == "a đức ");
    CHECK(with_word("a duc", "đức", 5) == "a đức");
    CHECK(with_word("a duc", "đường", 6) == "a duc");
}

TEST_CASE("every word of the lists can be written here", "[core]") {
    for (const std::string_view list : {family_syllables(), given_syllables(), text_syllables()}) {
        std::size_t begin = 0;
        while (begin < list.size()) {
            const std::size_t end = std::min(list.find(' ', begin), list.size());
            const std::string word(list.substr(begin, end - begin));
            INFO(word);
            SyllableLetters letters = letters_of(word);
            const auto nucleus = nucleus_of(letters);
            REQUIRE(nucleus);
            const SyllableTone tone = tone_of(letters, *nucleus);
            CHECK(takes(letters, *nucleus, tone));
            set_tone(letters, *nucleus, tone, ToneStyle::Old);
            CHECK(text_of(letters) == word);
            CHECK(is_nfc(word));
            begin = end + 1;
        }
    }
}

}  // namespace motlan
