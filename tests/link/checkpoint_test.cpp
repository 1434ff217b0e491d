// How the audit log's checkpoints reach the province and come back in its receipts.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/link/sender.h"
#include "kiosk/outbox/audit_checkpoint.h"
#include "tests/link/sealed_by_kiosk.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Link {
    province::Served served;
    EnrolledKiosk kiosk{served};
    HandClock machine;
    FloorClock clock{machine, kiosk.places().clock_floor()};
    Board board{clock};
    Outbox outbox = kiosk.outbox();
    ProvinceClient province = kiosk.line();
    SystemDisk disk;
    BundleStore bundles{{kiosk.enrolment(), clock, disk}};
    Sender sender{{outbox, province, bundles, kiosk.enrolment(), board, clock}};
    PrivateKey device =
        read_device_key(served.enrolment(), kiosk.enrolment(), machine.wall()).value();

    [[nodiscard]] std::optional<AuditBreak> check() const {
        const Certificate& ca = kiosk.enrolment().ca;
        return check_audit(outbox.audit_book().value(), {.ca = ca, .kiosk = "NA-VINH-03"}).broken;
    }
    /// What the province's stored receipt says of the log.
    [[nodiscard]] std::optional<AuditMark> echoed(const DossierMark& mark) const {
        const Trust trust = bundles.bundle()->receipt_trust(kiosk.enrolment());
        return verify_receipt(outbox.receipt(mark.dossier).value(), mark, trust, clock.wall())
            .value()
            .checkpoint;
    }
    [[nodiscard]] AuditMark signed_mark() const {
        const Bytes newest = outbox.checkpoint_to_send().value();
        return open_checkpoint(newest, kiosk.enrolment().ca).value().mark;
    }
};

}  // namespace

TEST_CASE("the newest checkpoint goes ahead of a dossier and its receipt names it", "[link]") {
    Link link;
    const DossierMark first = link.kiosk.keep();
    REQUIRE(link.outbox.checkpoint(link.device));
    const AuditMark sent = link.signed_mark();

    link.sender.round({});

    CHECK(link.echoed(first) == sent);
    CHECK(link.outbox.checkpoint_to_send()->empty());
    CHECK(link.check() == std::nullopt);
    CHECK(link.board.audit_fault() == std::nullopt);
}

TEST_CASE("a kiosk without a checkpoint sends its dossiers all the same", "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep();

    link.sender.round({});

    CHECK(link.echoed(mark) == std::nullopt);
    CHECK(link.outbox.find(mark.dossier).value()->state == DossierState::Purged);
}

TEST_CASE("the province takes a checkpoint twice, a later one, and no earlier one", "[link]") {
    Link link;
    link.kiosk.keep();
    REQUIRE(link.outbox.checkpoint(link.device));
    const Bytes first = link.outbox.checkpoint_to_send().value();
    REQUIRE(link.outbox.note({AuditEvent::VisitStarted}));
    REQUIRE(link.outbox.checkpoint(link.device));
    const Bytes second = link.outbox.checkpoint_to_send().value();

    CHECK(link.province.send_checkpoint(first));
    CHECK(link.province.send_checkpoint(first));
    CHECK(link.province.send_checkpoint(second));
    CHECK(link.province.send_checkpoint(first).error() == Fault::AuditForked);
    CHECK(link.province.send_checkpoint(to_bytes("x")).error() == Fault::BackendRefused);
}

TEST_CASE("a copy of the disk is found out and its dossiers arrive all the same", "[link]") {
    Link link;
    link.kiosk.keep();
    const auto outbox = link.kiosk.places().outbox();
    const auto copy = link.kiosk.places().state / "copy";
    link.sender.round({});
    std::filesystem::copy(outbox, copy, std::filesystem::copy_options::recursive);
    const DossierMark original = link.kiosk.keep();
    REQUIRE(link.outbox.checkpoint(link.device));
    link.sender.round({});
    CHECK(link.echoed(original).has_value());
    CHECK(link.board.audit_fault() == std::nullopt);

    std::filesystem::remove_all(outbox);
    std::filesystem::rename(copy, outbox);
    link.outbox = link.kiosk.outbox();
    const DossierMark cloned = link.kiosk.keep();
    REQUIRE(link.outbox.checkpoint(link.device));
    link.sender.round({});

    CHECK(link.board.audit_fault() == Fault::AuditForked);
    CHECK(link.outbox.find(cloned.dossier).value()->state == DossierState::Purged);
    CHECK(link.kiosk.ledger().size() == 3);
}

TEST_CASE("the outbox is scrubbed at the start and once a night", "[link]") {
    Link link;
    const DossierMark mark = link.kiosk.keep();
    const auto damage = [&] { link.kiosk.paper(mark).spoil(7); };
    const auto parked = [&] { return link.outbox.find(mark.dossier).value()->parked; };
    link.sender.scrub_nightly();
    damage();

    link.sender.scrub_nightly();
    CHECK(parked() == std::nullopt);
    link.machine.move(std::chrono::days(1));
    link.sender.scrub_nightly();
    CHECK(parked() == Fault::RecordDamaged);

    damage();
    REQUIRE(link.outbox.unpark_all());
    link.sender.round({});
    CHECK(link.outbox.find(mark.dossier).value()->state == DossierState::Purged);
}

TEST_CASE("receipts that do not hold are left alone until one holds or the pause is over",
          "[link]") {
    Link link;
    std::vector<DossierMark> waiting;
    for (int n = 0; n < 3; ++n) waiting.push_back(link.kiosk.keep());
    const auto state = [&](const DossierMark& mark) {
        return link.outbox.find(mark.dossier).value()->state;
    };
    REQUIRE(link.served.province().control("receipt forged") == "ok");
    CHECK(link.sender.round({}) >= Backoff::kLeast);
    REQUIRE(link.served.province().control("receipt good") == "ok");

    link.sender.round({});
    for (const DossierMark& mark : waiting) CHECK(state(mark) == DossierState::Uploaded);

    SECTION("another dossier's receipt holds") { link.kiosk.keep(); }
    SECTION("the pause is over") { link.machine.move(Backoff::kMost); }
    SECTION("a citizen waits") { link.board.wish(waiting[1].dossier); }
    link.sender.round({});
    for (const DossierMark& mark : waiting) CHECK(state(mark) == DossierState::Purged);
}
