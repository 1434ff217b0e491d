#include "kiosk/ui/readable.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/core/utf8.h"
#include "kiosk/ui/typeface.h"

namespace motlan {
namespace {

constexpr char32_t kNoShape = U'\uFFFD';
constexpr int kMostMarks = 2;  // "ế" and "ơ̆" of the highlands need no more once they are composed

using Range = std::pair<char32_t, char32_t>;

constexpr std::array<Range, 13> kDrawable{{{0x20, 0x7E},
                                           {0xA0, 0xAC},
                                           {0xAE, 0x34E},
                                           {0x350, 0x36F},
                                           {0x391, 0x3A1},
                                           {0x3A3, 0x3E1},
                                           {0x3F0, 0x52F},
                                           {0x1E00, 0x1EFF},
                                           {0x2010, 0x2027},
                                           {0x2030, 0x205E},
                                           {0x20A0, 0x20BF},
                                           {0x2100, 0x215F},
                                           {kNoShape, kNoShape}}};

// Joiners, directions, variants, skin tones and tags change what stands beside them.
constexpr std::array<Range, 9> kSteering{{{0xAD, 0xAD},
                                          {0x34F, 0x34F},
                                          {0x200B, 0x200F},
                                          {0x202A, 0x202E},
                                          {0x2060, 0x206F},
                                          {0xFE00, 0xFE0F},
                                          {0xFEFF, 0xFEFF},
                                          {0x1F3FB, 0x1F3FF},
                                          {0xE0000, 0xE0FFF}}};

bool is_in(const auto& ranges, char32_t letter) {
    return std::ranges::any_of(ranges, [letter](const Range& range) {
        return letter >= range.first && letter <= range.second;
    });
}

bool is_mark(char32_t letter) { return letter >= 0x300 && letter <= 0x36F; }

/// Bytes that are no text become letters that stand for what cannot be read.
std::string repaired(std::string_view bytes) {
    std::u32string letters;
    while (!bytes.empty()) {
        const char32_t letter = take_letter(bytes);
        const bool is_surrogate = letter >= 0xD800 && letter <= 0xDFFF;
        letters += is_surrogate || letter > 0x10FFFF ? kNoShape : letter;
    }
    return from_letters(letters);
}

/// What is shown for a letter.
char32_t shape_of(char32_t letter) {
    const bool is_blank = letter == 0x3000 || (letter >= 0x2000 && letter <= 0x200A) ||
                          letter == 0x2028 || letter == 0x2029 || letter == 0x202F;
    if (is_blank || (letter != U'\n' && letter_kind(letter) == LetterKind::Control)) return U' ';
    return letter == U'\n' || is_drawable(letter) ? letter : kNoShape;
}

std::u32string in_order(const std::u32string& letters) {
    std::u32string shown;
    int marks = 0;
    for (const char32_t letter : letters) {
        if (is_in(kSteering, letter)) continue;
        marks = is_mark(letter) ? marks + 1 : 0;
        const char32_t shape = shape_of(letter);
        const bool is_more = !shown.empty() && shown.back() == shape;
        if ((shape == kNoShape || shape == U'\n') && is_more) continue;
        if (marks <= kMostMarks) shown += shape;
    }
    return shown;
}

}  // namespace

bool is_drawable(char32_t letter) { return is_in(kDrawable, letter); }

std::string readable(std::string text) {
    if (!is_utf8(text)) text = repaired(text);
    if (!is_nfc(text)) text = to_nfc(text).value_or(text);
    std::u32string letters = to_letters(text);
    if (std::u32string shown = in_order(letters); shown != letters) return from_letters(shown);
    return text;
}

std::string sayable(std::string_view readable_text) {
    std::u32string letters = to_letters(readable_text);
    std::erase(letters, kNoShape);
    return from_letters(letters);
}

}  // namespace motlan
