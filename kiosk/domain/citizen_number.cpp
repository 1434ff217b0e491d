#include "kiosk/domain/citizen_number.h"

#include "kiosk/domain/person_number.h"

namespace motlan {

Result<CitizenNumber> CitizenNumber::parse(std::string_view text) {
    if (text.size() != kPersonDigits || !are_digits(text)) {
        return fail(Fault::CitizenNumberMalformed);
    }
    return CitizenNumber(std::string(text));
}

std::string CitizenNumber::masked() const {
    return digits_.substr(0, 3) + " *** *** " + digits_.substr(9);
}

}  // namespace motlan
