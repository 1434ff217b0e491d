// Vietnamese tones on written text: the tone keys of the on-screen keyboard.
#pragma once

#include <string>
#include <string_view>

namespace motlan {

/// The text with the tone of its last syllable set: 's' sắc, 'f' huyền, 'r' hỏi, 'x' ngã,
/// 'j' nặng, 'z' none; the same tone twice takes it away. Tones stand where the old style puts
/// them (domain notes 7.2: hòa, khỏe, thúy, quý, gì). Text without a vowel stays as it is.
/// The text must be NFC; so is the answer.
[[nodiscard]] std::string with_tone(std::string_view text, char tone);

/// The text without its last letter; a letter's tone and marks go with it.
[[nodiscard]] std::string without_last_letter(std::string_view text);

}  // namespace motlan
