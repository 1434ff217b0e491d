#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/core/file.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"
#include "tests/support/kept_file.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

// A test of what is the same in both ways of keeping runs over both.
constexpr StoreLimits kSmallInStore{};

struct Kiosk {
    explicit Kiosk(StoreLimits kept = kSmallInStore) : limits(kept) {}

    StoreLimits limits;
    Folder folder;
    Keys keys;
    SystemDisk disk;
    HandClock clock;
    Certificate ca = keys.authority.certificate();
    std::vector<Certificate> signers{keys.receipts.read_certificate()};
    Trust trust{ca, Role::Receipt, signers};
    Outbox outbox = open();

    [[nodiscard]] Outbox open() {
        return Outbox::open(place_of(keys, folder.path(), limits), disk, clock).value();
    }
    [[nodiscard]] SealedDossier sealed() const { return sealed_dossier(keys, clock.wall()); }
    [[nodiscard]] std::filesystem::path queue() const { return folder.path() / "outbox" / "q"; }
    [[nodiscard]] KeptFile file(const DossierId& id, const std::string& name) const {
        return {folder.path() / "outbox", id, name};
    }

    SealedDossier keep() {
        SealedDossier made = sealed();
        REQUIRE(outbox.add(made));
        REQUIRE(outbox.release(made.mark.dossier));
        return made;
    }
    [[nodiscard]] DossierState state(const DossierId& id) const {
        return outbox.find(id).value().value().state;
    }
    [[nodiscard]] Bytes receipt(const SealedDossier& made) const {
        return receipt_for(made.mark, keys, clock.wall());
    }
};

bool holds(const std::filesystem::path& file, std::string_view words) {
    return as_text(read_file(file, 1 << 24).value()).contains(words);
}

}  // namespace

TEST_CASE("a kept dossier is held, released, uploaded, acknowledged and purged", "[outbox]") {
    Kiosk kiosk(GENERATE(kSmallInStore, kAllInFiles));
    const SealedDossier made = kiosk.sealed();
    const DossierId id = made.mark.dossier;

    REQUIRE(kiosk.outbox.add(made));
    CHECK(kiosk.state(id) == DossierState::Held);
    CHECK(kiosk.file(id, "part-001.cms").is_there());
    REQUIRE(kiosk.outbox.release(id));
    CHECK(kiosk.state(id) == DossierState::Released);
    REQUIRE(kiosk.outbox.mark_uploaded(id));
    REQUIRE(kiosk.outbox.acknowledge(id, kiosk.receipt(made), kiosk.trust));
    CHECK(kiosk.state(id) == DossierState::Acknowledged);
    REQUIRE(kiosk.outbox.purge(id));
    CHECK(kiosk.state(id) == DossierState::Purged);

    CHECK_FALSE(std::filesystem::exists(kiosk.queue() / id.value()));
    CHECK_FALSE(kiosk.file(id, "part-001.cms").is_there());
    CHECK_FALSE(kiosk.outbox.receipt(id)->empty());
}

TEST_CASE("the stored bytes are the sealed bytes and verify finds them sound", "[outbox]") {
    Kiosk kiosk(GENERATE(kSmallInStore, kAllInFiles));
    const SealedDossier made = kiosk.keep();
    const Shelf shelf = kiosk.outbox.shelf(made.mark.dossier);

    CHECK(shelf.label(Confirmation::Confirmed).value() == made.label);
    CHECK(std::ranges::equal(shelf.piece(1, 0, 1 << 20).value(), made.parts[1]));
    CHECK(shelf.piece(1, 1000, 10).value() ==
          Bytes(made.parts[1].begin() + 1000, made.parts[1].begin() + 1010));
    CHECK(shelf.piece(1, std::ssize(made.parts[1]), 10)->empty());
    CHECK(kiosk.outbox.verify()->empty());
}

TEST_CASE("adding the same dossier twice keeps one", "[outbox]") {
    Kiosk kiosk;
    const SealedDossier made = kiosk.keep();
    SealedDossier other = kiosk.sealed();
    other.mark.dossier = made.mark.dossier;

    CHECK(kiosk.outbox.add(made));
    CHECK(kiosk.outbox.release(made.mark.dossier));
    CHECK(kiosk.outbox.add(other).error() == Fault::RecordDamaged);
    CHECK(kiosk.outbox.list()->size() == 1);
}

