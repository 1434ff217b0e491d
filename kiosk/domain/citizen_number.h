// The personal number of a citizen.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/core/result.h"

namespace motlan {

/// The 12-digit personal number on a national ID card.
/// Only length and digits are checked: the law does not guarantee what the
/// prefix means, so a surprising prefix is never an error.
class CitizenNumber {
public:
    /// Reads exactly 12 ASCII digits. Fails with Fault::CitizenNumberMalformed.
    static Result<CitizenNumber> parse(std::string_view text);

    [[nodiscard]] const std::string& digits() const { return digits_; }
    /// "040 *** *** 217": for screens, when nobody asked to see it.
    [[nodiscard]] std::string masked() const;
    bool operator==(const CitizenNumber&) const = default;

private:
    explicit CitizenNumber(std::string digits) : digits_(std::move(digits)) {}

    std::string digits_;
};

}  // namespace motlan
