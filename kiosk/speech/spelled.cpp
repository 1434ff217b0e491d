#include "kiosk/speech/spelled.h"

#include <algorithm>

#include "kiosk/core/digits.h"
#include "kiosk/speech/lexicon.h"
#include "kiosk/speech/number_words.h"

namespace motlan {
namespace {

bool is_of_code(char sign) {
    return is_digit(sign) || (sign >= 'A' && sign <= 'Z') || sign == '-' || sign == '.' ||
           sign == '/';
}

}  // namespace

std::optional<std::string> spelled(std::string_view word, Language language) {
    if (word.size() < 3 || !std::ranges::any_of(word, is_digit) ||
        !std::ranges::all_of(word, is_of_code)) {
        return std::nullopt;
    }
    std::string said;
    while (!word.empty()) {
        const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
        const auto name = letter_name(word.front(), language);
        if (digits == 0 && !name) {
            said += ',';
        } else {
            if (!said.empty()) said += ' ';
            said += digits > 0 ? digit_words(word.substr(0, digits), language) : std::string(*name);
        }
        word.remove_prefix(std::max<std::size_t>(digits, 1));
    }
    return said;
}

}  // namespace motlan
