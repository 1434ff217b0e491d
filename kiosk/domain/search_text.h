// Text as people type it when they look for something, cut into words that can be compared.
// Pure; whatever the length of the text, the answer is bounded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace motlan {

/// One word: as it was written (small letters, NFC) and plain (no marks, y after a consonant
/// as i: "ký" and "kí" are one word, domain notes 7.4).
struct SearchWord {
    std::string written;
    std::string plain;

    /// True when the word was written with marks, so that they may tell it from others.
    [[nodiscard]] bool has_marks() const { return written != plain; }
    auto operator<=>(const SearchWord&) const = default;
};

/// Letters of a text, in bytes, and words that are looked at; what is longer is cut.
inline constexpr std::size_t kMostSearchBytes = 240;
inline constexpr std::size_t kMostSearchWords = 32;

/// The words of a text. Text that is not UTF-8 has none.
[[nodiscard]] std::vector<SearchWord> search_words(std::string_view text);

/// First letters of the words: "đăng ký khai sinh" is "dkks".
[[nodiscard]] std::string initials(const std::vector<SearchWord>& words);

/// A plain word without Telex keys that were typed as letters: "ddawngf" is "dang"
/// (domain notes 7.1). Other words stay as they are.
[[nodiscard]] std::string without_telex(std::string_view plain);

/// True when one letter added, left out, changed or swapped with its neighbour makes one word
/// of the other.
[[nodiscard]] bool is_one_slip_apart(std::string_view one, std::string_view other);

}  // namespace motlan
