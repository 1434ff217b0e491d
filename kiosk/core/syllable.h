// One written Vietnamese syllable, letter by letter: which vowels it has, what may end it, and
// where its tone stands (domain notes 7). Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motlan {

/// The tones in the order of a dictionary (domain notes 7.4).
enum class SyllableTone : std::uint8_t { None, Huyen, Hoi, Nga, Sac, Nang };

/// Where the tone of an open "oa", "oe", "uy" stands: "hòa" as in most personal papers, or "hoà"
/// as the statistics office writes communes (domain notes 7.2).
enum class ToneStyle : std::uint8_t { Old, New };

/// A letter taken apart; its mark (ă â đ ê ô ơ ư) is part of `plain`.
struct SyllableLetter {
    char32_t plain = 0;  ///< small, without tone
    SyllableTone tone = SyllableTone::None;
    bool is_vowel = false;
    bool is_capital = false;
};
using SyllableLetters = std::vector<SyllableLetter>;

/// Takes a text apart; anything that is no letter of ours stays as it is. The text must be NFC.
[[nodiscard]] SyllableLetters letters_of(std::string_view text);
/// Puts it together again, NFC.
[[nodiscard]] std::string text_of(const SyllableLetters& letters);

/// "o" for "ô" and "ơ"; every other letter as it is.
[[nodiscard]] char32_t without_mark(char32_t plain);

/// Where the vowels of the last syllable begin and end. The u of "qu" and the i of "gi" before
/// another vowel belong to the consonant.
struct Nucleus {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The vowels of the last syllable; nothing where it has none or something follows them that ends
/// no syllable.
[[nodiscard]] std::optional<Nucleus> nucleus_of(const SyllableLetters& letters);

/// The tone that the syllable has.
[[nodiscard]] SyllableTone tone_of(const SyllableLetters& letters, const Nucleus& nucleus);

/// Sets the tone, in the place where it belongs.
void set_tone(SyllableLetters& letters, const Nucleus& nucleus, SyllableTone tone, ToneStyle style);

/// Whether the syllable may have the tone: after c, ch, k, p, t only sắc and nặng.
[[nodiscard]] bool takes(const SyllableLetters& letters, const Nucleus& nucleus, SyllableTone tone);

/// Whether a Vietnamese rhyme, written without tone ("iêng"), begins like that.
[[nodiscard]] bool begins_rhyme(std::u32string_view letters);

/// Every rhyme of standard spelling, without tones, in no order.
[[nodiscard]] const std::vector<std::u32string>& rhymes();

}  // namespace motlan
