#include "kiosk/core/tone.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::array<std::u32string_view, 12> kVowels{U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ",
                                                      U"êềểễếệ", U"iìỉĩíị", U"oòỏõóọ", U"ôồổỗốộ",
                                                      U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ"};
constexpr std::string_view kToneKeys = "zfrxsj";  // in the order of the columns above

struct Letter {
    char32_t plain = 0;    ///< small, without tone
    std::size_t tone = 0;  ///< column of kVowels
    bool is_vowel = false;
    bool is_capital = false;
};

char32_t lower(char32_t letter) {
    const std::u32string one(1, letter);
    const std::u32string small = to_letters(to_lower(from_letters(one)));
    return small.empty() ? letter : small.front();
}

Letter letter_of(char32_t code) {
    const char32_t small = lower(code);
    for (const std::u32string_view vowel : kVowels) {
        const std::size_t column = vowel.find(small);
        if (column != std::u32string_view::npos)
            return {vowel.front(), column, true, small != code};
    }
    return {small, 0, false, small != code};
}

char32_t code_of(const Letter& letter) {
    if (!letter.is_vowel) return letter.plain;
    const auto row =
        std::ranges::find(kVowels, letter.plain, [](auto vowel) { return vowel.front(); });
    const char32_t small = (*row)[letter.tone];
    if (!letter.is_capital) return small;
    return to_letters(to_upper(from_letters(std::u32string(1, small)))).front();
}

bool has_mark(char32_t plain) { return std::u32string_view(U"ăâêôơư").contains(plain); }

/// Where the last syllable's vowels begin and end; empty when it has none.
struct Nucleus {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// True for what may end a syllable after its vowels: at most two consonants ("ch", "ng", "nh").
bool is_final(std::span<const Letter> letters) {
    return letters.size() <= 2 && std::ranges::all_of(letters, [](const Letter& letter) {
               return letter.plain >= U'a' && letter.plain <= U'z';
           });
}

/// Syllables that end in c, ch, k, p or t have only sắc and nặng (domain notes 7.2; k stands in
/// names such as Đắk).
bool takes(std::span<const Letter> final, std::size_t tone) {
    const bool is_stop = !final.empty() && std::u32string_view(U"ckpt").contains(final[0].plain);
    constexpr std::size_t kAcute = 4;
    return !is_stop || tone == 0 || tone >= kAcute;
}

std::optional<Nucleus> nucleus_of(const std::vector<Letter>& letters) {
    const auto is_vowel = [](const Letter& letter) { return letter.is_vowel; };
    const auto last = std::ranges::find_last_if(letters, is_vowel);
    if (last.empty()) return std::nullopt;
    const auto end = static_cast<std::size_t>(last.begin() - letters.begin()) + 1;
    if (!is_final(std::span(letters).subspan(end))) return std::nullopt;
    std::size_t begin = end;
    while (begin > 0 && letters[begin - 1].is_vowel) --begin;
    // In "qu" and "gi" the second letter belongs to the consonant when another vowel follows.
    const bool is_pair = begin > 0 && end - begin > 1 &&
                         ((letters[begin - 1].plain == U'q' && letters[begin].plain == U'u') ||
                          (letters[begin - 1].plain == U'g' && letters[begin].plain == U'i'));
    return Nucleus{is_pair ? begin + 1 : begin, end};
}

/// Old style: on the marked letter, the last of them in "ươ"; else on the second of two before a
/// final consonant and on the middle of three; else on the first.
std::size_t place_of(const std::vector<Letter>& letters, const Nucleus& nucleus) {
    for (std::size_t i = nucleus.end; i > nucleus.begin; --i) {
        if (has_mark(letters[i - 1].plain)) return i - 1;
    }
    const std::size_t count = nucleus.end - nucleus.begin;
    const bool is_closed = nucleus.end < letters.size();
    return nucleus.begin + ((count == 2 && is_closed) || count == 3 ? 1 : 0);
}

}  // namespace

std::string with_tone(std::string_view text, char tone) {
    const std::size_t column = kToneKeys.find(tone);
    const std::u32string codes = to_letters(text);
    std::vector<Letter> letters;
    std::ranges::transform(codes, std::back_inserter(letters), letter_of);
    const auto nucleus = nucleus_of(letters);
    if (column == std::string_view::npos || !nucleus ||
        !takes(std::span(letters).subspan(nucleus->end), column)) {
        return std::string(text);
    }

    const std::size_t place = place_of(letters, *nucleus);
    const bool is_same = letters[place].tone == column;
    for (std::size_t i = nucleus->begin; i < nucleus->end; ++i) letters[i].tone = 0;
    letters[place].tone = is_same ? 0 : column;
    std::u32string changed = codes;
    for (std::size_t i = nucleus->begin; i < nucleus->end; ++i) changed[i] = code_of(letters[i]);
    return from_letters(changed);
}

std::string without_last_letter(std::string_view text) {
    std::u32string codes = to_letters(text);
    if (!codes.empty()) codes.pop_back();
    return from_letters(codes);
}

}  // namespace motlan
