// Syllables that most of what people write here is made of, the most usual first: a small list of
// our own, from no citizen and no record. Small letters, tones in their old places.
#pragma once

#include <string_view>

namespace motlan {

/// Of family names. With blanks between them.
[[nodiscard]] std::string_view family_syllables();

/// Of what follows a family name: middle and given names. With blanks between them.
[[nodiscard]] std::string_view given_syllables();

/// Of whatever else is written at an office. With blanks between them.
[[nodiscard]] std::string_view text_syllables();

}  // namespace motlan
