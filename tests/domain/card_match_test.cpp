// The card beside its source: other marks, other words and another person are three things.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/card_match.h"
#include "kiosk/domain/id_card_qr.h"
#include "tests/domain/examples.h"

namespace motlan {
namespace {

CardMatch name(std::string_view on_card, std::string_view held) {
    return card_against_source(ConceptId("person.full_name"), on_card, held);
}
CardMatch birth(std::string_view on_card, std::string_view held) {
    return card_against_source(ConceptId("person.birth_date"), on_card, held);
}
CardMatch home(std::string_view on_card, std::string_view held) {
    return card_against_source(ConceptId("person.residence"), on_card, held);
}

Profile profile() {
    constexpr std::string_view kCard =
        "040200000017||Trần Thị Mẫu|15012000|Nữ|Xóm 4, Kim Liên, Nam Đàn, Nghệ An|15012022";
    return parse_id_card_qr(as_bytes(kCard), examples::today()).value().profile;
}

SourceWords holding(const char* concept_id, std::string value,
                    SourceVerdict verdict = SourceVerdict::Held) {
    return {{ConceptId(concept_id),
             {.verdict = verdict, .source = SourceId("dc"), .value = Personal(std::move(value))}}};
}

}  // namespace

TEST_CASE("capitals and blanks make nobody another person", "[domain]") {
    CHECK(name("NGUYỄN THỊ HÒA", "Nguyễn Thị  Hòa ") == CardMatch::Same);
    CHECK(name("Nguyễn Thị Hòa", "Nguyễn Thị Hoà") == CardMatch::MarksOnly);
    CHECK(name("Nguyen Thi Hoa", "Nguyễn Thị Hòa") == CardMatch::MarksOnly);
    CHECK(name("Nguyễn Thị Hòa", "Nguyễn Thị Hoan") == CardMatch::Wording);
}

TEST_CASE("a home after the communes were renamed is written otherwise and no more", "[domain]") {
    CHECK(home("Xóm 4, Kim Liên, Nam Đàn, Nghệ An", "Xóm 4, xã Kim Liên, tỉnh Nghệ An") ==
          CardMatch::Wording);
}

TEST_CASE("another birth date or number is another person", "[domain]") {
    CHECK(birth("1951-03-12", "1951-03-12") == CardMatch::Same);
    CHECK(birth("1951-03-12", "1951-03-13") == CardMatch::Identity);
    CHECK(card_against_source(ConceptId("person.number"), "040200000017", "040200000018") ==
          CardMatch::Identity);
}

TEST_CASE("who knows the year only contradicts no day of it", "[domain]") {
    CHECK(birth("1951", "1951-03-12") == CardMatch::Same);
    CHECK(birth("1951-03-12", "1951") == CardMatch::Same);
    CHECK(birth("1951-03-12", "1952") == CardMatch::Identity);
    CHECK(birth("1951-03-12", "12/03/1951") == CardMatch::Wording);
}

TEST_CASE("only what a source holds can show that it is another person", "[domain]") {
    CHECK(is_another_person(profile(), holding("person.birth_date", "2000-01-16")));
    CHECK_FALSE(is_another_person(profile(), holding("person.birth_date", "2000-01-15")));
    CHECK_FALSE(is_another_person(
        profile(), holding("person.birth_date", "2000-01-16", SourceVerdict::Contradictory)));
    CHECK_FALSE(is_another_person(profile(), holding("person.full_name", "Lê Văn Khác")));
    CHECK_FALSE(is_another_person(profile(), {}));
}

TEST_CASE("name, birth date and number say who somebody is, a home does not", "[domain]") {
    CHECK(says_who(ConceptId("person.full_name")));
    CHECK(says_who(ConceptId("person.birth_date")));
    CHECK(says_who(ConceptId("person.number")));
    CHECK_FALSE(says_who(ConceptId("person.residence")));
}

}  // namespace motlan
