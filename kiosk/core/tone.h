// Vietnamese tones on written text: the tone keys of the on-screen keyboard.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/syllable.h"

namespace motlan {

/// The text with the tone of its last syllable set: 's' sắc, 'f' huyền, 'r' hỏi, 'x' ngã,
/// 'j' nặng, 'z' none; the same tone twice takes it away. Text without a vowel stays as it is.
/// The text must be NFC; so is the answer.
[[nodiscard]] std::string with_tone(std::string_view text, char tone,
                                    ToneStyle style = ToneStyle::Old);

/// The text without its last letter; a letter's tone and marks go with it, and the tone of what
/// is left moves to its place ("loạn" to "lọa").
[[nodiscard]] std::string without_last_letter(std::string_view text,
                                              ToneStyle style = ToneStyle::Old);

}  // namespace motlan
