#include "kiosk/chip/chip_reading.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>

#include "kiosk/chip/basic_access.h"
#include "kiosk/chip/chip_files.h"
#include "kiosk/chip/likely_zones.h"
#include "tests/support/virtual_card.h"
#include "tests/support/virtual_terminal.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

class EmptyReader final : public ChipTerminal {
public:
    Result<void> wake(std::chrono::milliseconds) override { return fail(Fault::ChipAbsent); }
    Result<Bytes> exchange(ByteView) override {
        ++exchanges_;
        return fail(Fault::ChipRemoved);
    }
    void rest() override {}
    [[nodiscard]] DeviceStatus status() const override { return {}; }
    [[nodiscard]] int exchanges() const { return exchanges_; }

private:
    int exchanges_ = 0;
};

CitizenNumber number_of(const CardPerson& person) {
    return CitizenNumber::parse(person.number).value();
}

CivilDate date_of(std::string date) {
    std::erase(date, '/');
    return CivilDate::parse_card(date).value();
}

/// The zones that follow from what the code of this person's card says.
std::vector<MrzKey> zones_of(const CardPerson& person) {
    Profile profile{.number = Personal(number_of(person)),
                    .full_name = Personal(person.full_name),
                    .birth_date = Personal(date_of(person.birth_date))};
    profile.issued.emplace(date_of(person.issued));
    return likely_zones(profile);
}

}  // namespace

TEST_CASE("no card is no reading", "[chip]") {
    EmptyReader reader;

    CHECK(read_chip(reader, number_of({}), {}).error() == Fault::ChipAbsent);
    CHECK(reader.exchanges() == 0);
}

TEST_CASE("an older chip opens with no more than its card's code", "[chip]") {
    const auto [issued, expires] =
        GENERATE(table<std::string, std::string>({{"15/01/2022", "15/01/2025"},
                                                  {"15/02/2023", "15/01/2040"},
                                                  {"15/02/2023", "15/01/2025"},
                                                  {"15/01/2060", "Không thời hạn"}}));
    const CardPerson person{.issued = issued, .expires = expires};
    const Signing signing = {make_document_signer(make_issuing_state())};
    VirtualTerminal terminal(VirtualCard(person, card_files(person, signing), {.has_pace = false}));

    const auto card = read_chip(terminal, number_of(person), {.zones = zones_of(person)});

    REQUIRE(card);
    CHECK(card->profile.full_name.reveal() == person.full_name);
}

TEST_CASE("a chip says whether it opens with the zone", "[chip]") {
    for (const bool has_zone : {true, false}) {
        VirtualTerminal terminal(
            VirtualCard({}, {}, {.has_pace = false, .has_basic_access = has_zone}));
        ChipSession session(terminal);
        REQUIRE(select_application(session));

        CHECK(offers_basic_access(session) == has_zone);
    }
}

TEST_CASE("a picture that reaches beyond 32 KiB is read under either protection", "[chip]") {
    const CardPerson person;
    const Signing signing = {make_document_signer(make_issuing_state())};
    Bytes picture = drawn_face(FaceCoding::Jpeg);
    picture.resize(60'000, 0x5A);
    CardFiles files = card_files(person, signing);
    files[kFace] = face_file(picture, FaceCoding::Jpeg);
    sign(files, signing);

    for (const bool has_pace : {true, false}) {
        VirtualTerminal terminal(VirtualCard(person, files, {.has_pace = has_pace}));
        const auto card =
            read_chip(terminal, number_of(person),
                      {.face = true, .zones = {MrzKey{"200000017", "000115", "250115"}}});

        REQUIRE(card);
        REQUIRE(card->face);
        CHECK(card->face->bytes == picture);
    }
}
