// Which dossiers the store keeps itself, how it makes room again, and stores of other versions.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"
#include "tests/support/kept_file.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

namespace fs = std::filesystem;

const Keys& keys() {
    static const Keys kKeys;
    return kKeys;
}

struct Kiosk {
    StoreLimits limits = {};
    Folder folder;
    SystemDisk disk;
    HandClock clock;
    Certificate ca = keys().authority.certificate();
    std::optional<Outbox> outbox = reopened().value();

    [[nodiscard]] Result<Outbox> reopened() {
        return Outbox::open(place_of(keys(), folder.path(), limits), disk, clock);
    }
    [[nodiscard]] fs::path place() const { return folder.path() / "outbox"; }

    DossierMark keep(std::size_t paper_size = 100) {
        const SealedDossier sealed = sealed_dossier(keys(), clock.wall(), paper_size);
        REQUIRE(outbox->add(sealed));
        REQUIRE(outbox->release(sealed.mark.dossier));
        return sealed.mark;
    }
    void deliver(const DossierMark& mark) {
        REQUIRE(outbox->acknowledge(mark.dossier, receipt_for(mark, keys(), clock.wall()),
                                    {.ca = ca, .role = Role::Receipt}));
        REQUIRE(outbox->purge(mark.dossier));
    }
    [[nodiscard]] bool is_in_files(const DossierMark& mark) const {
        return fs::exists(place() / "q" / mark.dossier.value());
    }
    [[nodiscard]] std::int64_t number(const char* sql) const {
        return number_in_store(place(), sql);
    }
};

// The room that the store itself takes, and a bit less than a second dossier beside the first.
constexpr std::int64_t kOneDossier = 400'000;

}  // namespace

TEST_CASE("a small dossier is kept in the commit that enters it, without a file", "[outbox]") {
    Kiosk kiosk;
    const DossierMark mark = kiosk.keep();

    CHECK_FALSE(kiosk.is_in_files(mark));
    CHECK(fs::is_empty(kiosk.place() / "tmp"));
    CHECK(kiosk.number("SELECT count(*) FROM sealed") == 2 + std::ssize(mark.parts));
    CHECK(kiosk.outbox->verify()->empty());
}

TEST_CASE("a dossier of more than two mebibytes is kept in files", "[outbox]") {
    Kiosk kiosk;
    const DossierMark small = kiosk.keep(1'800'000);
    const DossierMark large = kiosk.keep(2'000'000);

    CHECK_FALSE(kiosk.is_in_files(small));
    CHECK(kiosk.is_in_files(large));
    CHECK(kiosk.outbox->verify()->empty());
}

TEST_CASE("a full store keeps dossiers in files until one of its own is purged", "[outbox]") {
    Kiosk kiosk{{.store = kOneDossier}};
    const DossierMark first = kiosk.keep();
    const DossierMark second = kiosk.keep();
    CHECK_FALSE(kiosk.is_in_files(first));
    CHECK(kiosk.is_in_files(second));

    kiosk.deliver(first);

    CHECK_FALSE(kiosk.is_in_files(kiosk.keep()));
    CHECK(kiosk.outbox->verify()->empty());
}

TEST_CASE("what was purged leaves nothing in the store and its room is used again", "[outbox]") {
    Kiosk kiosk;
    const SealedDossier sealed = sealed_dossier(keys(), kiosk.clock.wall());
    REQUIRE(kiosk.outbox->add(sealed));
    REQUIRE(kiosk.outbox->release(sealed.mark.dossier));
    kiosk.deliver(sealed.mark);
    for (int n = 0; n < 20; ++n) kiosk.deliver(kiosk.keep());

    kiosk.outbox.reset();

    CHECK(fs::file_size(kiosk.place() / "outbox.db") < std::uint64_t{kOneDossier});
    const Bytes store = read_file(kiosk.place() / "outbox.db", 1 << 24).value();
    CHECK_FALSE(as_text(store).contains(as_text(ByteView(sealed.parts[1]).subspan(1000, 100))));
}

TEST_CASE("a receipt frees the store and the folder alike", "[outbox]") {
    Kiosk kiosk;
    const DossierMark small = kiosk.keep();
    const DossierMark large = kiosk.keep(3'000'000);

    kiosk.deliver(small);
    kiosk.deliver(large);

    CHECK(kiosk.number("SELECT count(*) FROM sealed") == 0);
    CHECK(fs::is_empty(kiosk.place() / "q"));
}

TEST_CASE("a dossier in the store and its row stand or fall together", "[outbox]") {
    Kiosk kiosk;
    change_store(kiosk.place(),
                 "CREATE TRIGGER stuck BEFORE INSERT ON sealed WHEN NEW.name = 'part-002.cms' "
                 "BEGIN SELECT RAISE(ABORT, 'stuck'); END");

    CHECK(kiosk.outbox->add(sealed_dossier(keys(), kiosk.clock.wall())).error() ==
          Fault::StorageFailed);

    CHECK(kiosk.outbox->list()->empty());
    CHECK(kiosk.number("SELECT count(*) FROM sealed") == 0);
    CHECK(kiosk.outbox->audit_book()->records.empty());
    change_store(kiosk.place(), "DROP TRIGGER stuck");
    CHECK_FALSE(kiosk.is_in_files(kiosk.keep()));
}

TEST_CASE("a store that was made for files only goes on with them and takes small dossiers",
          "[outbox]") {
    Kiosk kiosk{kAllInFiles};
    const DossierMark old = kiosk.keep();
    change_store(kiosk.place(), "DROP TABLE sealed");
    REQUIRE(kiosk.number("PRAGMA user_version") == 2);

    kiosk.limits = {};
    kiosk.outbox = kiosk.reopened().value();
    REQUIRE(kiosk.outbox->recover());

    // A kiosk that runs on through the upgrade still knows the store; after the first no more.
    CHECK(kiosk.number("PRAGMA user_version") == 2);
    const DossierMark fresh = kiosk.keep();
    CHECK(kiosk.number("PRAGMA user_version") == 3);
    CHECK(kiosk.is_in_files(old));
    CHECK_FALSE(kiosk.is_in_files(fresh));
    CHECK(kiosk.outbox->verify()->empty());
    kiosk.deliver(old);
    kiosk.deliver(fresh);
}

TEST_CASE("a store of a newer version is refused and left as it is", "[outbox]") {
    Kiosk kiosk;
    kiosk.keep();
    change_store(kiosk.place(), "PRAGMA user_version = 4");

    CHECK(kiosk.reopened().error() == Fault::RecordDamaged);

    CHECK(kiosk.number("PRAGMA user_version") == 4);
    CHECK(kiosk.number("SELECT count(*) FROM sealed") > 0);
}
