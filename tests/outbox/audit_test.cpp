#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/outbox/audit_checkpoint.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"
#include "tests/support/kept_file.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const Keys& keys() {
    static const Keys kKeys;
    return kKeys;
}

struct Kiosk {
    Folder folder;
    SystemDisk disk;
    HandClock clock;
    Certificate ca = keys().authority.certificate();
    PrivateKey device = keys().device.read_key();
    Trust trust{ca, Role::Receipt};
    Outbox outbox = open(AuditActor::Kiosk);

    [[nodiscard]] std::filesystem::path place() const { return folder.path() / "outbox"; }
    [[nodiscard]] Outbox open(AuditActor actor) {
        OutboxPlace place = place_of(keys(), folder.path());
        place.author.actor = actor;
        return Outbox::open(place, disk, clock).value();
    }
    DossierMark keep() {
        const SealedDossier sealed = sealed_dossier(keys(), clock.wall());
        REQUIRE(outbox.add(sealed));
        REQUIRE(outbox.release(sealed.mark.dossier));
        return sealed.mark;
    }
    /// A receipt that names how far the province has seen the log.
    [[nodiscard]] Bytes receipt(const DossierMark& mark, const AuditMark& seen) const {
        Tree::Table table = receipt_table(mark, clock.wall());
        table["checkpoint"] = to_tree(seen);
        return sign(table, keys().receipts, clock.wall());
    }
    void deliver(const DossierMark& mark, const AuditMark& seen) {
        REQUIRE(outbox.acknowledge(mark.dossier, receipt(mark, seen), trust));
        REQUIRE(outbox.purge(mark.dossier));
    }
    [[nodiscard]] AuditBook book() const { return outbox.audit_book().value(); }
    [[nodiscard]] AuditMark head() const {
        const AuditBook all = book();
        return all.records.empty() ? all.start
                                   : AuditMark{all.records.back().number, all.records.back().hash};
    }
    [[nodiscard]] std::optional<AuditBreak> check() const {
        return check_audit(book(), {.ca = ca, .kiosk = "NA-VINH-03"}).broken;
    }
    [[nodiscard]] std::vector<std::string> events() const {
        std::vector<std::string> names;
        const AuditBook all = book();
        for (const AuditRecord& record : all.records)
            names.emplace_back(parse_audit_record(record.text).value().text_at("event"));
        return names;
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("every step of a dossier leaves one record and the log holds", "[outbox]") {
    Kiosk kiosk;
    const DossierMark mark = kiosk.keep();
    REQUIRE(kiosk.outbox.checkpoint(kiosk.device));
    const AuditMark seen = kiosk.head();
    REQUIRE(kiosk.outbox.mark_uploaded(mark.dossier));
    kiosk.deliver(mark, seen);

    CHECK(kiosk.events() == Names{"dossier_committed", "dossier_released", "dossier_uploaded",
                                  "dossier_acknowledged", "dossier_purged"});
    CHECK(kiosk.check() == std::nullopt);
    CHECK(kiosk.outbox.checkpoint_to_send()->empty());
    CHECK(kiosk.outbox.unsigned_records() == 3);
}

TEST_CASE("repeating what is done leaves no second record", "[outbox]") {
    Kiosk kiosk;
    const DossierMark mark = kiosk.keep();
    const auto before = kiosk.events();

    REQUIRE(kiosk.outbox.release(mark.dossier));
    REQUIRE(kiosk.outbox.unpark_all());
    REQUIRE(kiosk.outbox.recover());

    CHECK(kiosk.events() == before);
}

TEST_CASE("a refusal, a parking and an adoption are told apart", "[outbox]") {
    Kiosk kiosk;
    const DossierMark mark = kiosk.keep();
    REQUIRE(kiosk.outbox.park(mark.dossier, Fault::BackendRefused));
    REQUIRE(kiosk.outbox.park(mark.dossier, Fault::BackendRefused));
    REQUIRE(kiosk.outbox.unpark_all());
    Tree::Table refusal = receipt_table(mark, kiosk.clock.wall());
    refusal["event"] = "SubmissionRejection";
    refusal["reason"] = "part_unopened";
    REQUIRE(kiosk.outbox.acknowledge(
        mark.dossier, sign(refusal, keys().receipts, kiosk.clock.wall()), kiosk.trust));
    const SealedDossier whole = sealed_dossier(keys(), kiosk.clock.wall());
    REQUIRE(Shelf(kiosk.folder.path() / "outbox/q" / whole.mark.dossier.value())
                .write(kiosk.disk, whole));
    REQUIRE(kiosk.outbox.recover());

    CHECK(kiosk.events() == Names{"dossier_committed", "dossier_released", "dossier_parked",
                                  "dossiers_unparked", "dossier_rejected", "dossier_adopted"});
    CHECK(kiosk.check() == std::nullopt);
}

TEST_CASE("two programs write one chain, each under its own name and session", "[outbox]") {
    Kiosk kiosk;
    Outbox link = kiosk.open(AuditActor::Link);
    for (int n = 0; n < 5; ++n) {
        REQUIRE(kiosk.outbox.note({AuditEvent::VisitStarted}));
        REQUIRE(link.note({AuditEvent::BundleAccepted, {{"version", std::int64_t{n}}}}));
    }

    const AuditBook book = kiosk.book();
    const auto first = parse_audit_record(book.records[0].text).value();
    const auto second = parse_audit_record(book.records[1].text).value();

    CHECK(kiosk.check() == std::nullopt);
    CHECK(first.text_at("actor") == "kiosk");
    CHECK(second.text_at("actor") == "link");
    CHECK(first.text_at("session") != second.text_at("session"));
    CHECK(first.text_at("boot") == boot_id());
}

TEST_CASE("a dossier and its record stand or fall together", "[outbox]") {
    Kiosk kiosk;
    kiosk.keep();
    change_store(kiosk.place(), "ALTER TABLE audit RENAME TO gone");

    CHECK(kiosk.outbox.add(sealed_dossier(keys(), kiosk.clock.wall())).error() ==
          Fault::StorageFailed);
    CHECK(kiosk.outbox.list()->size() == 1);
    CHECK(kiosk.outbox.note({AuditEvent::VisitStarted}).error() == Fault::StorageFailed);

    change_store(kiosk.place(), "ALTER TABLE gone RENAME TO audit");
    CHECK(kiosk.outbox.verify()->empty());
    CHECK(kiosk.check() == std::nullopt);
}

TEST_CASE("a store that was made before there was an audit log gets one", "[outbox]") {
    Kiosk kiosk;
    const DossierMark mark = kiosk.keep();
    change_store(kiosk.place(),
                 "DROP TABLE audit; DROP TABLE checkpoint; DROP TABLE anchor; "
                 "DROP TABLE audit_start; DROP TABLE sealed; PRAGMA user_version = 1");

    kiosk.outbox = kiosk.open(AuditActor::Kiosk);
    REQUIRE(kiosk.outbox.mark_uploaded(mark.dossier));

    CHECK(kiosk.outbox.list()->size() == 1);
    CHECK(kiosk.events() == Names{"dossier_uploaded"});
    CHECK(kiosk.check() == std::nullopt);
}

TEST_CASE("a checkpoint is signed once for each head and only for it", "[outbox]") {
    Kiosk kiosk;
    REQUIRE(kiosk.outbox.checkpoint(kiosk.device));
    CHECK(kiosk.book().checkpoints.empty());

    kiosk.keep();
    REQUIRE(kiosk.outbox.checkpoint(kiosk.device));
    REQUIRE(kiosk.outbox.checkpoint(kiosk.device));

    const Checkpoint made =
        open_checkpoint(kiosk.outbox.checkpoint_to_send().value(), kiosk.ca).value();
    CHECK(kiosk.book().checkpoints.size() == 1);
    CHECK(made.mark == kiosk.head());
    CHECK(made.kiosk == "NA-VINH-03");
}

TEST_CASE("a checkpoint by another role, of another kiosk or with more keys is refused",
          "[outbox]") {
    const HandClock clock;
    const Certificate ca = keys().authority.certificate();
    const auto checkpoint = [&](const std::string& kiosk) {
        return Tree::Table{{"boot", "b"},
                           {"count", 4},
                           {"hash", std::string(64, 'a')},
                           {"kiosk", kiosk},
                           {"time", "2026-11-23T01:51:07.123Z"},
                           {"type", "motlan-checkpoint"},
                           {"version", 1}};
    };
    const auto opens = [&](const Tree::Table& content, const Identity& signer) {
        return open_checkpoint(sign(content, signer, clock.wall()), ca).has_value();
    };
    Tree::Table longer = checkpoint("NA-VINH-03");
    longer["note"] = "x";

    CHECK(opens(checkpoint("NA-VINH-03"), keys().device));
    CHECK_FALSE(opens(checkpoint("NA-VINH-03"), keys().receipts));
    CHECK_FALSE(opens(checkpoint("NA-VINH-04"), keys().device));
    CHECK_FALSE(opens(longer, keys().device));
}

TEST_CASE("a receipt that names another history is told and its dossier still acknowledged",
          "[outbox]") {
    Kiosk kiosk;
    const DossierMark mark = kiosk.keep();
    kiosk.deliver(mark, {.count = 2, .hash = std::string(64, 'e')});

    CHECK(kiosk.events()[2] == "history_forked");
    CHECK(kiosk.outbox.find(mark.dossier).value()->state == DossierState::Purged);
    CHECK(kiosk.check() == AuditBreak{2, AuditDamage::ReceiptOfOtherHistory});
}

TEST_CASE("half a checkpoint in a receipt makes it no receipt", "[outbox]") {
    Kiosk kiosk;
    const DossierMark mark = kiosk.keep();
    Tree::Table table = receipt_table(mark, kiosk.clock.wall());
    table["checkpoint"] = Tree(Tree::Table{{"count", 3}});

    CHECK(parse_receipt(to_json(Tree(table))).error() == Fault::ReceiptForged);
}

TEST_CASE("records are dropped only when they are anchored and ninety days old", "[outbox]") {
    Kiosk kiosk;
    const DossierMark first = kiosk.keep();
    REQUIRE(kiosk.outbox.checkpoint(kiosk.device));
    kiosk.clock.move(std::chrono::days(91));
    REQUIRE(kiosk.outbox.scrub());
    CHECK(kiosk.events().front() == "dossier_committed");
    const AuditMark seen{2, kiosk.book().records[1].hash};
    kiosk.deliver(first, seen);

    REQUIRE(kiosk.outbox.scrub());

    CHECK(kiosk.book().start == seen);
    CHECK(kiosk.events().back() == "records_dropped");
    CHECK(kiosk.check() == std::nullopt);
    AuditBook cut = kiosk.book();
    cut.start = {3, cut.records.front().hash};
    cut.records.erase(cut.records.begin());
    CHECK(check_audit(cut, {.ca = kiosk.ca, .kiosk = "NA-VINH-03"}).broken->damage ==
          AuditDamage::StartUnexplained);
}

TEST_CASE("the nightly scrub parks what is damaged, deletes nothing and says so", "[outbox]") {
    Kiosk kiosk;
    const DossierMark damaged = kiosk.keep();
    const DossierMark sound = kiosk.keep();
    const KeptFile part(kiosk.place(), damaged.dossier, "part-001.cms");
    part.spoil(99);

    CHECK(kiosk.outbox.scrub() == 1);
    CHECK(kiosk.outbox.scrub() == 1);

    CHECK(kiosk.outbox.find(damaged.dossier).value()->parked == Fault::RecordDamaged);
    CHECK(kiosk.outbox.find(sound.dossier).value()->parked == std::nullopt);
    CHECK(part.is_there());
    const auto events = kiosk.events();
    CHECK(std::ranges::count(events, "dossier_parked") == 1);
    CHECK(std::ranges::count(events, "scrub_finished") == 2);
}

TEST_CASE("an entry that cannot be read stops no other dossier and is reported", "[outbox]") {
    Kiosk kiosk;
    const DossierMark damaged = kiosk.keep();
    const DossierMark sound = kiosk.keep();
    change_store(kiosk.place(), "UPDATE dossier SET parts = 'x' WHERE number = 1");

    REQUIRE(kiosk.outbox.recover());
    REQUIRE(kiosk.outbox.list()->size() == 1);
    CHECK(kiosk.outbox.list()->front().mark == sound);
    CHECK(kiosk.outbox.find(damaged.dossier).error() == Fault::RecordDamaged);
    CHECK(kiosk.outbox.verify().value() ==
          std::vector<Finding>{{damaged.dossier.value(), ShelfDamage::EntryDamaged, {}}});
    CHECK(kiosk.outbox.scrub() == 1);
    CHECK(KeptFile(kiosk.place(), damaged.dossier, "part-001.cms").is_there());
}

TEST_CASE("no word of a person stands in the audit log", "[outbox]") {
    Kiosk kiosk;
    kiosk.keep();
    REQUIRE(kiosk.outbox.checkpoint(kiosk.device));

    const AuditBook book = kiosk.book();
    for (const AuditRecord& record : book.records) {
        CHECK_FALSE(record.text.contains(kMarkedName));
        CHECK_FALSE(record.text.contains("2.000635"));
    }
    CHECK(parse_audit_record(R"({"actor":"kiosk"})").error() == Fault::AuditBroken);
    std::string told = book.records[0].text;
    told.replace(told.find("\"fields\":{"), 10, R"("fields":{"aname":"Hoàng Thị Mẫu",)");
    CHECK(parse_audit_record(told).error() == Fault::AuditBroken);
}
