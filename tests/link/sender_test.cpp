// The sender against a working province, round by round.
#include <array>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/link/rounds.h"

using namespace motlan;
using namespace motlan::testing;
using namespace std::chrono_literals;

namespace {

/// A clock by which every wait is over at once.
class HastyClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return SystemClock().wall(); }
    [[nodiscard]] SteadyTime steady() const override { return now_ += 1h; }

private:
    mutable SteadyTime now_{};
};

/// What the desk answers to the kiosk.
Tree asked(Link& link, Tree::Table request) {
    const PrivateKey key = link.kiosk.tls_key();
    Desk desk({link.kiosk.places(), link.kiosk.enrolment(), key, link.clock, link.board}, {});
    return desk.answer({.body = Tree(std::move(request)), .blocks = {}}).body;
}

}  // namespace

TEST_CASE("one round brings every dossier to the province and its receipt back", "[link]") {
    Link link;
    const DossierMark first = link.kiosk.keep();
    const DossierMark second = link.kiosk.keep(3'000'000);

    link.round();

    CHECK(link.kiosk.ledger() == std::vector{first.dossier.value(), second.dossier.value()});
    for (const DossierMark& mark : {first, second}) {
        CHECK(link.state(mark) == DossierState::Purged);
        const Bytes receipt = link.outbox.receipt(mark.dossier).value();
        CHECK(verify_receipt(receipt, mark,
                             link.bundles.bundle()->receipt_trust(link.kiosk.enrolment()),
                             link.clock.wall()));
    }
    CHECK(link.board.is_reachable());
}

TEST_CASE("a dossier that a citizen waits for goes first, then the oldest", "[link]") {
    Link link;
    const DossierMark oldest = link.kiosk.keep();
    const DossierMark middle = link.kiosk.keep();
    const DossierMark wished = link.kiosk.keep();
    link.board.wish(wished.dossier);

    link.round();

    CHECK(link.kiosk.ledger() ==
          std::vector{wished.dossier.value(), oldest.dossier.value(), middle.dossier.value()});
    CHECK(link.board.wishes().empty());
}

TEST_CASE("a forged receipt or one for another dossier is kept out and the dossier kept",
          "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep();
    link.board.wish(mark.dossier);

    link.order("receipt forged");
    link.round();
    CHECK(link.board.fault_of(mark.dossier) == Fault::ReceiptForged);
    CHECK(link.state(mark) == DossierState::Uploaded);
    link.order("receipt other_dossier");
    link.round();
    CHECK(link.board.fault_of(mark.dossier) == Fault::ReceiptForOtherDossier);
    CHECK(link.kiosk.paper(mark).is_there());
    CHECK(link.outbox.verify()->empty());

    link.order("receipt good");
    link.round();
    CHECK(link.state(mark) == DossierState::Purged);
    CHECK(link.kiosk.ledger().size() == 1);
}

TEST_CASE("a receipt that is not made yet is asked for again", "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep();
    link.order("receipt late");

    const auto pause = link.round();

    CHECK(link.state(mark) == DossierState::Uploaded);
    CHECK(pause < Backoff::kLeast);
    link.order("receipt good");
    link.round();
    CHECK(link.state(mark) == DossierState::Purged);
}

TEST_CASE("a cut road keeps everything and makes growing pauses", "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep();
    link.order("network cut");

    for (int n = 0; n < 3; ++n) CHECK(link.round() >= Backoff::kLeast);
    CHECK_FALSE(link.board.is_reachable());
    CHECK(link.board.last_fault() == Fault::BackendUnreachable);
    CHECK(link.state(mark) == DossierState::Released);
    CHECK(link.record(mark).parked == std::nullopt);

    link.order("network up");
    link.round();
    CHECK(link.state(mark) == DossierState::Purged);
}

