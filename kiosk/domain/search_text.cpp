#include "kiosk/domain/search_text.h"

#include <algorithm>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::string_view kVowels = "aeiouy";

bool is_plain_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

/// A byte that belongs to a word: a Latin letter, a digit, or part of a letter with marks.
bool is_in_word(char byte) { return is_plain_letter(byte) || static_cast<signed char>(byte) < 0; }

bool is_vowel(char letter) { return kVowels.contains(letter); }

/// The beginning of the text that is looked at, ending with a whole letter.
std::string_view beginning(std::string_view text) {
    if (text.size() <= kMostSearchBytes) return text;
    text = text.substr(0, kMostSearchBytes);
    for (int cut = 0; cut < 3 && !is_utf8(text); ++cut) text.remove_suffix(1);
    return text;
}

std::string plain_of(std::string_view written) {
    std::string plain = fold(written);
    std::erase_if(plain, [](char letter) { return !is_plain_letter(letter); });
    const std::size_t size = plain.size();
    if (size > 1 && plain.back() == 'y' && !is_vowel(plain[size - 2])) plain.back() = 'i';
    return plain;
}

std::string_view take_word(std::string_view& rest) {
    rest.remove_prefix(
        static_cast<std::size_t>(std::ranges::find_if(rest, is_in_word) - rest.begin()));
    const auto end = std::ranges::find_if_not(rest, is_in_word);
    const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(word.size());
    return word;
}

/// True for the second of two letters that Telex makes one of: aa, ee, oo, dd, and any w.
bool is_telex_mark(char before, char letter) {
    return letter == 'w' || (letter == before && std::string_view("aeod").contains(letter));
}

}  // namespace

std::vector<SearchWord> search_words(std::string_view text) {
    const auto composed = to_nfc(beginning(text));
    const std::string small = composed ? to_lower(*composed) : std::string();
    std::vector<SearchWord> words;
    std::string_view rest = small;
    while (!rest.empty() && words.size() < kMostSearchWords) {
        const std::string_view written = take_word(rest);
        std::string plain = plain_of(written);
        if (!plain.empty()) words.push_back({std::string(written), std::move(plain)});
    }
    return words;
}

std::string initials(const std::vector<SearchWord>& words) {
    std::string letters;
    for (const SearchWord& word : words) letters += word.plain.front();
    return letters;
}

std::string without_telex(std::string_view plain) {
    constexpr std::string_view kTones = "sfrxj";
    std::string word;
    char before = '\0';
    for (const char letter : plain) {
        if (!is_telex_mark(before, letter)) word += letter;
        before = letter;
    }
    const bool has_vowel = std::ranges::any_of(word, is_vowel);
    if (has_vowel && word.size() > 2 && kTones.contains(word.back())) word.pop_back();
    return word;
}

bool is_one_slip_apart(std::string_view one, std::string_view other) {
    if (one.size() > other.size()) std::swap(one, other);
    if (one == other || other.size() - one.size() > 1) return false;
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
    const std::string_view rest = one.substr(at);
    const std::string_view other_rest = other.substr(at);
    if (one.size() != other.size()) return rest == other_rest.substr(1);
    if (rest.substr(1) == other_rest.substr(1)) return true;
    return rest.size() > 1 && rest[0] == other_rest[1] && rest[1] == other_rest[0] &&
           rest.substr(2) == other_rest.substr(2);
}

}  // namespace motlan
