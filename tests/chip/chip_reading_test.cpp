#include "kiosk/chip/chip_reading.h"

#include <catch2/catch_test_macros.hpp>

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

}  // namespace

TEST_CASE("no card is no reading", "[chip]") {
    EmptyReader reader;

    CHECK(read_chip(reader, number_of({}), {}).error() == Fault::ChipAbsent);
    CHECK(reader.exchanges() == 0);
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
                      {.face = true, .zone = MrzKey{"200000017", "000115", "250115"}});

        REQUIRE(card);
        REQUIRE(card->face);
        CHECK(card->face->bytes == picture);
    }
}
