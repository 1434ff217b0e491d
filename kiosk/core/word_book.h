// Whole syllables for the one that is being typed: "đuc" or "duc" may be "đức", "đúc", "đục". The
// words are those of a fixed list and of the catalogue; nothing that anybody types is learned or
// kept. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/syllable.h"

namespace motlan {

/// What is being written: which words come first.
enum class WordsOf : std::uint8_t { Text, Name };

/// So many words stand above the keys (ux C10).
inline constexpr std::size_t kMostSuggestions = 3;

class WordBook {
public:
    /// Suggests nothing.
    WordBook() = default;
    /// The fixed lists, then the words of these names of places. Tones stand as the style wants
    /// them.
    WordBook(const std::vector<std::string>& places, ToneStyle style);

    /// At most three words that the last word of the text may become, the most usual first: those
    /// of the same letters before longer ones. In a name, and where a word within a text has a
    /// capital, names stand first: family names at the beginning of one, given names behind it.
    /// Marks and tones that were typed stay. Empty behind a blank and for what is no word of ours.
    /// The text must be NFC.
    [[nodiscard]] std::vector<std::string> suggest(std::string_view text, WordsOf kind) const;

    [[nodiscard]] std::size_t size() const { return words_.size(); }

private:
    /// The lists that a word may stand in.
    enum class List : std::uint8_t { Family, Given, Text };
    static constexpr std::size_t kLists = 3;

    struct Word {
        std::u32string folded;  ///< small letters without marks and tones
        SyllableLetters letters;
        std::array<std::size_t, kLists> ranks{};  ///< in each list; the smaller, the more usual
    };

    void add(std::string_view text, List list, ToneStyle style);
    void settle();
    static std::array<List, kLists> order_of(const SyllableLetters& typed, bool is_first,
                                             WordsOf kind);

    std::vector<Word> words_;  ///< by their folded letters
};

/// The text with that word in the place of its last one, and a blank behind it; without the blank
/// where there is no room for it, and as it was where there is none for the word.
[[nodiscard]] std::string with_word(std::string_view text, std::string_view word,
                                    std::size_t longest);

}  // namespace motlan
