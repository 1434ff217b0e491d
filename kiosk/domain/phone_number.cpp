#include "kiosk/domain/phone_number.h"

#include "kiosk/core/digits.h"

namespace motlan {
namespace {

constexpr std::string_view kSecondDigits = "235789";
constexpr std::size_t kMobileDigits = 10;

}  // namespace

std::size_t phone_digits(std::string_view begun) {
    return begun.starts_with("02") ? kMostPhoneDigits : kMobileDigits;
}

bool may_begin_phone(std::string_view begun) {
    if (begun.empty()) return true;
    return begun.front() == '0' && (begun.size() == 1 || kSecondDigits.contains(begun[1]));
}

bool is_phone(std::string_view text) {
    return are_digits(text) && may_begin_phone(text) && text.size() == phone_digits(text);
}

}  // namespace motlan
