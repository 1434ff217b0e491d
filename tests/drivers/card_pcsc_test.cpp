// The reader of chips against a real pcscd and the real libpcsclite, with a virtual reader and a
// virtual card. What only hardware shows: a contactless field, its timing, a reader unplugged.
#include "drivers/card_pcsc/pcsc_terminal.h"

#include <array>
#include <print>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/chip/chip_reading.h"
#include "kiosk/core/toml.h"
#include "kiosk/ipc/child.h"
#include "tests/support/card_slot.h"
#include "tests/support/checkout.h"
#include "tests/support/private_pcscd.h"

using namespace motlan;
using namespace motlan::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::array<std::uint8_t, 13> kSelectApplication{0, 0xA4, 4,    0x0C, 7, 0xA0, 0,
                                                          0, 2,    0x47, 0x10, 1, 0};
constexpr std::array<std::uint8_t, 5> kChallenge{0, 0x84, 0, 0, 8};

// Generous: only a machine that is stuck needs so long. pcscd looks for a card 2.5 times a second.
constexpr auto kLong = 20s;

struct Desk {
    PrivatePcscd pcscd;
    CardSlot slot{pcscd.port()};
    PcscTerminal terminal{"Virtual PCD 00 00"};

    // Waits until pcscd has its reader. Where it cannot run at all, there is nothing to test.
    Desk() {
        const auto end = std::chrono::steady_clock::now() + kLong;
        while (terminal.wake(0ms) != fail(Fault::ChipAbsent)) {
            if (!pcscd.is_alive()) SKIP("pcscd does not run here: " << pcscd.last_words());
            REQUIRE(std::chrono::steady_clock::now() < end);
        }
    }
};

VirtualCard card(CardManner manner = {}) {
    const CardPerson person;
    static const CardFiles kFiles =
        card_files(person, {.signer = make_document_signer(make_issuing_state())});
    return {person, kFiles, manner};
}

bool turns(const PcscTerminal& terminal, bool is_ready) {
    const auto end = std::chrono::steady_clock::now() + kLong;
    while (terminal.status().is_ready() != is_ready && std::chrono::steady_clock::now() < end) {
        std::this_thread::yield();
    }
    return terminal.status().is_ready() == is_ready;
}

}  // namespace

TEST_CASE("an empty reader is a chip that is absent", "[drivers]") {
    Desk desk;

    CHECK(desk.terminal.wake(0ms) == fail(Fault::ChipAbsent));
    CHECK(desk.terminal.wake(100ms) == fail(Fault::ChipAbsent));
    CHECK(desk.terminal.exchange(kChallenge) == fail(Fault::ChipRemoved));
}

TEST_CASE("a card that is laid wakes and answers", "[drivers]") {
    Desk desk;

    desk.slot.lay(card());

    REQUIRE(desk.terminal.wake(kLong));
    CHECK(desk.terminal.exchange(kSelectApplication) == Bytes{0x90, 0});
    CHECK(desk.terminal.exchange(kChallenge).value().size() == 10);
}

TEST_CASE("a card laid while the reader waits is found", "[drivers]") {
    Desk desk;
    std::jthread citizen([&] { desk.slot.lay(card()); });

    REQUIRE(desk.terminal.wake(kLong));
    CHECK(desk.terminal.exchange(kSelectApplication) == Bytes{0x90, 0});
}

TEST_CASE("a card that slept begins afresh", "[drivers]") {
    Desk desk;
    desk.slot.lay(card());
    REQUIRE(desk.terminal.wake(kLong));
    REQUIRE(desk.terminal.exchange(kSelectApplication) == Bytes{0x90, 0});

    desk.terminal.rest();

    CHECK(desk.terminal.exchange(kChallenge) == fail(Fault::ChipRemoved));
    REQUIRE(desk.terminal.wake(kLong));
    CHECK(desk.terminal.exchange(kChallenge) == Bytes{0x69, 0x82});
}

TEST_CASE("a card taken away in the middle is removed and may come back", "[drivers]") {
    Desk desk;
    desk.slot.lay(card());
    REQUIRE(desk.terminal.wake(kLong));
    REQUIRE(desk.terminal.exchange(kSelectApplication) == Bytes{0x90, 0});

    desk.slot.take_away();

    CHECK(desk.terminal.exchange(kChallenge) == fail(Fault::ChipRemoved));
    CHECK(desk.terminal.exchange(kChallenge) == fail(Fault::ChipRemoved));
    CHECK(desk.terminal.wake(1s) == fail(Fault::ChipAbsent));
    desk.slot.lay(card());
    REQUIRE(desk.terminal.wake(kLong));
    CHECK(desk.terminal.exchange(kSelectApplication) == Bytes{0x90, 0});
}

TEST_CASE("a card that dies before its answer is removed", "[drivers]") {
    Desk desk;
    desk.slot.lay(card({.dies_after = 1}));
    REQUIRE(desk.terminal.wake(kLong));

    CHECK(desk.terminal.exchange(kSelectApplication) == Bytes{0x90, 0});
    CHECK(desk.terminal.exchange(kChallenge) == fail(Fault::ChipRemoved));
}