TEST_CASE("no receipt but its own lets the outbox forget a dossier", "[outbox]") {
    Kiosk kiosk;
    const SealedDossier made = kiosk.keep();
    const DossierId id = made.mark.dossier;
    const WallTime now = kiosk.clock.wall();
    Tree::Table short_of_a_part = receipt_table(made.mark, now);
    short_of_a_part["parts"] = Tree::List(2, Tree(std::string(64, 'a')));
    const auto fault = [&](const Bytes& receipt) {
        return kiosk.outbox.acknowledge(id, receipt, kiosk.trust).error();
    };

    CHECK(fault(kiosk.receipt(kiosk.sealed())) == Fault::ReceiptForOtherDossier);
    CHECK(fault(sign(short_of_a_part, kiosk.keys.receipts, now)) == Fault::ReceiptForOtherDossier);
    CHECK(fault(sign(receipt_table(made.mark, now), kiosk.keys.device, now)) ==
          Fault::ReceiptForged);
    CHECK(fault(sign(receipt_table(made.mark, now), Authority().issue("r", kReceipts), now)) ==
          Fault::ReceiptForged);
    CHECK(fault(to_bytes("OK")) == Fault::ReceiptForged);

    CHECK(kiosk.outbox.purge(id).error() == Fault::BrokenAssumption);
    CHECK(kiosk.state(id) == DossierState::Released);
    CHECK(kiosk.outbox.receipt(id)->empty());
    CHECK(kiosk.outbox.verify()->empty());
}

TEST_CASE("a repeated receipt is harmless and a later one changes nothing", "[outbox]") {
    Kiosk kiosk;
    const SealedDossier made = kiosk.keep();
    const DossierId id = made.mark.dossier;
    const Bytes first = kiosk.receipt(made);
    REQUIRE(kiosk.outbox.acknowledge(id, first, kiosk.trust));
    REQUIRE(kiosk.outbox.purge(id));
    kiosk.clock.move(std::chrono::minutes(5));

    CHECK(kiosk.outbox.acknowledge(id, kiosk.receipt(made), kiosk.trust));
    CHECK(kiosk.outbox.receipt(id).value() == first);
    CHECK(kiosk.state(id) == DossierState::Purged);
    CHECK(kiosk.outbox.purge(id));
}

TEST_CASE("a refused dossier keeps its parts for thirty days", "[outbox]") {
    Kiosk kiosk;
    const SealedDossier made = kiosk.keep();
    const DossierId id = made.mark.dossier;
    Tree::Table refusal = receipt_table(made.mark, kiosk.clock.wall());
    refusal["event"] = "SubmissionRejection";
    refusal["reason"] = "part_unopened";

    REQUIRE(kiosk.outbox.acknowledge(id, sign(refusal, kiosk.keys.receipts, kiosk.clock.wall()),
                                     kiosk.trust));
    CHECK(kiosk.state(id) == DossierState::Rejected);
    CHECK(kiosk.outbox.purge(id).error() == Fault::BrokenAssumption);
    kiosk.clock.move(std::chrono::days(29));
    REQUIRE(kiosk.outbox.recover());
    CHECK(kiosk.state(id) == DossierState::Rejected);
    kiosk.clock.move(std::chrono::days(2));
    REQUIRE(kiosk.outbox.recover());
    CHECK(kiosk.state(id) == DossierState::Purged);
}

TEST_CASE("a tombstone stays ninety days", "[outbox]") {
    Kiosk kiosk;
    const SealedDossier made = kiosk.keep();
    REQUIRE(kiosk.outbox.acknowledge(made.mark.dossier, kiosk.receipt(made), kiosk.trust));
    REQUIRE(kiosk.outbox.purge(made.mark.dossier));

    kiosk.clock.move(std::chrono::days(89));
    REQUIRE(kiosk.outbox.recover());
    CHECK(kiosk.outbox.list()->size() == 1);
    kiosk.clock.move(std::chrono::days(2));
    REQUIRE(kiosk.outbox.recover());
    CHECK(kiosk.outbox.list()->empty());
}

TEST_CASE("every changed, missing or strange file is found", "[outbox]") {
    Kiosk kiosk(GENERATE(kSmallInStore, kAllInFiles));
    const SealedDossier made = kiosk.keep();
    const KeptFile part = kiosk.file(made.mark.dossier, "part-001.cms");
    const KeptFile label = kiosk.file(made.mark.dossier, "label.cms");
    const auto damage = [&] { return kiosk.outbox.verify().value().at(0).damage; };

    part.spoil(made.parts[1].size() - 1);
    CHECK(kiosk.outbox.verify().value() ==
          std::vector<Finding>{{made.mark.dossier.value(), ShelfDamage::PartChanged, 1}});
    part.remove();
    CHECK(damage() == ShelfDamage::PartMissing);
    part.write(made.parts[1]);
    label.write(kiosk.sealed().label);
    CHECK(damage() == ShelfDamage::LabelOfOtherDossier);
    label.write(to_bytes("x"));
    CHECK(damage() == ShelfDamage::LabelForged);
    label.remove();
    CHECK(damage() == ShelfDamage::LabelMissing);
}

