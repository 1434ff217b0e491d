#include "kiosk/chip/mrz.h"

#include <algorithm>
#include <array>

namespace motlan {
namespace {

constexpr std::size_t kLine = 30;

bool is_mrz_letter(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || letter == '<';
}

int value_of(char letter) {
    if (letter == '<') return 0;
    return letter <= '9' ? letter - '0' : letter - 'A' + 10;
}

// Weights 7, 3, 1 over and over, modulo ten (Doc 9303-3 section 4.9).
char check_digit(std::string_view text) {
    constexpr std::array kWeights = {7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) sum += value_of(text[i]) * kWeights[i % 3];
    return static_cast<char>('0' + sum % 10);
}

// The composite check digit covers these of the first two lines (Doc 9303-5 section 4.2.4).
std::string covered(std::string_view first, std::string_view second) {
    std::string text(first.substr(5));
    text += second.substr(0, 7);
    text += second.substr(8, 7);
    text += second.substr(18, 11);
    return text;
}

bool holds(std::string_view first, std::string_view second) {
    return check_digit(first.substr(5, 9)) == first[14] &&
           check_digit(second.substr(0, 6)) == second[6] &&
           check_digit(second.substr(8, 6)) == second[14] &&
           check_digit(covered(first, second)) == second[29];
}

std::optional<Sex> sex_of(char letter) {
    if (letter == 'M') return Sex::Male;
    if (letter == 'F') return Sex::Female;
    return std::nullopt;
}

}  // namespace

Result<Mrz> parse_mrz(std::string_view letters) {
    if (letters.size() != 3 * kLine || !std::ranges::all_of(letters, is_mrz_letter)) {
        return fail(Fault::ChipMalformed);
    }
    const std::string_view first = letters.substr(0, kLine);
    const std::string_view second = letters.substr(kLine, kLine);
    const auto number = CitizenNumber::parse(first.substr(15, 12));
    if (!number || !holds(first, second)) return fail(Fault::ChipMalformed);
    return Mrz{*number, sex_of(second[7])};
}

Result<std::string> MrzKey::to_text() const {
    std::string number = document_number;
    number.resize(std::max<std::size_t>(number.size(), 9), '<');
    std::string text;
    for (const std::string& part : {number, birth, expiry}) {
        if (!std::ranges::all_of(part, is_mrz_letter)) return fail(Fault::ChipMalformed);
        text += part + check_digit(part);
    }
    return text;
}

}  // namespace motlan
