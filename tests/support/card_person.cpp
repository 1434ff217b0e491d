#include "tests/support/card_person.h"

#include <algorithm>

#include "kiosk/core/expects.h"
#include "kiosk/core/utf8.h"
#include "tests/support/der.h"

namespace motlan::testing {
namespace {

constexpr std::size_t kLine = 30;

// Weights 7, 3, 1; letters count from A = 10 and the filler is 0 (ICAO 9303-3, 4.9).
std::string checked(const std::string& text) {
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const int value = c == '<' ? 0 : c >= 'A' ? c - 'A' + 10 : c - '0';
        sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    }
    return text + std::to_string(sum % 10);
}

std::string check_digit(const std::string& text) { return checked(text).substr(text.size()); }

std::string filled(std::string line) {
    line.resize(kLine, '<');
    return line;
}

// "15/01/2000" as 000115; a card without an end says 991231.
std::string short_date(const std::string& date) {
    if (date.size() != 10) return "991231";
    return date.substr(8, 2) + date.substr(3, 2) + date.substr(0, 2);
}

std::string document_number(const CardPerson& person) { return person.number.substr(3); }

// NGUYEN<<VAN<THU
std::string plain_name(const std::string& full_name) {
    std::string name = fold(full_name);
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : '<';
    });
    const std::size_t end_of_surname = name.find('<');
    return end_of_surname == std::string::npos ? name : name.insert(end_of_surname, "<");
}

Bytes entry(std::uint8_t number, const Bytes& value) {
    return der(0x30, {der(0x02, Bytes{number}), value});
}

Bytes utf8(const std::string& text) { return der(0x0C, text); }

// "01022003", "2003" written out as on the front of the card.
std::string long_date(std::string_view digits) {
    expects(digits.size() == 8);
    return std::string(digits.substr(0, 2)) + "/" + std::string(digits.substr(2, 2)) + "/" +
           std::string(digits.substr(4));
}

}  // namespace

CardPerson CardPerson::from_tree(const Tree& card) {
    CardPerson person;
    person.number = card.text_at("number", person.number);
    person.old_number = card.text_at("old_number");
    person.full_name = card.text_at("full_name", person.full_name);
    person.sex = card.text_at("sex", person.sex);
    person.residence = card.text_at("address", person.residence);
    if (card.find("birth_date") != nullptr)
        person.birth_date = long_date(card.text_at("birth_date"));
    if (card.find("issued") != nullptr) person.issued = long_date(card.text_at("issued"));
    person.expires = "Không thời hạn";
    return person;
}

std::string machine_readable_zone(const CardPerson& person) {
    const std::string first =
        "IDVNM" + checked(document_number(person)) + checked(person.number + "<<");
    const std::string birth = checked(short_date(person.birth_date));
    const std::string expiry = checked(short_date(person.expires));
    const std::string second =
        birth + (person.sex == "Nam" ? "M" : "F") + expiry + "VNM" + std::string(11, '<');
    const std::string whole = first.substr(5) + birth + expiry + second.substr(18);
    return first + second + check_digit(whole) + filled(plain_name(person.full_name));
}

std::string basic_access_words(const CardPerson& person) {
    return checked(document_number(person)) + checked(short_date(person.birth_date)) +
           checked(short_date(person.expires));
}

Bytes machine_readable_file(const CardPerson& person) {
    return der(0x61, der(0x5F1F, machine_readable_zone(person)));
}

Bytes vietnamese_file(const CardPerson& person) {
    Bytes entries = joined({entry(1, der(0x13, person.number)), entry(2, utf8(person.full_name)),
                            entry(3, utf8(person.birth_date)), entry(4, utf8(person.sex)),
                            entry(5, utf8(person.nationality)), entry(6, utf8(person.ethnicity)),
                            entry(7, utf8(person.religion)), entry(8, utf8(person.origin)),
                            entry(9, utf8(person.residence)), entry(10, utf8(person.marks)),
                            entry(11, utf8(person.issued)), entry(12, utf8(person.expires)),
                            entry(13, der(0x30, {utf8(person.father), utf8(person.mother)}))});
    if (person.spouse) entries = joined({entries, entry(14, der(0x30, utf8(*person.spouse)))});
    entries = joined(
        {entries, entry(15, utf8(person.old_number)), entry(16, der(0x13, "00112233AABBCCDD"))});
    const Bytes kind{0x28, 0xD3, 0x16, 0x01, 0x00, 0x08};  // 1.0.10646.1.0.8
    return der(0x6D, der(0x30, {der(0x02, Bytes{1}), der(0x06, kind), der(0x31, entries)}));
}

}  // namespace motlan::testing