TEST_CASE("a strange folder in the queue is set aside and never sent", "[outbox]") {
    Kiosk kiosk;
    const SealedDossier made = kiosk.sealed();
    const std::string name = made.mark.dossier.value();
    std::filesystem::create_directories(kiosk.queue() / name);
    REQUIRE(write_synced(kiosk.queue() / name / "label.cms", made.label));
    std::filesystem::create_directories(kiosk.queue() / "lost+found");

    REQUIRE(kiosk.outbox.recover());

    CHECK(kiosk.outbox.list()->empty());
    CHECK(std::filesystem::is_empty(kiosk.queue()));
    CHECK(kiosk.outbox.verify()->size() == 2);
}

TEST_CASE("a visit is refused before it starts when the disk is nearly full", "[outbox]") {
    Kiosk kiosk;
    OutboxPlace place = place_of(kiosk.keys, kiosk.folder.path());
    CHECK(kiosk.outbox.has_room());

    place.room.reserve = std::uint64_t{1} << 60U;
    Outbox cramped = Outbox::open(place, kiosk.disk, kiosk.clock).value();

    CHECK(cramped.has_room().error() == Fault::DiskFull);
}

TEST_CASE("no word of form or paper stands in any file of the outbox", "[outbox]") {
    Kiosk kiosk(GENERATE(kSmallInStore, kAllInFiles));
    kiosk.keep();

    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kiosk.folder.path())) {
        if (!entry.is_regular_file()) continue;
        ++files;
        INFO(entry.path());
        CHECK_FALSE(holds(entry.path(), kMarkedName));
        CHECK_FALSE(holds(entry.path(), kMarkedPaper));
        CHECK_FALSE(holds(entry.path(), "2.000635"));
    }
    CHECK(files >= 4);
}

TEST_CASE("a dossier that cannot be read for a moment is not set aside", "[outbox]") {
    Kiosk kiosk;
    const SealedDossier made = kiosk.sealed();
    const std::filesystem::path whole = kiosk.queue() / made.mark.dossier.value();
    const std::filesystem::path part = whole / "part-001.cms";
    REQUIRE(Shelf(whole).write(kiosk.disk, made));
    std::filesystem::rename(part, kiosk.folder.path() / "away");
    std::filesystem::create_symlink("/dev/full", part);  // cannot be opened as a part

    REQUIRE(kiosk.outbox.recover());
    CHECK(std::filesystem::exists(whole));
    CHECK_FALSE(kiosk.outbox.find(made.mark.dossier).value());

    std::filesystem::rename(kiosk.folder.path() / "away", part);
    REQUIRE(kiosk.outbox.recover());
    CHECK(kiosk.state(made.mark.dossier) == DossierState::Released);
    CHECK(kiosk.outbox.verify()->empty());
}

TEST_CASE("a held dossier without a sound label of its own is kept, not sent, and reported",
          "[outbox]") {
    Kiosk kiosk(GENERATE(kSmallInStore, kAllInFiles));
    const SealedDossier made = kiosk.sealed();
    const DossierId id = made.mark.dossier;
    const KeptFile label = kiosk.file(id, "label-unconfirmed.cms");
    REQUIRE(kiosk.outbox.add(made));
    kiosk.outbox = kiosk.open();
    const auto damage = [&] {
        REQUIRE(kiosk.outbox.recover());
        CHECK(kiosk.state(id) == DossierState::Held);
        return kiosk.outbox.verify().value().at(0).damage;
    };

    label.write(to_bytes("x"));
    CHECK(damage() == ShelfDamage::LabelForged);
    label.write(kiosk.sealed().unconfirmed_label);
    CHECK(damage() == ShelfDamage::LabelOfOtherDossier);
    label.remove();
    CHECK(damage() == ShelfDamage::LabelMissing);
    CHECK(kiosk.outbox.scrub() == 1);

    label.write(made.unconfirmed_label);
    REQUIRE(kiosk.outbox.recover());
    CHECK(kiosk.state(id) == DossierState::Released);
    CHECK(kiosk.outbox.verify()->empty());
}
