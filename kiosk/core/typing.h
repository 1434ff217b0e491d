// Vietnamese from plain keys: Telex and VNI as people learned them (domain notes 7.1 to 7.3).
// The text itself is all the state there is, so every key may follow any text. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/core/syllable.h"

namespace motlan {

/// How marks and tones are typed. Direct: every letter has a key of its own, tones have others.
enum class TypingWay : std::uint8_t { Direct, Telex, Vni };

/// How somebody types here: the way is the citizen's wish, the style the office's.
struct Typing {
    TypingWay way = TypingWay::Direct;
    ToneStyle style = ToneStyle::Old;
};

/// The text after one more key, a printable letter or digit. A mark or tone key changes the last
/// syllable wherever it stands in it; the same key twice takes the change back and leaves the
/// letter; a key that would make no Vietnamese rhyme is a letter like any other, so that names
/// of every people can be written. Text and answer are NFC.
[[nodiscard]] std::string with_key(std::string_view text, char32_t key, TypingWay way,
                                   ToneStyle style = ToneStyle::Old);

/// The letter as a name would have it here: a capital at the beginning of each word.
[[nodiscard]] char32_t in_name(std::string_view text, char32_t letter);

}  // namespace motlan