TEST_CASE("a long answer comes whole", "[drivers]") {
    Desk desk;
    desk.slot.lay(card());
    REQUIRE(desk.terminal.wake(kLong));
    const Bytes select{0, 0xA4, 2, 0x0C, 2, 0x01, 0x1C};
    const Bytes read{0, 0xB0, 0, 0, 0, 0, 0};

    REQUIRE(desk.terminal.exchange(select) == Bytes{0x90, 0});
    Bytes whole = card_access_file({});
    whole.insert(whole.end(), {0x62, 0x82});

    CHECK(desk.terminal.exchange(read) == whole);
}

TEST_CASE("a pcscd that died is the reader's fault until it runs again", "[drivers]") {
    Desk desk;
    desk.slot.lay(card());
    REQUIRE(desk.terminal.wake(kLong));

    desk.pcscd.kill();

    CHECK(desk.terminal.exchange(kSelectApplication) == fail(Fault::ChipReaderUnavailable));
    CHECK(desk.terminal.wake(0ms) == fail(Fault::ChipReaderUnavailable));
    CHECK(turns(desk.terminal, false));

    desk.pcscd.start();

    CHECK(turns(desk.terminal, true));
    REQUIRE(desk.terminal.wake(kLong));
    CHECK(desk.terminal.exchange(kSelectApplication) == Bytes{0x90, 0});
}

TEST_CASE("a pcscd that dies while a card is awaited ends the wait", "[drivers]") {
    Desk desk;
    CHECK(desk.terminal.wake(0ms) == fail(Fault::ChipAbsent));

    std::jthread mishap([&] { desk.pcscd.kill(); });

    CHECK(desk.terminal.wake(kLong) == fail(Fault::ChipReaderUnavailable));
}

TEST_CASE("a reader of another name is not there", "[drivers]") {
    Desk desk;
    PcscTerminal other("Another reader");

    CHECK(other.wake(0ms) == fail(Fault::ChipReaderUnavailable));
    CHECK(turns(other, false));
    CHECK(turns(desk.terminal, true));
}

TEST_CASE("a card that another program holds is not taken from it", "[drivers]") {
    Desk desk;
    desk.slot.lay(card());
    REQUIRE(desk.terminal.wake(kLong));
    PcscTerminal second("");

    CHECK(second.wake(0ms) == fail(Fault::ChipReaderUnavailable));
    CHECK(desk.terminal.exchange(kSelectApplication) == Bytes{0x90, 0});
}

TEST_CASE("a whole card is read through pcscd", "[drivers]") {
    Desk desk;
    const ChipWishes wishes{.face = true, .patience = kLong};
    desk.slot.lay(card());
    REQUIRE(desk.terminal.wake(kLong));  // so that the time is the reading's alone

    const auto start = std::chrono::steady_clock::now();
    const auto read =
        read_chip(desk.terminal, CitizenNumber::parse(CardPerson{}.number).value(), wishes);
    const auto took = std::chrono::steady_clock::now() - start;

    REQUIRE(read);
    CHECK(read->profile.full_name.reveal() == CardPerson{}.full_name);
    CHECK(read->face->bytes == drawn_face(FaceCoding::Jpeg2000));
    std::println("A whole card with its face took {} of 1000 ms through pcscd.",
                 std::chrono::duration_cast<std::chrono::milliseconds>(took).count());
}

TEST_CASE("a card taken away during a reading is removed", "[drivers]") {
    Desk desk;
    ChipWishes wishes{.patience = kLong};
    wishes.progress = [&](int) { desk.slot.take_away(); };
    desk.slot.lay(card());

    const auto read =
        read_chip(desk.terminal, CitizenNumber::parse(CardPerson{}.number).value(), wishes);

    REQUIRE_FALSE(read.has_value());
    CHECK(read.error() == Fault::ChipRemoved);
}

TEST_CASE("the program lays a person's card, signed by the State it names", "[drivers]") {
    Desk desk;
    const Folder trust;
    const auto file = checkout() / "tests/data/people/kim_lien.toml";
    const CardPerson person = CardPerson::from_tree(*read_toml(file).value().find("card"));
    const auto program = Child::start(VIRTUAL_CARD,
                                      {"--port", std::to_string(desk.pcscd.port()), "--person",
                                       file.string(), "--trust", trust.path().string()},
                                      {});
    REQUIRE(program);
    REQUIRE(desk.terminal.wake(kLong));
    const auto countries = read_country_certificates(trust.path()).value();
    REQUIRE(countries.size() == 1);

    const auto read = read_chip(desk.terminal, CitizenNumber::parse(person.number).value(),
                                {.countries = countries, .patience = kLong});

    REQUIRE(read);
    CHECK(read->trust == ChipTrust::Authentic);
    CHECK(read->profile.full_name.reveal() == person.full_name);
}
