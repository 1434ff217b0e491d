#include "kiosk/domain/search_text.h"

#include <algorithm>
#include <utility>

#include "kiosk/domain/search_spelling.h"

namespace motlan {
namespace {

/// True for the second of two letters that Telex makes one of: aa, ee, oo, dd, and any w.
bool is_telex_mark(char before, char letter) {
    return letter == 'w' || (letter == before && std::string_view("aeod").contains(letter));
}

}  // namespace

std::vector<SearchWord> search_words(std::string_view text) {
    std::vector<SearchWord> words;
    for (std::string& written : written_words(text)) {
        std::string plain = plain_word(written);
        if (!plain.empty()) words.push_back({std::move(written), std::move(plain)});
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
