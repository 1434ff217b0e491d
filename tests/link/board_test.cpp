#include <thread>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/link/backoff.h"
#include "kiosk/link/board.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;
using namespace std::chrono_literals;

namespace {

const DossierId kDossier(std::string(32, 'a'));
constexpr std::chrono::milliseconds kForever = 24h;

}  // namespace

TEST_CASE("pauses grow from five seconds to fifteen minutes and stay there", "[link]") {
    Backoff backoff;
    std::vector<std::chrono::milliseconds> longest;
    for (int n = 0; n < 10; ++n) longest.push_back(backoff.next(1));

    CHECK(longest.front() == 10s);
    CHECK(longest[1] == 20s);
    CHECK(longest.back() == 15min);
    CHECK(backoff.next(0) == 5s);
    CHECK(backoff.next(0.5) == 452'500ms);
    backoff.reset();
    CHECK(backoff.next(1) == 10s);
}

TEST_CASE("a wish wakes the sender at once", "[link]") {
    const HandClock clock;
    Board board(clock);
    const std::stop_source stop;

    board.wish(kDossier);
    board.rest(stop.get_token(), kForever);

    CHECK(board.wishes() == std::set{kDossier});
}

TEST_CASE("a sender that no longer turns is told from one that rests", "[link]") {
    HandClock clock;
    Board board(clock);
    CHECK(board.has_beaten_within(1min));

    clock.move(2min);
    CHECK_FALSE(board.has_beaten_within(1min));

    board.wish(kDossier);
    board.rest({}, 5min);
    CHECK(board.has_beaten_within(1min));
}

TEST_CASE("a wished stop wakes everybody", "[link]") {
    const HandClock clock;
    Board board(clock);
    std::stop_source stop;
    std::jthread sender([&] { board.rest(stop.get_token(), kForever); });
    std::jthread waiting([&] {
        board.wait_for_change(stop.get_token(), board.changes(),
                              std::chrono::steady_clock::now() + kForever);
    });

    stop.request_stop();
}

TEST_CASE("who asks about the province makes an old look fresh and leaves a fresh one", "[link]") {
    HandClock clock;
    Board board(clock);
    const std::stop_source stop;
    CHECK_FALSE(board.is_reachable());

    board.note_contact(std::nullopt);
    CHECK(board.is_reachable());
    CHECK(board.is_contact_fresh());
    clock.move(Board::kFresh);
    CHECK_FALSE(board.is_contact_fresh());
    board.look();
    board.rest(stop.get_token(), kForever);
}

TEST_CASE("a fault of a dossier stands until it is sent", "[link]") {
    const HandClock clock;
    Board board(clock);
    board.note_contact(std::nullopt);
    board.wish(kDossier);

    board.note_try(kDossier, Fault::ReceiptForged);
    CHECK(board.fault_of(kDossier) == Fault::ReceiptForged);
    CHECK(board.wishes().contains(kDossier));
    board.wish(kDossier);
    CHECK(board.fault_of(kDossier) == Fault::ReceiptForged);
    board.note_try(kDossier, std::nullopt);
    CHECK(board.fault_of(kDossier) == std::nullopt);
    CHECK(board.wishes().empty());
    board.wish(kDossier);
    board.note_try(kDossier, Fault::BackendRefused);
    CHECK(board.fault_of(kDossier) == Fault::BackendRefused);
    CHECK(board.wishes().empty());
}

TEST_CASE("nobody waits for a change that has happened", "[link]") {
    const HandClock clock;
    Board board(clock);
    const std::stop_source stop;
    const auto seen = board.changes();
    board.note_contact(Fault::BackendUnreachable);

    board.wait_for_change(stop.get_token(), seen, std::chrono::steady_clock::now() + kForever);

    CHECK(board.changes() != seen);
}

TEST_CASE("what came of a try stands also when nobody waits any more", "[link]") {
    const HandClock clock;
    Board board(clock);
    board.note_contact(std::nullopt);
    board.wish(kDossier);
    board.end_wish(kDossier);

    board.note_try(kDossier, Fault::ReceiptForged);

    CHECK(board.wishes().empty());
    CHECK(board.fault_of(kDossier) == Fault::ReceiptForged);
}
