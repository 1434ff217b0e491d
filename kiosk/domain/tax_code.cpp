#include "kiosk/domain/tax_code.h"

#include <array>

#include "kiosk/core/digits.h"

namespace motlan {
namespace {

constexpr std::size_t kOwnDigits = 10;
/// What each of the nine digits before the check digit counts.
constexpr std::array kWeights{31, 29, 23, 19, 17, 13, 7, 5, 3};

}  // namespace

std::optional<TaxCode> TaxCode::parse(std::string_view text) {
    const bool has_length = text.size() == kOwnDigits || text.size() == kMostDigits;
    if (!has_length || !are_digits(text)) return std::nullopt;
    return TaxCode(std::string(text));
}

std::string TaxCode::written() const {
    if (digits_.size() == kOwnDigits) return digits_;
    return digits_.substr(0, kOwnDigits) + "-" + digits_.substr(kOwnDigits);
}

bool TaxCode::is_checked() const {
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) sum += kWeights.at(i) * (digits_[i] - '0');
    return digits_[kWeights.size()] - '0' == 10 - sum % 11;
}

}  // namespace motlan
