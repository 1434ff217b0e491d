#include "kiosk/domain/search_spelling.h"

#include <algorithm>

#include "kiosk/core/utf8.h"
#include "kiosk/domain/search_text.h"

namespace motlan {
namespace {

bool is_plain_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

/// A byte that belongs to a word: a Latin letter, a digit, or part of a letter with marks.
bool is_in_word(char byte) { return is_plain_letter(byte) || static_cast<signed char>(byte) < 0; }

/// The beginning of the text that is looked at, ending with a whole letter.
std::string_view beginning(std::string_view text) {
    if (text.size() <= kMostSearchBytes) return text;
    text = text.substr(0, kMostSearchBytes);
    for (int cut = 0; cut < 3 && !is_utf8(text); ++cut) text.remove_suffix(1);
    return text;
}

std::string_view take_word(std::string_view& rest) {
    rest.remove_prefix(
        static_cast<std::size_t>(std::ranges::find_if(rest, is_in_word) - rest.begin()));
    const auto end = std::ranges::find_if_not(rest, is_in_word);
    const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(word.size());
    return word;
}

}  // namespace

bool is_vowel(char plain) { return std::string_view("aeiouy").contains(plain); }

std::vector<std::string> written_words(std::string_view text) {
    const auto composed = to_nfc(beginning(text));
    const std::string small = composed ? to_lower(*composed) : std::string();
    std::vector<std::string> words;
    std::string_view rest = small;
    while (!rest.empty() && words.size() < kMostSearchWords) {
        const std::string_view word = take_word(rest);
        if (!word.empty()) words.emplace_back(word);
    }
    return words;
}

std::string plain_word(std::string_view written) {
    std::string plain = fold(written);
    std::erase_if(plain, [](char letter) { return !is_plain_letter(letter); });
    const std::size_t size = plain.size();
    if (size > 1 && plain.back() == 'y' && !is_vowel(plain[size - 2])) plain.back() = 'i';
    return plain;
}

}  // namespace motlan
