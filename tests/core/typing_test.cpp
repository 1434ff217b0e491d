// Telex and VNI as people type them: the tables of domain notes 7, and every syllable there is.
#include <array>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/tone.h"
#include "kiosk/core/typing.h"
#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

std::string typed(std::string_view keys, TypingWay way, std::string text = {},
                  ToneStyle style = ToneStyle::Old) {
    for (const char32_t key : to_letters(keys)) text = with_key(text, key, way, style);
    return text;
}

struct Typed {
    const char* keys;
    const char* text;
};

void check_all(TypingWay way, const std::vector<Typed>& cases) {
    for (const Typed& each : cases) {
        INFO(each.keys);
        CHECK(typed(each.keys, way) == each.text);
    }
}

// --- every syllable ---

struct Syllable {
    std::u32string onset;
    std::u32string rhyme;
    SyllableTone tone = SyllableTone::None;
};

/// c, g, ng before a, o, u; k, gh, ngh before e, i; no doubled i after gi, no u after qu.
bool is_spelled(std::u32string_view onset, std::u32string_view rhyme) {
    const bool is_front = std::u32string_view(U"eêiy").contains(rhyme.front());
    if (onset == U"k" || onset == U"gh" || onset == U"ngh") return is_front;
    if (onset == U"c" || onset == U"g" || onset == U"ng") return !is_front;
    if (onset == U"gi") return !std::u32string_view(U"iy").contains(rhyme.front());
    if (onset == U"qu") return !std::u32string_view(U"uưoi").contains(rhyme.front());
    return true;
}

bool is_loan(std::u32string_view rhyme) { return rhyme.starts_with(U"oo"); }

std::vector<Syllable> every_syllable() {
    constexpr std::array<std::u32string_view, 28> kOnsets{
        U"",   U"b",  U"c", U"ch", U"d",  U"đ",  U"g",   U"gh", U"gi", U"h",
        U"k",  U"kh", U"l", U"m",  U"n",  U"ng", U"ngh", U"nh", U"p",  U"ph",
        U"qu", U"r",  U"s", U"t",  U"th", U"tr", U"v",   U"x"};
    std::vector<Syllable> all;
    for (const auto onset : kOnsets) {
        for (const std::u32string& rhyme : rhymes()) {
            if (!is_spelled(onset, rhyme) || is_loan(rhyme)) continue;
            const SyllableLetters letters = letters_of(from_letters(std::u32string(onset) + rhyme));
            const auto nucleus = nucleus_of(letters);
            for (int tone = 0; tone < 6; ++tone) {
                if (takes(letters, *nucleus, static_cast<SyllableTone>(tone))) {
                    all.push_back({std::u32string(onset), rhyme, static_cast<SyllableTone>(tone)});
                }
            }
        }
    }
    return all;
}

std::string written(const Syllable& syllable, ToneStyle style) {
    SyllableLetters letters = letters_of(from_letters(syllable.onset + syllable.rhyme));
    set_tone(letters, *nucleus_of(letters), syllable.tone, style);
    return text_of(letters);
}

struct Keys {
    char letter;
    const char* mark;
};

Keys keys_of(char32_t letter, TypingWay way) {
    const bool is_telex = way == TypingWay::Telex;
    switch (letter) {
        case U'ă': return {'a', is_telex ? "w" : "8"};
        case U'â': return {'a', is_telex ? "a" : "6"};
        case U'ê': return {'e', is_telex ? "e" : "6"};
        case U'ô': return {'o', is_telex ? "o" : "6"};
        case U'ơ': return {'o', is_telex ? "w" : "7"};
        case U'ư': return {'u', is_telex ? "w" : "7"};
        case U'đ': return {'d', is_telex ? "d" : "9"};
        default: return {static_cast<char>(letter), ""};
    }
}

enum class Order { EachAtOnce, ToneBeforeTheEnd, AllAtTheEnd };

std::string keys_for(const Syllable& syllable, TypingWay way, Order order) {
    const std::size_t tone = static_cast<std::size_t>(syllable.tone);
    std::string tone_key;
    if (tone > 0) {
        tone_key = way == TypingWay::Telex ? std::string(1, "?frxsj"[tone])
                                           : std::string(1, "?23415"[tone]);
    }
    std::string keys;
    std::string marks;
    const std::u32string whole = syllable.onset + syllable.rhyme;
    const auto nucleus = *nucleus_of(letters_of(from_letters(whole)));
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const Keys each = keys_of(whole[i], way);
        keys += each.letter;
        const bool is_later = order == Order::AllAtTheEnd;
        if (is_later && !marks.contains(each.mark)) marks += each.mark;
        if (!is_later) keys += each.mark;
        if (order == Order::ToneBeforeTheEnd && i + 1 == nucleus.end) keys += tone_key;
    }
    return keys + marks + (order == Order::ToneBeforeTheEnd ? "" : tone_key);
}

}  // namespace

