#include "kiosk/core/tone.h"

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::string_view kToneKeys = "zfrxsj";  // in the order of SyllableTone

}  // namespace

std::string with_tone(std::string_view text, char key, ToneStyle style) {
    const std::size_t column = kToneKeys.find(key);
    SyllableLetters letters = letters_of(text);
    const auto nucleus = nucleus_of(letters);
    if (column == std::string_view::npos || !nucleus) return std::string(text);
    const auto tone = static_cast<SyllableTone>(column);
    if (!takes(letters, *nucleus, tone)) return std::string(text);
    const bool is_same = tone_of(letters, *nucleus) == tone;
    set_tone(letters, *nucleus, is_same ? SyllableTone::None : tone, style);
    return text_of(letters);
}

std::string without_last_letter(std::string_view text, ToneStyle style) {
    SyllableLetters letters = letters_of(text);
    if (letters.empty()) return {};
    letters.pop_back();
    const auto nucleus = nucleus_of(letters);
    if (nucleus) set_tone(letters, *nucleus, tone_of(letters, *nucleus), style);
    return text_of(letters);
}

}  // namespace motlan
