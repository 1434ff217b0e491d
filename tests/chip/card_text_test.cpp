#include "kiosk/chip/card_text.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/chip/joined.h"
#include "kiosk/chip/tlv.h"
#include "kiosk/core/utf8.h"
#include "tests/chip/hex.h"
#include "tests/support/card_person.h"

using namespace motlan;
using motlan::testing::CardPerson;
using motlan::testing::hex;

namespace {

Bytes entry(std::uint8_t number, std::string_view text, Tag kind = 0x0C) {
    return element(0x30, joined({element(0x02, Bytes{number}), element(kind, as_bytes(text))}));
}

/// The file with these entries.
Bytes file_of(std::initializer_list<ByteView> entries) {
    const Bytes inside =
        joined({hex("020101"), hex("060628D316010008"), element(0x31, joined(entries))});
    return element(0x6D, element(0x30, inside));
}

const Bytes kNumber = entry(1, "040200000017", 0x13);
const Bytes kName = entry(2, "Nguyễn Văn Thử");
const Bytes kBirth = entry(3, "15/01/2000");

Fault fault_of(std::initializer_list<ByteView> entries) {
    const auto text = parse_card_text(file_of(entries));
    return text ? Fault::BrokenAssumption : text.error();
}

}  // namespace

TEST_CASE("a whole card's text is read, and only what a dossier needs", "[chip]") {
    const CardPerson person;

    const auto text = parse_card_text(vietnamese_file(person));

    REQUIRE(text);
    CHECK(text->number.digits() == person.number);
    CHECK(text->full_name == person.full_name);
    CHECK(text->birth_date.to_text() == person.birth_date);
    CHECK(text->residence == person.residence);
    CHECK(text->issued->to_text() == person.issued);
    CHECK(text->expires->to_text() == person.expires);
    CHECK(text->old_number == person.old_number);
}

TEST_CASE("number, name and birth date are enough", "[chip]") {
    const auto text = parse_card_text(file_of({kBirth, kName, kNumber}));

    REQUIRE(text);
    CHECK(text->residence.empty());
    CHECK_FALSE(text->issued.has_value());
    CHECK_FALSE(text->expires.has_value());
    CHECK_FALSE(text->old_number.has_value());
}

TEST_CASE("each of the three is needed", "[chip]") {
    CHECK(fault_of({kName, kBirth}) == Fault::ChipMalformed);
    CHECK(fault_of({kNumber, kBirth}) == Fault::ChipMalformed);
    CHECK(fault_of({kNumber, kName}) == Fault::ChipMalformed);
    CHECK(fault_of({}) == Fault::ChipMalformed);
}

TEST_CASE("unknown entries and kinds of value are passed over", "[chip]") {
    const Bytes unknown = entry(99, "x");
    const Bytes long_number = element(0x30, hex("02020101040100"));
    const Bytes list = element(0x30, joined({element(0x02, Bytes{13}), element(0x30, {})}));

    CHECK(parse_card_text(file_of({unknown, long_number, list, kNumber, kName, kBirth})));
}

TEST_CASE("a birth date is a date, with strokes or without", "[chip]") {
    for (const char* date : {"15/01/2000", "15012000", "00/00/1950"})
        CHECK(parse_card_text(file_of({kNumber, kName, entry(3, date)})));
    for (const char* date : {"", "200", "20x0", "1849", "-200", "31/02/2000", "15-01-2000",
                             "2000/01/15", "15/01/00", "1a/01/2000", "15/01/20000", "-1/01/2000"}) {
        INFO(date);
        CHECK(fault_of({kNumber, kName, entry(3, date)}) == Fault::ChipMalformed);
    }
}

TEST_CASE("of some people the chip knows only the year of birth", "[chip]") {
    for (const char* date : {"1951", "00/00/1951", "00001951", " 1951 "}) {
        INFO(date);
        const auto text = parse_card_text(file_of({kNumber, kName, entry(3, date)}));

        REQUIRE(text);
        CHECK(text->birth_date == CivilDate::only_year(1951));
    }
}

TEST_CASE("an unlimited card has no expiry", "[chip]") {
    const auto text =
        parse_card_text(file_of({kNumber, kName, kBirth, entry(12, "Không thời hạn")}));

    CHECK_FALSE(text->expires.has_value());
}

TEST_CASE("text is strict UTF-8 and becomes one form", "[chip]") {
    const auto split = parse_card_text(file_of({kNumber, kBirth, entry(2, "Nguye\u0302\u0303n")}));

    REQUIRE(split);
    CHECK(split->full_name == "Nguyễn");
    CHECK(fault_of({kNumber, kBirth, entry(2, "Nguy\xE1n")}) == Fault::ChipMalformed);
    CHECK(fault_of({kNumber, kBirth, entry(2, "Nguyen", 0x1E)}) == Fault::ChipMalformed);
    CHECK(fault_of({kNumber, kBirth, entry(2, std::string(1025, 'a'))}) == Fault::ChipMalformed);
}

TEST_CASE("an entry that comes twice is refused", "[chip]") {
    CHECK(fault_of({kNumber, kName, kBirth, kNumber}) == Fault::ChipMalformed);
}

TEST_CASE("an old number has nine digits or twelve", "[chip]") {
    const auto old_number = [](const char* text) {
        return parse_card_text(file_of({kNumber, kName, kBirth, entry(15, text)}))->old_number;
    };

    CHECK(old_number("186000017") == "186000017");
    CHECK(old_number("040200000018") == "040200000018");
    CHECK_FALSE(old_number("00112233AABB").has_value());
    CHECK_FALSE(old_number("1860000").has_value());
}

TEST_CASE("a file cut anywhere is refused", "[chip]") {
    const Bytes file = vietnamese_file(CardPerson{});

    for (std::size_t size = 0; size < file.size(); ++size)
        CHECK(parse_card_text(ByteView(file).first(size)).error() == Fault::ChipMalformed);
}
