#include "kiosk/core/utf8.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace motlan {
namespace {

const utf8proc_uint8_t* raw(std::string_view text) {
    return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

/// Calls `visit` with each code point until the text ends or is invalid; true if it was valid.
template <typename Visit>
bool each_letter(std::string_view text, Visit visit) {
    while (!text.empty()) {
        utf8proc_int32_t letter = 0;
        const auto used =
            utf8proc_iterate(raw(text), static_cast<utf8proc_ssize_t>(text.size()), &letter);
        if (used <= 0) return false;
        visit(letter);
        text.remove_prefix(static_cast<std::size_t>(used));
    }
    return true;
}

std::string map(std::string_view text, int options) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(raw(text), static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                     static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (length < 0) return {};
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

void append(std::string& text, utf8proc_int32_t letter) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(letter, bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::string map_letters(std::string_view text, utf8proc_int32_t (*change)(utf8proc_int32_t)) {
    std::string changed;
    const bool is_valid =
        each_letter(text, [&](utf8proc_int32_t letter) { append(changed, change(letter)); });
    return is_valid ? changed : std::string();
}

bool is_control(utf8proc_int32_t letter) {
    return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || letter == 0xFEFF;
}

}  // namespace

bool is_utf8(std::string_view text) {
    return each_letter(text, [](utf8proc_int32_t) {});
}

Result<std::string> to_nfc(std::string_view text) {
    if (!is_utf8(text)) return fail(Fault::TextNotUtf8);
    return map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

bool is_nfc(std::string_view text) {
    // No letter below U+0300, and no Vietnamese one, ever joins with another of them (Unicode 15,
    // NFC_Quick_Check): most of our texts need no second look.
    bool is_plain = true;
    const bool is_valid = each_letter(text, [&](utf8proc_int32_t letter) {
        const bool is_vietnamese = letter >= 0x1EA0 && letter <= 0x1EF9;
        const bool is_punctuation = letter >= 0x2010 && letter <= 0x2026;
        is_plain = is_plain && (letter < 0x300 || is_vietnamese || is_punctuation);
    });
    if (is_plain || !is_valid) return is_valid;
    const auto composed = to_nfc(text);
    return composed && *composed == text;
}

std::string fold(std::string_view text) {
    const std::string plain =
        map(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
    std::string folded;
    constexpr utf8proc_int32_t kSmallDWithStroke = 0x111;
    each_letter(plain, [&](utf8proc_int32_t letter) {
        append(folded, letter == kSmallDWithStroke ? 'd' : letter);
    });
    return folded;
}

std::string to_upper(std::string_view text) { return map_letters(text, utf8proc_toupper); }

std::string to_lower(std::string_view text) { return map_letters(text, utf8proc_tolower); }

std::u32string to_letters(std::string_view text) {
    std::u32string letters;
    each_letter(text, [&](utf8proc_int32_t letter) { letters += static_cast<char32_t>(letter); });
    return letters;
}

std::string from_letters(std::u32string_view letters) {
    std::string text;
    for (const char32_t letter : letters) append(text, static_cast<utf8proc_int32_t>(letter));
    return text;
}

std::size_t count_letters(std::string_view text) {
    std::size_t count = 0;
    each_letter(text, [&](utf8proc_int32_t) { ++count; });
    return count;
}

LetterKind letter_kind(char32_t letter) {
    const auto point = static_cast<utf8proc_int32_t>(letter);
    if (is_control(point)) return LetterKind::Control;
    switch (utf8proc_category(point)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC: return LetterKind::Letter;
        default: return LetterKind::Other;
    }
}

std::string trimmed(std::string_view text) {
    std::string clean;
    each_letter(text, [&](utf8proc_int32_t letter) {
        if (!is_control(letter)) append(clean, letter);
    });
    const std::size_t first = clean.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return clean.substr(first, clean.find_last_not_of(' ') - first + 1);
}

}  // namespace motlan
