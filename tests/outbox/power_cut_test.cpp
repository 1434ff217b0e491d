#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/support/cut_disk.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

namespace fs = std::filesystem;

// Steps of the disk that opening an outbox takes, and making one.
constexpr int kOpening = 4;
constexpr int kMaking = 6;

const Keys& keys() {
    static const Keys kKeys;
    return kKeys;
}

/// The machine after the power came back: a new start on the same folder.
struct Restarted {
    Restarted(const fs::path& state, const Clock& clock)
        : outbox(Outbox::open(place_of(keys(), state), disk, clock).value()) {
        REQUIRE(outbox.recover());
        REQUIRE(outbox.recover());
        CHECK(fs::is_empty(state / "outbox" / "tmp"));
        CHECK(outbox.verify()->empty());
        records = outbox.list().value();
    }
    SystemDisk disk;
    Outbox outbox;
    std::vector<DossierRecord> records;
};

}  // namespace

TEST_CASE("power cut at any step of adding files loses no promised dossier and doubles none",
          "[outbox]") {
    const auto unsynced = GENERATE(Unsynced::Forgotten, Unsynced::Kept);
    const HandClock clock;
    const SealedDossier sealed = sealed_dossier(keys(), clock.wall());
    int cuts = 0;

    for (bool was_cut = true; was_cut;) {
        const Folder folder;
        CutDisk never(0, Unsynced::Kept);
        REQUIRE(Outbox::open(place_of(keys(), folder.path()), never, clock));
        CutDisk disk(kOpening + ++cuts, unsynced);
        bool promised = false;
        {
            const OutboxPlace place = place_of(keys(), folder.path(), kAllInFiles);
            Outbox outbox = Outbox::open(place, disk, clock).value();
            promised = outbox.add(sealed).has_value();
        }
        was_cut = disk.is_cut();
        disk.restore_power();

        const Restarted after(folder.path(), clock);
        INFO("cut " << cuts);
        CHECK(promised == !was_cut);
        CHECK(after.records.size() <= 1);
        if (promised) REQUIRE(after.records.size() == 1);
        for (const DossierRecord& record : after.records) {
            CHECK(record.state == DossierState::Released);
            CHECK(record.confirmation == Confirmation::Unconfirmed);
            CHECK(record.mark.label == sha256(sealed.unconfirmed_label));
        }
    }
    CHECK(cuts > 12);
}

TEST_CASE("keeping a small dossier has no step between nothing and everything", "[outbox]") {
    const Folder folder;
    const HandClock clock;
    CutDisk disk(0, Unsynced::Kept);
    Outbox outbox = Outbox::open(place_of(keys(), folder.path()), disk, clock).value();
    const int before = disk.steps();

    REQUIRE(outbox.add(sealed_dossier(keys(), clock.wall())));

    CHECK(disk.steps() == before);
}

TEST_CASE("power cut at any step of making the outbox leaves one that can be made", "[outbox]") {
    const auto unsynced = GENERATE(Unsynced::Forgotten, Unsynced::Kept);
    const HandClock clock;

    for (int cut = 1; cut <= kMaking; ++cut) {
        const Folder folder;
        CutDisk disk(cut, unsynced);
        CHECK_FALSE(Outbox::open(place_of(keys(), folder.path()), disk, clock));
        disk.restore_power();

        const Restarted after(folder.path(), clock);
        CHECK(after.records.empty());
    }
}

TEST_CASE("a dossier in the queue that was never entered is adopted as unconfirmed", "[outbox]") {
    const Folder folder;
    const HandClock clock;
    const SealedDossier sealed = sealed_dossier(keys(), clock.wall());
    SystemDisk disk;
    REQUIRE(Outbox::open(place_of(keys(), folder.path()), disk, clock));
    REQUIRE(Shelf(folder.path() / "outbox/q" / sealed.mark.dossier.value()).write(disk, sealed));

    const Restarted after(folder.path(), clock);

    REQUIRE(after.records.size() == 1);
    CHECK(after.records[0].state == DossierState::Released);
    CHECK(after.records[0].confirmation == Confirmation::Unconfirmed);
    CHECK(after.records[0].mark.label == sha256(sealed.unconfirmed_label));
}

TEST_CASE("a full disk keeps nothing, says so and works again when there is space", "[outbox]") {
    const HandClock clock;
    const SealedDossier sealed = sealed_dossier(keys(), clock.wall());

    for (int step = kMaking + 1; step < 30; ++step) {
        const Folder folder;
        CutDisk disk(step, Unsynced::Kept, Fault::DiskFull);
        auto outbox = Outbox::open(place_of(keys(), folder.path(), kAllInFiles), disk, clock);
        REQUIRE(outbox);
        const auto added = outbox->add(sealed);
        if (!disk.is_cut()) break;
        INFO("step " << step);
        CHECK((added || added.error() == Fault::DiskFull));
        CHECK(outbox->list()->empty());

        disk.restore_power();
        CHECK(outbox->add(sealed));
        CHECK(outbox->release(sealed.mark.dossier));
        CHECK(outbox->verify()->empty());
    }
}

TEST_CASE("power cut at any step of purging ends with the receipt and without the parts",
          "[outbox]") {
    const auto unsynced = GENERATE(Unsynced::Forgotten, Unsynced::Kept);
    const HandClock clock;
    const SealedDossier sealed = sealed_dossier(keys(), clock.wall());
    const Certificate ca = keys().authority.certificate();
    const Trust trust{.ca = ca, .role = Role::Receipt};
    const DossierId id = sealed.mark.dossier;
    int cuts = 0;

    for (bool was_cut = true; was_cut;) {
        const Folder folder;
        SystemDisk sound;
        {
            const OutboxPlace place = place_of(keys(), folder.path(), kAllInFiles);
            Outbox outbox = Outbox::open(place, sound, clock).value();
            REQUIRE(outbox.add(sealed));
            REQUIRE(outbox.release(id));
            REQUIRE(outbox.acknowledge(id, receipt_for(sealed.mark, keys(), clock.wall()), trust));
        }
        CutDisk disk(kOpening + ++cuts, unsynced);
        const bool purged = Outbox::open(place_of(keys(), folder.path()), disk, clock)
                                .value()
                                .purge(id)
                                .has_value();
        was_cut = disk.is_cut();
        disk.restore_power();

        const Restarted after(folder.path(), clock);
        INFO("cut " << cuts);
        CHECK(purged == !was_cut);
        REQUIRE(after.records.size() == 1);
        CHECK(after.records[0].state == DossierState::Purged);
        CHECK_FALSE(after.outbox.receipt(id)->empty());
        CHECK_FALSE(fs::exists(folder.path() / "outbox/q" / id.value()));
    }
    CHECK(cuts > 5);
}

TEST_CASE("the disk that loses power can see a missing sync", "[outbox]") {
    const Folder folder;
    const HandClock clock;
    const SealedDossier sealed = sealed_dossier(keys(), clock.wall());
    fs::create_directories(folder.path() / "q");
    CutDisk disk(1000, Unsynced::Forgotten);

    REQUIRE(Shelf(folder.path() / "half").write(disk, sealed));
    REQUIRE(disk.rename(folder.path() / "half", folder.path() / "q" / "whole"));
    REQUIRE(disk.sync_folder(folder.path()));
    disk.restore_power();

    CHECK_FALSE(fs::exists(folder.path() / "q" / "whole"));
}
