// Letters by name, for somebody who cannot see which key it was: "bê hoa", "ơ dấu nặng", "dấu
// phẩy". No two keys sound alike. Pure.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/syllable.h"
#include "kiosk/domain/words.h"

namespace motlan {

/// What a letter, a digit, a sign or a blank is called: its mark as the alphabet has it ("á" for ă,
/// "ớ" for â), its tone by name, and whether it is a capital. What has no name stays as it is.
[[nodiscard]] std::string letter_words(char32_t letter, Language language);
[[nodiscard]] std::string letter_words(const SyllableLetter& letter, Language language);

/// "dấu sắc"; "không dấu" where there is none.
[[nodiscard]] std::string_view tone_words(SyllableTone tone, Language language);

}  // namespace motlan
