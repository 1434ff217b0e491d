#include "kiosk/chip/chip_files.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/chip/joined.h"
#include "tests/chip/scripted_chip.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr ChipFile kSmall = {0x011C, 0x31, 600};
const ScriptedChip::Turn kSelect = {"00A4020C02011C", "9000"};

Result<Bytes> read(ScriptedChip& chip) {
    ChipSession session(chip);
    return read_file(session, kSmall);
}

/// Answers every command alike, for ever; the file that it shows first claims so much.
class StubbornChip final : public ChipTerminal {
public:
    StubbornChip(std::string heading, std::string answer)
        : heading_(std::move(heading)), answer_(std::move(answer)) {}

    Result<void> wake(std::chrono::milliseconds) override { return {}; }
    Result<Bytes> exchange(ByteView) override {
        switch (++exchanges_) {
            case 1: return hex("9000");
            case 2: return hex(heading_);
            default: return hex(answer_);
        }
    }
    void rest() override {}
    [[nodiscard]] DeviceStatus status() const override { return {}; }
    [[nodiscard]] int exchanges() const { return exchanges_; }

private:
    std::string heading_;
    std::string answer_;
    int exchanges_ = 0;
};

}  // namespace

TEST_CASE("a file comes in pieces, whatever their size", "[chip]") {
    ScriptedChip chip({kSelect,
                       {"00B0000005", "31060102039000"},
                       {"00B0000503", "04059000"},
                       {"00B0000701", "069000"}});

    const auto file = read(chip);

    REQUIRE(file);
    CHECK(to_hex(*file) == "3106010203040506");
    CHECK(chip.is_finished());
}

TEST_CASE("a file shorter than its heading might be comes whole", "[chip]") {
    ScriptedChip warns({kSelect, {"00B0000005", "3101AA6282"}});
    ScriptedChip corrects({kSelect, {"00B0000005", "6C03"}, {"00B0000003", "3101AA9000"}});
    ScriptedChip has_more({kSelect, {"00B0000005", "3101AA6102"}, {"00C0000002", "00009000"}});

    for (ScriptedChip* chip : {&warns, &corrects, &has_more}) {
        const auto file = read(*chip);
        REQUIRE(file);
        CHECK(to_hex(*file) == "3101aa");
        CHECK(chip->is_finished());
    }
}

TEST_CASE("an answer in pieces is put together", "[chip]") {
    ScriptedChip chip({kSelect,
                       {"00B0000005", "6105"},
                       {"00C0000005", "310301026101"},
                       {"00C0000001", "039000"}});

    CHECK(to_hex(*read(chip)) == "3103010203");
}

TEST_CASE("a file that is not there or not for us is locked", "[chip]") {
    for (const char* refusal : {"6A82", "6982", "6985"}) {
        ScriptedChip chip({{kSelect.first, refusal}});
        CHECK(read(chip) == fail(Fault::ChipLocked));
    }
}

TEST_CASE("a heading that lies is refused before anything is fetched", "[chip]") {
    for (const char* heading : {
             "318202559000",        // 601 bytes: one more than allowed
             "3184FFFFFF9000",      // four gigabytes and a cut length
             "3184FFFFFFFF019000",  // more than was asked for
             "300100009000",        // another file
             "319000",              // no length
             "9000",                // nothing at all
             "31010000000000009000",
             "6F00",
         }) {
        ScriptedChip chip({kSelect, {"00B0000005", heading}});
        INFO(heading);
        CHECK(read(chip) == fail(Fault::ChipMalformed));
        CHECK(chip.is_finished());
    }
}

TEST_CASE("a chip that answers empty, too much or for ever comes to an end", "[chip]") {
    const std::string too_much = std::string(2 * 253, '0') + "9000";
    for (const std::string& answer :
         {std::string("9000"), std::string("6282"), std::string("6100"), std::string("6C01"),
          std::string("006101"), std::string("6B00"), std::string("00"), too_much}) {
        StubbornChip chip("31820200009000", answer);
        ChipSession session(chip);

        INFO(answer);
        CHECK(read_file(session, kSmall) == fail(Fault::ChipMalformed));
        CHECK(chip.exchanges() < 300);
    }
}

TEST_CASE("a chip that gives one byte at a time is left after so many exchanges", "[chip]") {
    StubbornChip chip("75830100009000", "009000");
    ChipSession session(chip);

    CHECK(read_file(session, chip_file::kFace) == fail(Fault::ChipMalformed));
    StubbornChip slow("7582FFF0009000", "009000");
    ChipSession long_session(slow);
    CHECK(read_file(long_session, chip_file::kFace) == fail(Fault::ChipMalformed));
    CHECK(slow.exchanges() == kExchangeLimit);
}

TEST_CASE("beyond 32 KiB the offset travels in an object", "[chip]") {
    const std::string piece(2 * 252, 'A');
    std::vector<ScriptedChip::Turn> turns = {kSelect, {"00B0000005", "75828200AA9000"}};
    std::size_t at = 5;
    for (; at < 0x8000; at += 252) {
        const std::string offset =
            to_hex(Bytes{static_cast<std::uint8_t>(at >> 8U), static_cast<std::uint8_t>(at)});
        turns.emplace_back("00B0" + offset + "FC", piece + "9000");
    }
    for (std::size_t left = 0x8204 - at; left > 0;) {
        const std::size_t size = std::min<std::size_t>(left, 252);
        const Bytes offset = {static_cast<std::uint8_t>(at >> 8U), static_cast<std::uint8_t>(at)};
        const Bytes asked = {static_cast<std::uint8_t>(size + 4)};
        const Bytes wrapped = element(0x53, Bytes(size, 0xBB));
        turns.emplace_back("00B10000045402" + to_hex(offset) + to_hex(asked),
                           to_hex(wrapped) + "9000");
        at += size;
        left -= size;
    }
    ScriptedChip chip(turns);
    ChipSession session(chip);

    const auto file = read_file(session, {0x011C, 0x75, 64U << 10U});

    CHECK(chip.unexpected().empty());
    REQUIRE(file);
    CHECK(file->size() == 0x8204);
    CHECK(file->back() == 0xBB);
}

TEST_CASE("the arrival of a file is told", "[chip]") {
    ScriptedChip chip({kSelect, {"00B0000005", "31060102039000"}, {"00B0000503", "0405069000"}});
    ChipSession session(chip);
    std::vector<std::size_t> told;

    REQUIRE(read_file(session, kSmall,
                      [&](std::size_t come, std::size_t whole) { told = {come, whole}; }));

    CHECK(told == std::vector<std::size_t>{8, 8});
}

TEST_CASE("a session ends when somebody asks it to", "[chip]") {
    ScriptedChip chip({kSelect});
    std::stop_source stop;
    ChipSession session(chip, stop.get_token());
    stop.request_stop();

    CHECK(read_file(session, kSmall) == fail(Fault::ChipRemoved));
    CHECK_FALSE(chip.is_finished());
}
