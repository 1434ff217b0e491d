#include "kiosk/core/word_book.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <tuple>
#include <utility>

#include "kiosk/core/common_syllables.h"
#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

/// Behind every word that has a rank.
constexpr std::size_t kUnranked = 100'000;
/// "nghiêng" has seven letters; no syllable has more.
constexpr std::size_t kLongest = 7;
/// More than so many bytes have more letters than that, and a stop before them.
constexpr std::size_t kLongestBytes = 64;

bool is_letter(const SyllableLetter& letter) {
    return letter.is_vowel || letter.plain == U'đ' ||
           (letter.plain >= U'a' && letter.plain <= U'z');
}

char32_t folded(const SyllableLetter& letter) {
    return letter.plain == U'đ' ? U'd' : without_mark(letter.plain);
}

std::u32string folded(const SyllableLetters& letters) {
    return letters | std::views::transform([](const SyllableLetter& one) { return folded(one); }) |
           std::ranges::to<std::u32string>();
}

SyllableTone tone_of(const SyllableLetters& letters) {
    const auto toned = std::ranges::find_if(
        letters, [](const SyllableLetter& one) { return one.tone != SyllableTone::None; });
    return toned == letters.end() ? SyllableTone::None : toned->tone;
}

/// Every mark and tone that was typed is one of the word's.
bool may_become(const SyllableLetters& typed, const SyllableLetters& word) {
    if (typed.size() > word.size()) return false;
    const SyllableTone tone = tone_of(typed);
    if (tone != SyllableTone::None && tone != tone_of(word)) return false;
    return std::ranges::equal(typed, word | std::views::take(typed.size()),
                              [](const SyllableLetter& one, const SyllableLetter& other) {
                                  return one.plain == other.plain || one.plain == folded(other);
                              });
}

bool is_same(const SyllableLetters& one, const SyllableLetters& other) {
    return std::ranges::equal(one, other, [](const SyllableLetter& a, const SyllableLetter& b) {
        return a.plain == b.plain && a.tone == b.tone;
    });
}

/// Some order, in which the same words stand together.
bool is_before(const SyllableLetters& one, const SyllableLetters& other) {
    return std::ranges::lexicographical_compare(
        one, other, [](const SyllableLetter& a, const SyllableLetter& b) {
            return std::pair(a.plain, a.tone) < std::pair(b.plain, b.tone);
        });
}

/// The last word of the text, and what stands before it.
struct Last {
    std::string_view before;
    SyllableLetters letters;  ///< empty behind anything that is no letter
};

// A text may be long, and only its end counts.
Last last_word(std::string_view text) {
    const std::string_view tail = text.substr(text.rfind(' ') + 1);
    if (tail.size() > kLongestBytes) return {text, {}};
    const SyllableLetters all = letters_of(tail);
    const auto other = std::ranges::find_last_if_not(all, is_letter);
    SyllableLetters letters(other.empty() ? all.begin() : other.begin() + 1, all.end());
    const std::string_view before = text.substr(0, text.size() - text_of(letters).size());
    return {before, std::move(letters)};
}

/// As large as it was typed: all of it when more than the first letter is.
std::string written(SyllableLetters word, const SyllableLetters& typed, WordsOf kind) {
    const bool is_first = typed.front().is_capital || kind == WordsOf::Name;
    const bool is_all = typed.size() > 1 && std::ranges::all_of(typed, &SyllableLetter::is_capital);
    for (SyllableLetter& letter : word) letter.is_capital = is_all;
    word.front().is_capital = is_first || is_all;
    return text_of(word);
}

}  // namespace

WordBook::WordBook(const std::vector<std::string>& places, ToneStyle style) {
    add(family_syllables(), List::Family, style);
    add(given_syllables(), List::Given, style);
    add(text_syllables(), List::Text, style);
    for (const std::string& place : places) add(place, List::Text, style);
    settle();
}

void WordBook::add(std::string_view text, List list, ToneStyle style) {
    const SyllableLetters letters = letters_of(text);
    const auto goes_on = [](const SyllableLetter& one, const SyllableLetter& other) {
        return is_letter(one) && is_letter(other);
    };
    for (const auto part : letters | std::views::chunk_by(goes_on)) {
        SyllableLetters word(part.begin(), part.end());
        const auto nucleus = nucleus_of(word);
        if (!nucleus || !is_letter(word.front()) || word.size() > kLongest) continue;
        for (SyllableLetter& letter : word) letter.is_capital = false;
        set_tone(word, *nucleus, tone_of(word), style);
        Word made{.folded = folded(word), .letters = std::move(word)};
        made.ranks.fill(kUnranked);
        made.ranks.at(std::to_underlying(list)) = words_.size();
        words_.push_back(std::move(made));
    }
}

/// Sorts the words and keeps each once, with the best of its ranks.
void WordBook::settle() {
    std::ranges::stable_sort(words_, [](const Word& one, const Word& other) {
        if (one.folded != other.folded) return one.folded < other.folded;
        return is_before(one.letters, other.letters);
    });
    std::vector<Word> once;
    for (Word& word : words_) {
        if (once.empty() || !is_same(once.back().letters, word.letters)) {
            once.push_back(std::move(word));
            continue;
        }
        for (std::size_t list = 0; list < kLists; ++list)
            once.back().ranks.at(list) = std::min(once.back().ranks.at(list), word.ranks.at(list));
    }
    words_ = std::move(once);
}

std::vector<std::string> WordBook::suggest(std::string_view text, WordsOf kind) const {
    const auto [before, typed] = last_word(text);
    if (typed.empty() || typed.size() > kLongest) return {};
    const auto order = order_of(typed, before.empty(), kind);
    const auto place = [&](const Word* word) {
        const auto rank = [&](std::size_t at) {
            return word->ranks.at(std::to_underlying(order.at(at)));
        };
        return std::tuple(word->letters.size() > typed.size(), rank(0), rank(1), rank(2));
    };
    const std::u32string begin = folded(typed);
    std::vector<const Word*> found;
    for (auto word = std::ranges::lower_bound(words_, begin, {}, &Word::folded);
         word != words_.end() && word->folded.starts_with(begin); ++word)
        if (may_become(typed, word->letters) && !is_same(typed, word->letters))
            found.push_back(&*word);
    const std::size_t count = std::min(found.size(), kMostSuggestions);
    std::ranges::partial_sort(found, std::next(found.begin(), static_cast<std::ptrdiff_t>(count)),
                              {}, place);
    found.resize(count);
    std::vector<std::string> words;
    for (const Word* word : found) words.push_back(written(word->letters, typed, kind));
    return words;
}

/// Which list counts first. Behind other words a capital means a name.
std::array<WordBook::List, WordBook::kLists> WordBook::order_of(const SyllableLetters& typed,
                                                                bool is_first, WordsOf kind) {
    using enum List;
    if (kind == WordsOf::Name && is_first) return {Family, Given, Text};
    const bool is_name = kind == WordsOf::Name || (!is_first && typed.front().is_capital);
    return is_name ? std::array{Given, Family, Text} : std::array{Text, Given, Family};
}

std::string with_word(std::string_view text, std::string_view word, std::size_t longest) {
    const std::string whole = std::string(last_word(text).before) + std::string(word);
    const std::size_t count = count_letters(whole);
    if (count > longest) return std::string(text);
    return count < longest ? whole + " " : whole;
}

}  // namespace motlan