TEST_CASE("a dossier that the province refuses is parked and holds up no other", "[link]") {
    Link link;
    const DossierMark damaged = link.kiosk.keep();
    const DossierMark sound = link.kiosk.keep();
    link.kiosk.paper(damaged).spoil(30'000);

    link.round();
    CHECK(link.record(damaged).parked == Fault::BackendRefused);
    CHECK(link.state(damaged) == DossierState::Released);
    CHECK(link.state(sound) == DossierState::Purged);

    link.kiosk.paper(damaged).spoil(30'000);
    link.round();
    CHECK(link.state(damaged) == DossierState::Released);
    REQUIRE(link.outbox.unpark_all());
    link.round();
    CHECK(link.state(damaged) == DossierState::Purged);
}

TEST_CASE("a link cut off in the middle of a part goes on at the province's offset", "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep(2'000'000);
    const Bytes piece = link.outbox.shelf(mark.dossier).piece(2, 0, 300'000).value();
    {
        ProvinceClient earlier = link.kiosk.line();
        const Bytes label = link.outbox.shelf(mark.dossier).label(Confirmation::Confirmed).value();
        REQUIRE(earlier.announce(mark.dossier, label));
        Upload upload = earlier.open_upload(mark.dossier, 2).value();
        REQUIRE(earlier.append(upload, piece, false));
    }
    CHECK(link.province.open_upload(mark.dossier, 2)->offset == 300'000);

    link.round();

    CHECK(link.state(mark) == DossierState::Purged);
    CHECK(link.kiosk.ledger().size() == 1);
}

TEST_CASE("an append at a stale offset is set right by the province", "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep(1'000'000);
    const Shelf shelf = link.outbox.shelf(mark.dossier);
    REQUIRE(link.province.announce(mark.dossier, shelf.label(Confirmation::Confirmed).value()));
    Upload upload = link.province.open_upload(mark.dossier, 2).value();
    const Bytes piece = shelf.piece(2, 0, 100'000).value();
    REQUIRE(link.province.append(upload, piece, false));
    CHECK(upload.offset == 100'000);

    Upload stale = upload;
    stale.offset = 0;
    REQUIRE(link.province.append(stale, piece, false));

    CHECK(stale.offset == 100'000);
}

TEST_CASE("a province that forgot the parts gets them again and doubles nothing", "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep();
    REQUIRE(link.outbox.mark_uploaded(mark.dossier));

    link.round();

    CHECK(link.state(mark) == DossierState::Purged);
    CHECK(link.kiosk.ledger().size() == 1);
}

TEST_CASE("a dossier left by a crashed kiosk arrives as unconfirmed", "[link]") {
    Link link;
    const SealedDossier left = link.kiosk.sealed();
    const auto queue = link.kiosk.places().outbox() / "q";
    REQUIRE(Shelf(queue / left.mark.dossier.value()).write(link.disk, left));

    link.round();

    CHECK(link.record(left.mark).confirmation == Confirmation::Unconfirmed);
    CHECK(link.state(left.mark) == DossierState::Purged);
    CHECK(link.kiosk.ledger() == std::vector{left.mark.dossier.value()});
}

TEST_CASE("a province that restarts in between loses and doubles nothing", "[link]") {
    Link link;
    const DossierMark first = link.kiosk.keep();
    link.order("receipt late");
    link.round();
    link.served.restart();
    const DossierMark second = link.kiosk.keep();

    link.round();

    CHECK(link.state(first) == DossierState::Purged);
    CHECK(link.state(second) == DossierState::Purged);
    CHECK(link.kiosk.ledger().size() == 2);
}

TEST_CASE("a clock that is set back after a delivery stays where the province signed", "[link]") {
    Link link;
    const DossierMark first = link.kiosk.keep();
    link.round();
    const WallTime receipted =
        parse_receipt(
            as_text(open_old_document(link.outbox.receipt(first.dossier).value(),
                                      link.bundles.bundle()->receipt_trust(link.kiosk.enrolment()))
                        .value()
                        .content))
            .value()
            .time;

    link.machine.turn(
        -std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::years(10)));
    const DossierMark second = link.kiosk.keep();
    link.round();

    CHECK(link.clock.wall() == FloorClock(link.machine, link.kiosk.places().clock_floor()).wall());
    CHECK(link.clock.wall() >= receipted);
    CHECK(link.clock.is_uncertain());
    CHECK(link.state(second) == DossierState::Purged);
}

TEST_CASE("a bundle's file that does not get through keeps no dossier waiting", "[link]") {
    Link link;
    link.round();
    const auto catalogue = link.served.home() / "catalogue";
    std::filesystem::create_directories(catalogue);
    REQUIRE(write_file(catalogue / "units.toml", as_bytes("units = 1")));
    link.order("bundle publish");
    const HastyClock hasty;
    BundleStore slow({link.kiosk.enrolment(), hasty, link.disk});
    Sender sender(
        {link.outbox, link.province, slow, link.kiosk.enrolment(), link.board, link.clock});
    const DossierMark mark = link.kiosk.keep();

    sender.round({});

    CHECK(slow.version() == 1);
    CHECK(link.state(mark) == DossierState::Purged);
    CHECK(link.board.is_reachable());
    CHECK(link.board.last_fault() == std::nullopt);
}

TEST_CASE("a cut road is noticed with nothing to send, and blames no dossier", "[link]") {
    Link link;
    link.round();
    const std::array dossiers{link.kiosk.sealed(), link.kiosk.sealed()};
    link.order("network cut");

    CHECK(link.round() >= Backoff::kLeast);
    CHECK_FALSE(link.board.is_reachable());
    for (const SealedDossier& each : dossiers) {
        REQUIRE(link.outbox.add(each));
        REQUIRE(link.outbox.release(each.mark.dossier));
    }
    link.round();
    link.order("network up");
    link.round();

    CHECK(link.kiosk.ledger() ==
          std::vector{dossiers[0].mark.dossier.value(), dossiers[1].mark.dossier.value()});
}

TEST_CASE("one dossier that the province cannot take now does not make the kiosk offline",
          "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep();
    link.board.wish(mark.dossier);
    link.order("dossiers busy");

    CHECK(link.round() >= Backoff::kLeast);

    CHECK(link.board.is_reachable());
    CHECK(link.board.fault_of(mark.dossier) == Fault::BackendUnreachable);
    CHECK(link.state(mark) == DossierState::Released);
}

TEST_CASE("a road that is cut in the middle is noticed in the next round", "[link]") {
    Link link;
    link.round();
    const DossierMark mark = link.kiosk.keep();
    link.board.wish(mark.dossier);
    link.order("network cut");

    link.round();
    link.round();

    CHECK_FALSE(link.board.is_reachable());
}

TEST_CASE("the province is left alone for as long as it asks, else a wish wakes at once",
          "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep();

    link.order("dossiers busy");
    CHECK(link.round() >= 5s);
    CHECK(link.sender.least_rest() == 5s);
    link.order("dossiers good");
    link.order("network cut");
    link.round();
    CHECK(link.sender.least_rest() == Sender::kLeastPause);
    link.order("network up");
    link.round();

    CHECK(link.state(mark) == DossierState::Purged);
    CHECK(link.sender.least_rest() == 0s);
}

TEST_CASE("a citizen who no longer waits wishes nothing any more", "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep();
    const Tree::Table request{
        {"ask", "deliver"}, {"dossier", mark.dossier.value()}, {"patience", 0}};

    CHECK(asked(link, request).text_at("state") == "released");
    CHECK(link.board.wishes().empty());

    link.round();
    link.board.wish(mark.dossier);
    CHECK(asked(link, request).text_at("state") == "purged");
    CHECK(link.board.wishes().empty());
}

TEST_CASE("a dossier that the province has refused for good is told to who looks after the kiosk",
          "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep();
    link.kiosk.paper(mark).spoil(30'000);
    link.order("dossiers careless");

    link.round();

    CHECK(link.state(mark) == DossierState::Rejected);
    const Tree status = asked(link, {{"ask", "status"}});
    CHECK(status.number_at("queue") == 0);
    CHECK(status.number_at("parked") == 1);
    CHECK(status.text_at("parked_for") == code(Fault::DossierRejected));
}
