// The code of the VNeID application: opaque here, resolved by the province if it can.
#include "tests/flow/walk.h"

namespace motlan {
namespace {

constexpr std::string_view kToken = "dGhpcyBpcyBub3QgYSByZWFsIGNvZGU_-1234";

Profile resolved() {
    return {.number = Personal(*CitizenNumber::parse("040200000017")),
            .full_name = Personal(std::string("Dấu Vết Tên")),
            .birth_date = Personal(*CivilDate::make(2000, 1, 15)),
            .read_from = ReadFrom::Vneid};
}

}  // namespace

TEST_CASE("an opaque code is resolved by the province", "[flow]") {
    Walk walk;
    walk.to_card()(CardCodeRead{to_bytes(kToken)});

    REQUIRE(walk.effects<ResolveCode>().size() == 1);
    CHECK(as_text(walk.effects<ResolveCode>()[0].code.reveal()) == kToken);
    CHECK(walk.at<ShowCard>().is_resolving);
    CHECK(walk.at<ShowCard>().refusals == 0);
    walk(CodeResolved{resolved()});
    CHECK(walk.at<Consent>().visit.profile.read_from == ReadFrom::Vneid);
    CHECK(walk.effects<StopWatching>().size() == 1);
}

TEST_CASE("an address, a contact and a password are sent nowhere", "[flow]") {
    for (const char* other :
         {"https://vneid.example/abcdefghijklmnop", "WIFI:S:net;P:secret123456;;", "BEGIN:VCARD",
          "short", "hai từ có khoảng trắng dài dòng lắm", "00020101021238abcdefghijklmn"}) {
        Walk walk;
        walk.to_card()(CardCodeRead{to_bytes(other)});
        INFO(other);

        CHECK_FALSE(walk.has_effects());
        CHECK(walk.at<ShowCard>().refused.has_value());
    }
}

TEST_CASE("a code that the province does not know is refused, and the card may follow", "[flow]") {
    Walk walk;
    walk.to_card()(CardCodeRead{to_bytes(kToken)})(CodeNotResolved{Fault::VneidUnknown});

    CHECK(walk.at<ShowCard>().refused == Fault::VneidUnknown);
    CHECK_FALSE(walk.at<ShowCard>().is_resolving);
    CHECK(walk(CardCodeRead{to_bytes(kMarkedCard)}).is_at<Consent>());
}

TEST_CASE("while one code is resolved no other is asked about, but a card is taken", "[flow]") {
    Walk walk;
    walk.to_card()(CardCodeRead{to_bytes(kToken)});
    walk(CardCodeRead{to_bytes(std::string(kToken) + "x")});

    CHECK_FALSE(walk.has_effects());
    CHECK(walk(CardCodeRead{to_bytes(kMarkedCard)}).is_at<Consent>());
    CHECK(walk(CodeResolved{resolved()}).at<Consent>().visit.profile.read_from == ReadFrom::CardQr);
}

TEST_CASE("a reader that sends codes without end does not ask the province without end", "[flow]") {
    Walk walk;
    walk.to_card();
    int asked = 0;
    for (int i = 0; i < 100; ++i) {
        walk(CardCodeRead{to_bytes(std::string(kToken) + std::to_string(i))});
        asked += static_cast<int>(walk.effects<ResolveCode>().size());
        walk(CodeNotResolved{Fault::VneidUnknown});
    }

    CHECK(asked == 10);
    CHECK(walk.at<ShowCard>().refused == Fault::VneidUnknown);
    CHECK(walk(CardCodeRead{to_bytes(kMarkedCard)}).is_at<Consent>());
}

TEST_CASE("without the province no code is asked about", "[flow]") {
    Walk walk(example_office(examples::item("name", "person.full_name")));
    walk(LinkChanged{true}).to_card()(CardCodeRead{to_bytes(kToken)});

    CHECK_FALSE(walk.has_effects());
    CHECK(walk.at<ShowCard>().refused == Fault::BackendUnreachable);
}

TEST_CASE("a code that is too long for a card may be one of the application", "[flow]") {
    Walk walk;
    walk.to_card()(CardCodeRead{to_bytes(std::string(2000, 'a'))});

    CHECK(walk.effects<ResolveCode>().size() == 1);
    walk(CodeNotResolved{Fault::VneidUnknown})(CardCodeRead{to_bytes(std::string(2049, 'a'))});
    CHECK(walk.effects<ResolveCode>().empty());
    CHECK(walk.at<ShowCard>().refused == Fault::QrTooLong);
}

}  // namespace motlan
