// The code of the national identity card: what is read, what is refused, what is only odd.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/id_card_qr.h"

namespace motlan {
namespace {

using namespace std::string_literals;

constexpr std::string_view kCard =
    "040200000017||Nguyễn Văn Thử|15012000|Nam|Xóm 3, Cát Ngạn, Thanh Chương, Nghệ An|15012022";

Result<IdCard> read(std::string_view text) {
    return parse_id_card_qr(as_bytes(text), CivilDate::make(2026, 11, 23).value());
}

/// The card with one field changed.
std::string with_field(std::size_t index, std::string_view value) {
    std::string text;
    std::string_view rest = kCard;
    for (std::size_t i = 0; i < 7; ++i) {
        const std::size_t bar = rest.find('|');
        text += i == index ? value : rest.substr(0, bar);
        if (i < 6) text += '|';
        rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
    }
    return text;
}

bool has(const IdCard& card, CardOddity oddity) {
    return std::ranges::contains(card.oddities, oddity);
}

}  // namespace

TEST_CASE("the seven fields of a card become a profile without anything odd", "[domain]") {
    const auto card = read(kCard);

    REQUIRE(card.has_value());
    CHECK(card->profile.number.reveal().digits() == "040200000017");
    CHECK_FALSE(card->profile.old_number.has_value());
    CHECK(card->profile.full_name.reveal() == "Nguyễn Văn Thử");
    CHECK(card->profile.birth_date.reveal().to_iso() == "2000-01-15");
    CHECK(card->profile.sex == Sex::Male);
    CHECK(card->profile.address.reveal() == "Xóm 3, Cát Ngạn, Thanh Chương, Nghệ An");
    CHECK(card->profile.issued->reveal().to_iso() == "2022-01-15");
    CHECK(card->oddities.empty());
}

TEST_CASE("an old number of nine or twelve digits is kept", "[domain]") {
    CHECK(read(with_field(1, "187654321"))->profile.old_number->reveal() == "187654321");
    CHECK(read(with_field(1, "040200000017"))->profile.old_number.has_value());
}

TEST_CASE("further fields of a newer card are kept, and kept out of the profile", "[domain]") {
    const auto card = read(std::string(kCard) + "|Nguyễn Văn Cha| Le\u0302 Thị Mẹ||");

    REQUIRE(card.has_value());
    CHECK(card->further == std::vector{Personal("Nguyễn Văn Cha"s), Personal("Lê Thị Mẹ"s),
                                       Personal(""s), Personal(""s)});
    CHECK(card->profile.issued->reveal().to_iso() == "2022-01-15");
    CHECK(card->oddities == std::vector{CardOddity::MoreFields});
}

TEST_CASE("six fields are no identity card", "[domain]") {
    CHECK(read("040200000017|Nguyễn Văn Thử|15012000|Nam|Vinh|15012022").error() ==
          Fault::QrNotIdCard);
}

TEST_CASE("a birth date of which only the year is known is taken", "[domain]") {
    const auto card = read(with_field(3, "00002000"));

    REQUIRE(card.has_value());
    CHECK(card->profile.birth_date.reveal().is_year_only());
    CHECK(card->oddities.empty());
}

TEST_CASE("other codes that people hold are told apart", "[domain]") {
    const std::string health =
        "HS4401234567890|4e677579e1bb856e2056c4836e|01011960|1|58c3b36d2033|40-001|01012021|-|x|y";

    CHECK(read(health).error() == Fault::QrIsHealthCard);
    CHECK(read("00020101021238560010A0000007270126000697043601120123456789|12345|a|b|c|d|e|f")
              .error() == Fault::QrIsPaymentCode);
    CHECK(read("00020101021238560010A000000727").error() == Fault::QrIsPaymentCode);
    for (const char* text :
         {"https://example.vn/a?b=c", "CCCD: 040200000017\nHọ tên: Nguyễn Văn Thử",
          "eyJhbGciOiJIUzI1NiJ9.e30.x", "", "|||||", "\r\n"}) {
        INFO(text);
        CHECK(read(text).error() == Fault::QrNotIdCard);
    }
}

TEST_CASE("what a reader puts around the code is taken off", "[domain]") {
    for (const std::string& text :
         {"\uFEFF"s + std::string(kCard), std::string(kCard) + "\r\n", "]Q1"s + std::string(kCard),
          " "s + std::string(kCard) + "\0"s, "\uFEFF]Q3"s + std::string(kCard) + "\r"}) {
        const auto card = read(text);
        REQUIRE(card.has_value());
        CHECK(card->profile.number.reveal().digits() == "040200000017");
        CHECK(card->oddities.empty());
    }
}

TEST_CASE("a control character inside the code refuses it", "[domain]") {
    for (const std::string_view name : {"Nguyễn\nVăn Thử", "Nguyễn\x1BVăn Thử", "Nguyễn\x7F",
                                        "Nguyễn\u0080Văn Thử", "Nguyễn\u009F", "\uFEFFNguyễn"}) {
        const auto card = read(with_field(2, name));
        REQUIRE_FALSE(card.has_value());
        CHECK(card.error() == Fault::IdQrUnreadable);
    }
}

TEST_CASE("a decomposed name becomes the composed one", "[domain]") {
    const auto card = read(with_field(2, "Nguye\u0302\u0303n Va\u0306n Thu\u031B\u0309"));

    CHECK(card->profile.full_name.reveal() == "Nguyễn Văn Thử");
    CHECK(card->oddities.empty());
}

TEST_CASE("a code of 1 KiB is read and a longer one is refused unread", "[domain]") {
    const std::string padded = std::string(kCard) + std::string(1024 - kCard.size(), ' ');

    CHECK(read(padded).has_value());
    CHECK(read(padded + " ").error() == Fault::QrTooLong);
    CHECK(read("\xFF\xFE" + padded).error() == Fault::QrTooLong);
}

TEST_CASE("bytes in another encoding are refused", "[domain]") {
    CHECK(read("040200000017||Nguy\xE1n|15012000|Nam|Vinh|15012022").error() == Fault::TextNotUtf8);
}

TEST_CASE("a number that is not twelve digits and a birth that is no date refuse the card",
          "[domain]") {
    CHECK(read(with_field(0, "04020000001")).error() == Fault::CitizenNumberMalformed);
    CHECK(read(with_field(0, "")).error() == Fault::CitizenNumberMalformed);
    CHECK(read(with_field(3, "15/01/2000")).error() == Fault::CivilDateMalformed);
    CHECK(read(with_field(3, "31022000")).error() == Fault::CivilDateMalformed);
    CHECK(read(with_field(3, "24112026")).error() == Fault::CivilDateMalformed);
}

TEST_CASE("no oddity refuses a card", "[domain]") {
    struct Odd {
        std::size_t field;
        const char* value;
        CardOddity oddity;
    };
    const std::vector<Odd> cases{{1, "12345", CardOddity::OldNumberDropped},
                                 {4, "khác", CardOddity::SexUnknown},
                                 {6, "", CardOddity::IssueDateOdd},
                                 {6, "14011999", CardOddity::IssueDateOdd},
                                 {6, "24112026", CardOddity::IssueDateOdd},
                                 {6, "00002022", CardOddity::IssueDateOdd},
                                 {2, "Nguyễn 2", CardOddity::NameOdd},
                                 {2, "Nguyễn ①", CardOddity::NameOdd},
                                 {2, "Nguyễn 😀", CardOddity::NameOdd},
                                 {2, "Nguyễn\u00A0Văn", CardOddity::NameOdd},
                                 {2, "", CardOddity::NameOdd},
                                 {0, "040000000017", CardOddity::CenturyDigitDiffers},
                                 {0, "040299000017", CardOddity::BirthYearDiffers},
                                 {0, "040300000017", CardOddity::SexDigitDiffers}};

    for (const Odd& each : cases) {
        INFO(each.field << " = " << each.value);
        const auto card = read(with_field(each.field, each.value));
        REQUIRE(card.has_value());
        CHECK(card->oddities == std::vector{each.oddity});
    }
}

TEST_CASE("a dropped field is left empty, not guessed", "[domain]") {
    CHECK_FALSE(read(with_field(1, "12345"))->profile.old_number.has_value());
    CHECK_FALSE(read(with_field(4, "khác"))->profile.sex.has_value());
    CHECK_FALSE(read(with_field(6, "24112026"))->profile.issued.has_value());
}

TEST_CASE("sex is understood in capitals and decomposed", "[domain]") {
    CHECK(read(with_field(4, "NAM"))->profile.sex == Sex::Male);
    CHECK(has(*read(with_field(4, "Nu\u031B\u0303")), CardOddity::SexDigitDiffers));
    CHECK(read(with_field(4, "Nu\u031B\u0303"))->profile.sex == Sex::Female);
}

TEST_CASE("every prefix of a number is taken, also of provinces that are no more", "[domain]") {
    for (int prefix = 0; prefix < 1000; ++prefix) {
        const std::string digits = std::to_string(1000 + prefix).substr(1) + "200000017";
        const auto card = read(with_field(0, digits));
        REQUIRE(card.has_value());
        CHECK(card->oddities.empty());
    }
}

TEST_CASE("names of every people of the province are plain", "[domain]") {
    for (const char* name : {"Vi Thị A", "Xồng Bá Dìa", "Moong Văn Pó", "Lô W", "Y Ƀlŏ Niê",
                             "O'Brien-Nguyễn Jr.", "NGUYỄN THỊ ÁNH"}) {
        INFO(name);
        CHECK(read(with_field(2, name))->oddities.empty());
    }
}

}  // namespace motlan
