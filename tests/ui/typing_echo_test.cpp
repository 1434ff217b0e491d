// What somebody hears who types without seeing, in every way to type, and what nobody else hears.
#include "kiosk/ui/typing_echo.h"

#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/tone.h"
#include "kiosk/core/typing.h"
#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

/// More than this of a key is no echo but a speech.
constexpr std::size_t kLongestEcho = 60;

Node field(std::string value, Privacy privacy, std::string question = "Địa chỉ mới") {
    return {.id = "answer",
            .role = NodeRole::Field,
            .label = plain(std::move(question)),
            .value = std::move(value),
            .privacy = privacy};
}

/// A field that was empty, and what is heard as it changes.
class Typist {
public:
    explicit Typist(Earshot earshot, Privacy privacy = Privacy::Masked)
        : echo_(earshot), privacy_(privacy) {
        static_cast<void>(hear(""));
    }

    std::string hear(std::string value) { return hear(field(std::move(value), privacy_)); }
    std::string hear(Node node) {
        SemanticTree tree;
        tree.add(std::move(node));
        return echo_.next(tree, language);
    }

    Language language = Language::Vietnamese;

private:
    TypingEcho echo_;
    Privacy privacy_;
};

}  // namespace

TEST_CASE("a letter that was typed is heard by its name", "[ui]") {
    Typist typist(Earshot::Headphones);
    CHECK(typist.hear("H") == "hát hoa");
    CHECK(typist.hear("Hơ") == "ơ");
    CHECK(typist.hear("Hơ7") == "bảy");
    CHECK(typist.hear("Hơ7,") == "dấu phẩy");
    CHECK(typist.hear("Hơ7,").empty());
}

TEST_CASE("a tone is heard by its name, with the word that has it now", "[ui]") {
    Typist typist(Earshot::Headphones);
    static_cast<void>(typist.hear("xã hoa"));
    CHECK(typist.hear("xã hóa") == "dấu sắc. hóa");
    CHECK(typist.hear("xã hòa") == "dấu huyền. hòa");
    CHECK(typist.hear("xã hoa") == "không dấu. hoa");
}

TEST_CASE("a tone that moves to its place is not said again", "[ui]") {
    Typist typist(Earshot::Headphones);
    static_cast<void>(typist.hear("lọa"));
    CHECK(typist.hear("loạn") == "nờ");
    CHECK(typist.hear("lọa") == "đã xóa nờ. còn lọa");
}

TEST_CASE("a mark that a second key makes is heard as the letter that came out", "[ui]") {
    Typist typist(Earshot::Headphones);
    static_cast<void>(typist.hear("da"));
    CHECK(typist.hear("dâ") == "ớ");
    static_cast<void>(typist.hear("duo"));
    CHECK(typist.hear("dươ") == "ư, ơ");
    static_cast<void>(typist.hear("hóa"));
    CHECK(typist.hear("hoas") == "không dấu. ét");
}

TEST_CASE("at the end of a word the word is heard", "[ui]") {
    Typist typist(Earshot::Headphones);
    static_cast<void>(typist.hear("xã"));
    CHECK(typist.hear("xã ") == "xã");
    CHECK(typist.hear("xã  ") == "dấu cách");
    CHECK(typist.hear("xã  K") == "ca hoa");
    CHECK(typist.hear("xã  K ") == "ca hoa");
}

TEST_CASE("what was taken away is heard, and what is left", "[ui]") {
    Typist typist(Earshot::Headphones);
    static_cast<void>(typist.hear("xã Kim"));
    CHECK(typist.hear("xã Ki") == "đã xóa mờ. còn Ki");
    CHECK(typist.hear("xã ") == "đã xóa. còn xã");
    CHECK(typist.hear("xã") == "đã xóa dấu cách. còn xã");
    CHECK(typist.hear("x") == "đã xóa a dấu ngã. còn ích");
    CHECK(typist.hear("") == "đã xóa ích. ô trống");

    typist.language = Language::English;
    static_cast<void>(typist.hear("12"));
    CHECK(typist.hear("1") == "erased two. one is left");
}

TEST_CASE("a room hears that something private was typed, and nothing of it", "[ui]") {
    Typist typist(Earshot::Room);
    CHECK(typist.hear("K") == "đã nhập");
    CHECK(typist.hear("Kí") == "đã nhập");
    CHECK(typist.hear("Kí ") == "đã nhập");
    CHECK(typist.hear("Kí") == "đã xóa");
    CHECK(typist.hear("") == "đã xóa. ô trống");
}

TEST_CASE("a room hears what is no secret, as the words of a search", "[ui]") {
    Typist typist(Earshot::Room, Privacy::Public);
    CHECK(typist.hear("k") == "ca");
    CHECK(typist.hear("") == "đã xóa ca. ô trống");
}

TEST_CASE("the digits of a PIN are heard by nobody", "[ui]") {
    Typist typist(Earshot::Headphones);
    CHECK(typist.hear("•") == "đã nhập");
    CHECK(typist.hear("••") == "đã nhập");
    CHECK(typist.hear("•") == "đã xóa");
    CHECK(typist.hear("") == "đã xóa. ô trống");
}

TEST_CASE("the next question's empty field is no answer taken away", "[ui]") {
    Typist typist(Earshot::Headphones);
    static_cast<void>(typist.hear("Kim Liên"));
    CHECK(typist.hear(field("", Privacy::Masked, "Tên trường")).empty());
}

TEST_CASE("every key is heard, whichever way somebody types", "[ui]") {
    struct Keys {
        TypingWay way;
        std::string_view keys;
        std::string_view makes;
    };
    for (const auto& [way, keys, makes] :
         {Keys{TypingWay::Telex, "Nguyeenx Ddawng huwowngf ", "Nguyễn Đăng hường "},
          Keys{TypingWay::Vni, "Nguye6n4 D9a8ng hu7o7ng2 ", "Nguyễn Đăng hường "},
          Keys{TypingWay::Direct, "Nguyên Đăng hương ", "Nguyên Đăng hương "}}) {
        Typist typist(Earshot::Headphones);
        std::string text;
        for (const char32_t key : to_letters(keys)) {
            text = with_key(text, key, way);
            INFO(text);
            const std::string heard = typist.hear(text);
            CHECK_FALSE(heard.empty());
            CHECK(heard.size() < kLongestEcho);
        }
        CHECK(text == makes);
        while (!text.empty()) {
            text = without_last_letter(text);
            CHECK(typist.hear(text).starts_with("đã xóa "));
        }
    }
}

TEST_CASE("who types faster than it can be said hears the word", "[ui]") {
    Typist typist(Earshot::Headphones);
    CHECK(typist.hear("xã") == "ích, a dấu ngã");
    CHECK(typist.hear("xã Kim Liên") == "Liên");
    CHECK(typist.hear("xã Kim Liên, huyện ") == "huyện");
}

TEST_CASE("ten thousand letters are said as shortly as ten", "[ui]") {
    for (const std::string_view letter : {"a", "ệ", " ", "9"}) {
        Typist typist(Earshot::Headphones);
        std::string text;
        for (int i = 0; i < 10'000; ++i) text += letter;
        CHECK(typist.hear(text).size() < kLongestEcho);
        CHECK(typist.hear(text + "b") == "bê");
        CHECK(typist.hear(text).size() < kLongestEcho);
        CHECK(typist.hear("").size() < kLongestEcho);
    }
}

}  // namespace motlan
