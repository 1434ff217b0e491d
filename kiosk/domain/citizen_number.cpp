#include "kiosk/domain/citizen_number.h"

#include <algorithm>

namespace motlan {

Result<CitizenNumber> CitizenNumber::parse(std::string_view text) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (text.size() != 12 || !std::ranges::all_of(text, is_digit)) {
        return fail(Fault::CitizenNumberMalformed);
    }
    return CitizenNumber(std::string(text));
}

std::string CitizenNumber::masked() const {
    return digits_.substr(0, 3) + " *** *** " + digits_.substr(9);
}

}  // namespace motlan
