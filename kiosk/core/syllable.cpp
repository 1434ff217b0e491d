#include "kiosk/core/syllable.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <span>
#include <utility>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

// One row for each vowel, one column for each tone.
constexpr std::array<std::u32string_view, 12> kVowels{U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ",
                                                      U"êềểễếệ", U"iìỉĩíị", U"oòỏõóọ", U"ôồổỗốộ",
                                                      U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ"};

/// A nucleus and what may follow it; a dash stands for nothing. The last four follow "qu" only
/// or stand in loan words.
struct RhymeRow {
    std::u32string_view nucleus;
    std::u32string_view finals;
};
constexpr auto kRhymes = std::to_array<RhymeRow>({
    {U"a", U"- c ch i k m n ng nh o p t u y"},
    {U"ă", U"c k m n ng p t"},
    {U"â", U"c m n ng p t u y"},
    {U"e", U"- c k m n ng o p t"},
    {U"ê", U"- ch k m n nh p t u"},
    {U"i", U"- ch k m n nh p t u"},
    {U"ia", U"-"},
    {U"iê", U"c m n ng p t u"},
    {U"o", U"- c i k m n ng p t"},
    {U"oa", U"- c ch i m n ng nh o p t y"},
    {U"oă", U"c m n ng t"},
    {U"oe", U"- m n o t"},
    {U"ô", U"- c i k m n ng p t"},
    {U"ơ", U"- i m n p t"},
    {U"u", U"- c i k m n ng p t"},
    {U"ua", U"-"},
    {U"uâ", U"n ng t y"},
    {U"uê", U"- ch n nh"},
    {U"uô", U"c i m n ng p t"},
    {U"uơ", U"-"},
    {U"uy", U"- ch n nh p t u"},
    {U"uya", U"-"},
    {U"uyê", U"n t"},
    {U"ư", U"- c i m n ng t u"},
    {U"ưa", U"-"},
    {U"ươ", U"c i m n ng p t u"},
    {U"y", U"- t u"},
    {U"yê", U"m n ng t u"},
    {U"y", U"ch n nh p"},
    {U"oo", U"c ng"},
});

std::vector<std::u32string> all_rhymes() {
    std::vector<std::u32string> all;
    for (const RhymeRow& row : kRhymes) {
        for (const auto final : row.finals | std::views::split(U' ')) {
            const std::u32string_view letters(final.begin(), final.end());
            all.emplace_back(row.nucleus).append(letters == U"-" ? U"" : letters);
        }
    }
    return all;
}

char32_t lower(char32_t letter) {
    const std::u32string small = to_letters(to_lower(from_letters(std::u32string(1, letter))));
    return small.empty() ? letter : small.front();
}

SyllableLetter letter_of(char32_t code) {
    const char32_t small = lower(code);
    for (const std::u32string_view vowel : kVowels) {
        const std::size_t column = vowel.find(small);
        if (column != std::u32string_view::npos) {
            return {vowel.front(), static_cast<SyllableTone>(column), true, small != code};
        }
    }
    return {small, SyllableTone::None, false, small != code};
}

char32_t code_of(const SyllableLetter& letter) {
    char32_t small = letter.plain;
    if (letter.is_vowel) {
        const auto row = std::ranges::find(kVowels, letter.plain, &std::u32string_view::front);
        small = (*row)[std::to_underlying(letter.tone)];
    }
    if (!letter.is_capital) return small;
    const std::u32string capital = to_letters(to_upper(from_letters(std::u32string(1, small))));
    return capital.empty() ? small : capital.front();
}

bool has_mark(char32_t plain) { return std::u32string_view(U"ăâêôơư").contains(plain); }

/// True for what may end a syllable after its vowels: at most two consonants ("ch", "ng", "nh").
bool is_final(std::span<const SyllableLetter> letters) {
    return letters.size() <= 2 && std::ranges::all_of(letters, [](const SyllableLetter& letter) {
               return letter.plain >= U'a' && letter.plain <= U'z';
           });
}

/// The three pairs whose tone the two styles place differently when nothing follows them.
bool is_open_pair(const SyllableLetters& letters, const Nucleus& nucleus) {
    if (nucleus.end - nucleus.begin != 2 || nucleus.end != letters.size()) return false;
    const char32_t first = letters[nucleus.begin].plain;
    const char32_t second = letters[nucleus.begin + 1].plain;
    return (first == U'o' && (second == U'a' || second == U'e')) ||
           (first == U'u' && second == U'y');
}

/// On the marked letter, the last of them in "ươ"; else on the second of two before a final
/// consonant and on the middle of three; else on the first, in the old style.
std::size_t place_of(const SyllableLetters& letters, const Nucleus& nucleus, ToneStyle style) {
    for (std::size_t i = nucleus.end; i > nucleus.begin; --i) {
        if (has_mark(letters[i - 1].plain)) return i - 1;
    }
    const std::size_t count = nucleus.end - nucleus.begin;
    const bool is_closed = nucleus.end < letters.size();
    const bool is_second = (count == 2 && is_closed) || count == 3 ||
                           (style == ToneStyle::New && is_open_pair(letters, nucleus));
    return nucleus.begin + (is_second ? 1 : 0);
}

}  // namespace

