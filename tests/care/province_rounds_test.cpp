// How soon the province answers and how far its clock is away, told from its signed answers.
#include "kiosk/care/province_rounds.h"

#include <cmath>
#include <deque>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/timestamp.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;
using namespace std::chrono_literals;

namespace {

/// A road on which each round trip takes as long as is laid out, to a province whose clock is
/// ahead.
struct Road {
    HandClock clock;
    std::deque<std::chrono::milliseconds> trips{900ms, 40ms, 20ms, 300ms, 30ms, 60ms};
    std::chrono::milliseconds ahead{0};
    WallTime answered{};
    std::size_t asked = 0;
    std::optional<std::size_t> cut_at{};

    Result<ProvinceRounds> time() {
        return time_rounds({.ask = [this]() -> Result<Bytes> {
                                if (cut_at == asked) return fail(Fault::BackendUnreachable);
                                const auto trip = trips.at(asked++);
                                clock.move(trip / 2);
                                answered = clock.wall() + ahead;
                                clock.move(trip / 2);
                                return Bytes{};
                            },
                            .open = [this](ByteView) -> Result<WallTime> { return answered; },
                            .clock = clock});
    }
};

struct Answer {
    Keys keys;
    Certificate ca = keys.authority.certificate();
    std::vector<Certificate> signers{keys.receipts.read_certificate()};
    CallQuery query{std::string(32, '7')};
    WallTime now = HandClock().wall();

    [[nodiscard]] Result<WallTime> at(WallTime answered, const Identity& signer,
                                      const std::string& id) const {
        const Tree::Table content{{"answered", to_timestamp(answered)},
                                  {"query", id},
                                  {"type", "motlan-calls"},
                                  {"version", 1},
                                  {"waiting", Tree::List{}}};
        return answered_at(sign(content, signer, now), query, {ca, Role::Receipt, signers}, now);
    }
};

}  // namespace

TEST_CASE("a province that answers too slowly is not waited for five times", "[care]") {
    Road road;
    road.trips = {11s, 11s, 11s, 11s, 11s, 11s};

    CHECK(road.time().error() == Fault::BackendUnreachable);
    CHECK(road.asked == 2);
}

TEST_CASE("the median of five answers counts, without the one that opens the line", "[care]") {
    Road road;

    const auto rounds = road.time();

    REQUIRE(rounds);
    CHECK(road.asked == 6);
    CHECK(rounds->latency_ms == 40);
    CHECK(rounds->clock_seconds == 0);
}

TEST_CASE("clocks are apart by as much, whichever is ahead", "[care]") {
    for (const auto ahead : {-5'000ms, 5'000ms}) {
        Road road;
        road.ahead = ahead;
        const auto rounds = road.time();
        REQUIRE(rounds);
        CHECK(std::abs(rounds->clock_seconds - 5) < 0.001);
    }
}

TEST_CASE("a road that breaks in the middle tells nothing but that", "[care]") {
    for (const std::size_t cut : {std::size_t{0}, std::size_t{3}}) {
        Road road;
        road.cut_at = cut;
        const auto rounds = road.time();
        REQUIRE_FALSE(rounds);
        CHECK(rounds.error() == Fault::BackendUnreachable);
    }
}

TEST_CASE("only what the province has signed of this very question tells the time", "[care]") {
    const Answer answer;
    const WallTime other = answer.now - 3h;

    CHECK(answer.at(other, answer.keys.receipts, answer.query.id) == other);
    CHECK_FALSE(answer.at(other, answer.keys.receipts, std::string(32, '8')));
    CHECK_FALSE(answer.at(other, answer.keys.device, answer.query.id));
}
