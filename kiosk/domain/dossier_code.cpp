#include "kiosk/domain/dossier_code.h"

#include <algorithm>
#include <iterator>

#include "kiosk/core/digits.h"

namespace motlan {
namespace {

constexpr std::size_t kDayDigits = 6;

std::string digits_in(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
    return digits;
}

/// Digits of the day and the number; 0 for a code of another shape.
std::size_t needed_digits(std::string_view code) {
    const std::size_t number = code.rfind('-');
    if (number == std::string_view::npos || number == 0) return 0;
    const std::size_t day = code.rfind('-', number - 1);
    return day == std::string_view::npos ? 0 : digits_in(code.substr(day)).size();
}

}  // namespace

std::string written_code(std::string_view digits) {
    if (digits.size() <= kDayDigits) return std::string(digits);
    return std::string(digits.substr(0, kDayDigits)) + "-" + std::string(digits.substr(kDayDigits));
}

std::string with_code_digits(std::string_view digits, std::string_view keys) {
    return (std::string(digits) + digits_in(keys)).substr(0, kMostCodeDigits);
}

bool are_digits_of(std::string_view digits, std::string_view code) {
    const std::size_t needed = needed_digits(code);
    return needed >= kLeastCodeDigits && digits.size() >= needed &&
           digits_in(code).ends_with(digits);
}

}  // namespace motlan