SyllableLetters letters_of(std::string_view text) {
    return to_letters(text) | std::views::transform(letter_of) | std::ranges::to<SyllableLetters>();
}

std::string text_of(const SyllableLetters& letters) {
    return from_letters(letters | std::views::transform(code_of) |
                        std::ranges::to<std::u32string>());
}

char32_t without_mark(char32_t plain) {
    switch (plain) {
        case U'ă':
        case U'â': return U'a';
        case U'ê': return U'e';
        case U'ô':
        case U'ơ': return U'o';
        case U'ư': return U'u';
        default: return plain;
    }
}

std::optional<Nucleus> nucleus_of(const SyllableLetters& letters) {
    const auto last = std::ranges::find_last_if(letters, &SyllableLetter::is_vowel);
    if (last.empty()) return std::nullopt;
    const auto end = static_cast<std::size_t>(last.begin() - letters.begin()) + 1;
    if (!is_final(std::span(letters).subspan(end))) return std::nullopt;
    std::size_t begin = end;
    while (begin > 0 && letters[begin - 1].is_vowel) --begin;
    const bool is_pair = begin > 0 && end - begin > 1 &&
                         ((letters[begin - 1].plain == U'q' && letters[begin].plain == U'u') ||
                          (letters[begin - 1].plain == U'g' && letters[begin].plain == U'i'));
    return Nucleus{is_pair ? begin + 1 : begin, end};
}

SyllableTone tone_of(const SyllableLetters& letters, const Nucleus& nucleus) {
    for (std::size_t i = nucleus.end; i > 0 && letters[i - 1].is_vowel; --i) {
        if (letters[i - 1].tone != SyllableTone::None) return letters[i - 1].tone;
    }
    return SyllableTone::None;
}

void set_tone(SyllableLetters& letters, const Nucleus& nucleus, SyllableTone tone,
              ToneStyle style) {
    for (std::size_t i = nucleus.end; i > 0 && letters[i - 1].is_vowel; --i) {
        letters[i - 1].tone = SyllableTone::None;
    }
    letters[place_of(letters, nucleus, style)].tone = tone;
}

bool takes(const SyllableLetters& letters, const Nucleus& nucleus, SyllableTone tone) {
    const bool is_stop = nucleus.end < letters.size() &&
                         std::u32string_view(U"ckpt").contains(letters[nucleus.end].plain);
    return !is_stop || tone == SyllableTone::None || tone == SyllableTone::Sac ||
           tone == SyllableTone::Nang;
}

const std::vector<std::u32string>& rhymes() {
    static const std::vector<std::u32string> kAll = all_rhymes();
    return kAll;
}

bool begins_rhyme(std::u32string_view letters) {
    return std::ranges::any_of(
        rhymes(), [letters](const std::u32string& rhyme) { return rhyme.starts_with(letters); });
}

}  // namespace motlan
