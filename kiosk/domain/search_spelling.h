// The words of a text, one by one, and what is left of a word without its marks. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace motlan {

/// The words of the beginning of a text: small letters, NFC. Text that is not UTF-8 has none.
[[nodiscard]] std::vector<std::string> written_words(std::string_view text);

/// The plain form of a written word; empty when it has no Latin letter and no digit.
[[nodiscard]] std::string plain_word(std::string_view written);

[[nodiscard]] bool is_vowel(char plain);

}  // namespace motlan
