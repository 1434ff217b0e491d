#include "kiosk/speech/letter_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "kiosk/core/utf8.h"
#include "kiosk/speech/lexicon.h"
#include "kiosk/speech/number_words.h"

namespace motlan {
namespace {

struct Named {
    char32_t letter;
    std::string_view vi;
    std::string_view en;
};

// Letters whose names in codes would not do here: a code has no đ, and nobody has to tell its G
// from its D. "I" is told from "i dài".
constexpr auto kNames = std::to_array<Named>({
    {U'ă', "á", "A breve"},
    {U'â', "ớ", "A circumflex"},
    {U'd', "dê", "D"},
    {U'đ', "đê", "D stroke"},
    {U'ê', "ê", "E circumflex"},
    {U'g', "gờ", "G"},
    {U'i', "i ngắn", "I"},
    {U'ô', "ô", "O circumflex"},
    {U'ơ', "ơ", "O horn"},
    {U'ư', "ư", "U horn"},
    {U' ', "dấu cách", "space"},
    {U'!', "chấm than", "exclamation mark"},
    {U'"', "ngoặc kép", "quotation mark"},
    {U'#', "dấu thăng", "hash"},
    {U'%', "phần trăm", "percent"},
    {U'&', "dấu và", "ampersand"},
    {U'\'', "nháy đơn", "apostrophe"},
    {U'(', "mở ngoặc", "open bracket"},
    {U')', "đóng ngoặc", "close bracket"},
    {U'*', "dấu sao", "asterisk"},
    {U'+', "dấu cộng", "plus"},
    {U',', "dấu phẩy", "comma"},
    {U'-', "gạch ngang", "hyphen"},
    {U'.', "dấu chấm", "full stop"},
    {U'/', "gạch chéo", "slash"},
    {U':', "hai chấm", "colon"},
    {U';', "chấm phẩy", "semicolon"},
    {U'=', "dấu bằng", "equals"},
    {U'?', "chấm hỏi", "question mark"},
    {U'@', "a còng", "at sign"},
    {U'_', "gạch dưới", "underscore"},
});

struct ToneName {
    std::string_view vi;
    std::string_view en;
};
// In the order of SyllableTone.
constexpr std::array<ToneName, 6> kTones{{{"không dấu", "no tone"},
                                          {"dấu huyền", "grave"},
                                          {"dấu hỏi", "hook"},
                                          {"dấu ngã", "tilde"},
                                          {"dấu sắc", "acute"},
                                          {"dấu nặng", "dot below"}}};

std::string name_of(char32_t letter, Language language) {
    const bool is_english = language == Language::English;
    const auto found = std::ranges::find(kNames, letter, &Named::letter);
    if (found != kNames.end()) return std::string(is_english ? found->en : found->vi);
    if (letter >= U'0' && letter <= U'9')
        return digit_words(std::string(1, static_cast<char>(letter)), language);
    const bool is_plain = letter >= U'a' && letter <= U'z';
    const auto name =
        is_plain ? letter_name(static_cast<char>(letter - U'a' + U'A'), language) : std::nullopt;
    return name ? std::string(*name) : from_letters(std::u32string(1, letter));
}

}  // namespace

std::string_view tone_words(SyllableTone tone, Language language) {
    const ToneName& name = kTones.at(std::to_underlying(tone));
    return language == Language::English ? name.en : name.vi;
}

std::string letter_words(const SyllableLetter& letter, Language language) {
    const bool is_english = language == Language::English;
    std::string words = name_of(letter.plain, language);
    if (letter.is_capital) words = is_english ? "capital " + words : words + " hoa";
    if (letter.tone == SyllableTone::None) return words;
    return words + " " + std::string(tone_words(letter.tone, language));
}

std::string letter_words(char32_t letter, Language language) {
    const SyllableLetters one = letters_of(from_letters(std::u32string(1, letter)));
    return one.empty() ? std::string() : letter_words(one.front(), language);
}

}  // namespace motlan