TEST_CASE("Telex writes what its users expect", "[core]") {
    check_all(TypingWay::Telex, {{"Nguyeenx", "Nguyễn"},
                                 {"dduwowngf", "đường"},
                                 {"quoocs", "quốc"},
                                 {"Ngheej An", "Nghệ An"},
                                 {"tieesng", "tiếng"},
                                 {"tieengs", "tiếng"},
                                 {"nguoiw", "ngươi"},
                                 {"duwoi", "dươi"},
                                 {"thuow", "thuơ"},
                                 {"thuowr", "thuở"},
                                 {"did", "đi"},
                                 {"hoaf", "hòa"},
                                 {"hoafn", "hoàn"},
                                 {"gifa", "già"},
                                 {"quys", "quý"},
                                 {"khuyur", "khuỷu"},
                                 {"ruouwj", "rượu"},
                                 {"DDAWKS LAWKS", "ĐẮK LẮK"}});
}

TEST_CASE("VNI writes what its users expect", "[core]") {
    check_all(TypingWay::Vni, {{"Nguye64n", "Nguyễn"},
                               {"d9u7o7ng2", "đường"},
                               {"Nghe65", "Nghệ"},
                               {"di9", "đi"},
                               {"nguoi72", "người"},
                               {"tra8m", "trăm"},
                               {"ru7o7u5", "rượu"},
                               {"so61 5", "số 5"}});
}

TEST_CASE("the same key twice takes its change back and leaves the letter", "[core]") {
    check_all(TypingWay::Telex, {{"ass", "as"},
                                 {"reff", "ref"},
                                 {"sawss", "săs"},
                                 {"linuxx", "linux"},
                                 {"aaa", "aa"},
                                 {"ooo", "oo"},
                                 {"tooss", "tôs"},
                                 {"toorr", "tôr"},
                                 {"noww", "now"},
                                 {"ddd", "dd"},
                                 {"losz", "lo"},
                                 {"loz", "loz"},
                                 {"acha", "acha"},
                                 {"catr", "catr"},
                                 {"SDD", "SĐ"},
                                 {"dddd", "ddd"},
                                 {"xooong", "xoong"},
                                 {"asss", "ass"}});
    CHECK(typed("o55", TypingWay::Vni) == "o5");
    CHECK(typed("d99", TypingWay::Vni) == "d9");
    CHECK(typed("f", TypingWay::Telex, "tối") == "tồi");
}

TEST_CASE("names of every people can be written", "[core]") {
    check_all(TypingWay::Telex,
              {{"Krong", "Krong"}, {"H'Hen", "H'Hen"}, {"Lof Bis Phwrr", "Lò Bí Phwrr"}});
    CHECK(typed("Y Bhăm Êban", TypingWay::Direct) == "Y Bhăm Êban");
}

TEST_CASE("erasing moves the tone to its place", "[core]") {
    CHECK(without_last_letter("loạn") == "lọa");
    CHECK(without_last_letter("hoàn") == "hòa");
    CHECK(without_last_letter("hoàn", ToneStyle::New) == "hoà");
    CHECK(without_last_letter("giá") == "gi");
}

TEST_CASE("the new style is told apart by three open pairs", "[core]") {
    CHECK(typed("hoaf khoer thuys", TypingWay::Telex, {}, ToneStyle::New) == "hoà khoẻ thuý");
    CHECK(typed("muaf quys mias", TypingWay::Telex, {}, ToneStyle::New) == "mùa quý mía");
}

TEST_CASE("every syllable is written through Telex and VNI in three orders", "[core]") {
    const std::vector<Syllable> all = every_syllable();
    CHECK(all.size() >= 6'000);
    std::size_t wrong = 0;
    for (const Syllable& syllable : all) {
        for (const ToneStyle style : {ToneStyle::Old, ToneStyle::New}) {
            const std::string wished = written(syllable, style);
            for (const TypingWay way : {TypingWay::Telex, TypingWay::Vni}) {
                for (const Order order :
                     {Order::EachAtOnce, Order::ToneBeforeTheEnd, Order::AllAtTheEnd}) {
                    const std::string keys = keys_for(syllable, way, order);
                    if (typed(keys, way, {}, style) == wished) continue;
                    ++wrong;
                    UNSCOPED_INFO(keys << " gives " << typed(keys, way, {}, style) << ", not "
                                       << wished);
                }
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("no key makes a text that is no text, whatever stands there", "[core]") {
    for (const char* text :
         {"", " ", "đ", "Ư", "ươ", "q", "gi", "123", "\xF0\x9F\x98\x80", "é-ñ"}) {
        for (char32_t key = U'!'; key <= U'~'; ++key) {
            for (const TypingWay way : {TypingWay::Telex, TypingWay::Vni, TypingWay::Direct}) {
                const std::string after = with_key(text, key, way);
                CHECK(to_nfc(after) == after);
                CHECK(count_letters(after) + 1 >= count_letters(text));
            }
        }
    }
}

TEST_CASE("a name has a capital at the beginning of each word", "[core]") {
    CHECK(in_name("", U'n') == U'N');
    CHECK(in_name("Nguyễn ", U'đ') == U'Đ');
    CHECK(in_name("Nguyễn", U'a') == U'a');
}

}  // namespace motlan
