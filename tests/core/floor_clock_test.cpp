// The wall clock that signed documents hold up.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/core/floor_clock.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

struct Machine {
    testing::Folder folder;
    testing::HandClock hand;
    std::filesystem::path file = folder.path() / "clock_floor";

    [[nodiscard]] FloorClock started() const { return {hand, file}; }
};

}  // namespace

TEST_CASE("without proof the machine's time is told as it is", "[core]") {
    Machine machine;
    const FloorClock clock = machine.started();

    machine.hand.move(1h);

    CHECK(clock.wall() == machine.hand.wall());
    CHECK_FALSE(clock.is_uncertain());
}

TEST_CASE("a clock that was set back tells the last proved time, also after a restart", "[core]") {
    Machine machine;
    const WallTime signed_at = machine.hand.wall();
    FloorClock clock = machine.started();
    REQUIRE(clock.prove(signed_at));

    machine.hand.turn(-24h * 365);

    CHECK(clock.wall() == signed_at);
    CHECK(clock.is_uncertain());
    CHECK(machine.started().wall() == signed_at);
    CHECK(machine.started().is_uncertain());
}

TEST_CASE("an older proof changes nothing", "[core]") {
    Machine machine;
    FloorClock clock = machine.started();
    const WallTime later = machine.hand.wall() + 1h;
    REQUIRE(clock.prove(later));

    REQUIRE(clock.prove(later - 30min));

    CHECK(clock.wall() == later);
    CHECK(machine.started().wall() == later);
}

TEST_CASE("a jump is noticed, passing time is none", "[core]") {
    Machine machine;
    const FloorClock clock = machine.started();

    machine.hand.move(48h);
    CHECK_FALSE(clock.is_uncertain());
    machine.hand.turn(4min);
    CHECK_FALSE(clock.is_uncertain());
    machine.hand.turn(2min);
    CHECK(clock.is_uncertain());
}

TEST_CASE("a clock that leaps ahead ends nothing: the steady clock goes on from the start",
          "[core]") {
    Machine machine;
    const WallTime begun = machine.hand.wall();
    FloorClock clock = machine.started();
    REQUIRE(clock.prove(begun));

    machine.hand.turn(24h * 3652);
    machine.hand.move(1h);

    CHECK(clock.wall() == begun + 1h);
    CHECK(clock.is_uncertain());
    CHECK(machine.started().wall() == begun);
    CHECK(machine.started().is_uncertain());
}

TEST_CASE("a clock that began in the past is believed once it is mended", "[core]") {
    Machine machine;
    const WallTime today = machine.hand.wall();
    REQUIRE(machine.started().prove(today - 24h * 30));
    machine.hand.turn(-24h * 20'000);
    const FloorClock clock = machine.started();
    REQUIRE(clock.wall() == today - 24h * 30);

    machine.hand.turn(24h * 20'000);

    CHECK(clock.wall() == today);
    CHECK(clock.is_uncertain());
    CHECK_FALSE(machine.started().is_uncertain());
}

TEST_CASE("of a clock set back within what is proved, the earlier time counts", "[core]") {
    Machine machine;
    const WallTime today = machine.hand.wall();
    FloorClock clock = machine.started();
    REQUIRE(clock.prove(today - 24h * 10));

    machine.hand.turn(-24h * 3);

    CHECK(clock.wall() == today - 24h * 3);
    CHECK(clock.is_uncertain());
}

TEST_CASE("a kiosk that was off for a year and a day still believes its clock", "[core]") {
    Machine machine;
    REQUIRE(machine.started().prove(machine.hand.wall() - 24h * 366));

    const FloorClock clock = machine.started();

    CHECK(clock.wall() == machine.hand.wall());
    CHECK_FALSE(clock.is_uncertain());
}

TEST_CASE("a clock that stands still is noticed", "[core]") {
    Machine machine;
    const FloorClock clock = machine.started();
    const WallTime begun = machine.hand.wall();

    machine.hand.move(1h);
    machine.hand.turn(-1h);

    CHECK(clock.is_uncertain());
    CHECK(clock.wall() == begun);
}

TEST_CASE("a damaged floor is none, and the next proof mends it", "[core]") {
    Machine machine;
    for (const char* text : {"", "soon", "2026-13-01T00:00:00.000Z", "9999999999999999999999999"}) {
        REQUIRE(write_file(machine.file, as_bytes(text)));
        FloorClock clock = machine.started();
        CHECK(clock.wall() == machine.hand.wall());

        REQUIRE(clock.prove(machine.hand.wall() + 1h));

        CHECK(machine.started().wall() == machine.hand.wall() + 1h);
    }
}

TEST_CASE("a floor that cannot be written holds until the restart", "[core]") {
    Machine machine;
    std::filesystem::create_directory(machine.file);
    FloorClock clock = machine.started();

    CHECK(clock.prove(machine.hand.wall() + 1h).error() == Fault::StorageFailed);

    CHECK(clock.wall() == machine.hand.wall() + 1h);
}

}  // namespace motlan
