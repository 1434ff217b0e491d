#include "kiosk/chip/mrz.h"

#include <algorithm>
#include <array>

#include "kiosk/chip/tlv.h"

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

bool are_zone_letters(std::string_view letters, std::size_t count) {
    return letters.size() == count && std::ranges::all_of(letters, is_mrz_letter);
}

bool dates_hold(std::string_view second) {
    return check_digit(second.substr(0, 6)) == second[6] &&
           check_digit(second.substr(8, 6)) == second[14];
}

bool holds(std::string_view first, std::string_view second) {
    return check_digit(first.substr(5, 9)) == first[14] && dates_hold(second) &&
           check_digit(covered(first, second)) == second[29];
}

std::optional<Sex> sex_of(char letter) {
    if (letter == 'M') return Sex::Male;
    if (letter == 'F') return Sex::Female;
    return std::nullopt;
}

}  // namespace

Result<Mrz> parse_mrz(std::string_view letters) {
    if (!are_zone_letters(letters, 3 * kLine)) return fail(Fault::ChipMalformed);
    const std::string_view first = letters.substr(0, kLine);
    const std::string_view second = letters.substr(kLine, kLine);
    const auto number = CitizenNumber::parse(first.substr(15, 12));
    if (!number || !holds(first, second)) return fail(Fault::ChipMalformed);
    return Mrz{*number, sex_of(second[7])};
}

Result<Mrz> parse_zone_file(ByteView file) {
    return only(file, 0x61)
        .and_then([](ByteView inside) { return only(inside, 0x5F1F); })
        .and_then([](ByteView letters) { return parse_mrz(as_text(letters)); });
}

std::string document_number_of(const CitizenNumber& number) {
    constexpr std::size_t kBefore = 3;
    return std::string(number.digits().substr(kBefore));
}

Result<MrzKey> key_of(const CitizenNumber& number, std::string_view second_line) {
    if (!are_zone_letters(second_line, kLine) || !dates_hold(second_line)) {
        return fail(Fault::ChipMalformed);
    }
    return MrzKey{.document_number = document_number_of(number),
                  .birth = std::string(second_line.substr(0, 6)),
                  .expiry = std::string(second_line.substr(8, 6))};
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
