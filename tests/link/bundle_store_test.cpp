#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/link/bundle_install.h"
#include "kiosk/link/bundle_store.h"
#include "tests/support/bundle_maker.h"
#include "tests/support/cut_disk.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Kept : BundleMaker {
    SystemDisk disk;
    int fetched = 0;

    Kept() { files["procedures/one.toml"] = to_bytes("code = 1"); }

    [[nodiscard]] BundleStore store() { return store(disk); }
    [[nodiscard]] BundleStore store(Disk& on) { return BundleStore({enrolment, clock, on}); }
    [[nodiscard]] FetchFile fetch() {
        return [this](const BundleFile& file) -> Result<Bytes> {
            ++fetched;
            return files.at(file.name);
        };
    }
    Result<void> accept(BundleStore& into, std::int64_t version) {
        return into.accept(published(version), fetch());
    }
    void change() { files["procedures/one.toml"] = to_bytes("code = 2"); }
    /// The content of a file of the bundle in service; the version when there is none.
    [[nodiscard]] std::string in_service() const {
        const auto kept = read_kept_bundle(enrolment.bundles(), enrolment);
        if (!kept) return std::string(code(kept.error()));
        std::string told = std::to_string(kept->bundle.version);
        for (const BundleFile& file : kept->bundle.files) {
            if (!read_bundle_file(kept->folder, file)) told += " broken";
        }
        const auto text = read_text(kept->folder / "procedures/one.toml", 1000);
        return told + " " + text.value_or("none");
    }
    [[nodiscard]] std::filesystem::path place(const std::string& name) const {
        return enrolment.bundles() / name;
    }
};

}  // namespace

TEST_CASE("an accepted bundle is there after a new start, with its files", "[link]") {
    Kept kept;
    BundleStore store = kept.store();
    CHECK(store.version() == 0);

    REQUIRE(kept.accept(store, 7));

    CHECK(store.version() == 7);
    CHECK(kept.store().version() == 7);
    CHECK(kept.in_service() == "7 code = 1");
}

TEST_CASE("a bundle's version never goes down, and the same one says the same", "[link]") {
    Kept kept;
    BundleStore store = kept.store();
    const Bytes older = kept.published(6);
    const Bytes present = kept.published(7);
    REQUIRE(store.accept(present, kept.fetch()));

    CHECK(store.accept(present, kept.fetch()));
    CHECK(kept.accept(store, 7).error() == Fault::BundleOlder);
    CHECK(store.accept(older, kept.fetch()).error() == Fault::BundleOlder);
    BundleStore restarted = kept.store();
    CHECK(restarted.accept(older, kept.fetch()).error() == Fault::BundleOlder);
    CHECK(kept.accept(restarted, 8));
}

TEST_CASE("only what changed is fetched, and what came before a cut is not fetched again",
          "[link]") {
    Kept kept;
    BundleStore store = kept.store();
    REQUIRE(kept.accept(store, 7));
    CHECK(kept.fetched == 2);

    REQUIRE(kept.accept(store, 8));
    CHECK(kept.fetched == 2);
    kept.change();
    kept.files["units.toml"] = to_bytes("units = 1");
    const auto cut = [&](const BundleFile& file) -> Result<Bytes> {
        if (file.name == "units.toml") return fail(Fault::BackendUnreachable);
        return kept.fetch()(file);
    };
    const Bytes next = kept.published(9);
    CHECK(store.accept(next, cut).error() == Fault::BackendUnreachable);
    CHECK(kept.in_service() == "8 code = 1");
    REQUIRE(store.accept(next, kept.fetch()));
    CHECK(kept.fetched == 4);
    CHECK(kept.in_service() == "9 code = 2");
}

TEST_CASE("the bundle before is kept, those before it are removed", "[link]") {
    Kept kept;
    BundleStore store = kept.store();
    for (const int version : {5, 6, 7}) REQUIRE(kept.accept(store, version));

    CHECK_FALSE(std::filesystem::exists(kept.place("1-5")));
    CHECK(std::filesystem::exists(kept.place("1-6")));
    CHECK(std::filesystem::exists(kept.place("1-7")));
}

TEST_CASE("a damaged bundle gives way to the one before, and is mended by the province", "[link]") {
    Kept kept;
    BundleStore first = kept.store();
    REQUIRE(kept.accept(first, 6));
    REQUIRE(kept.accept(first, 7));
    put_text(kept.place("1-7") / kPublished, "half a bundle");

    BundleStore store = kept.store();

    CHECK(store.version() == 6);
    CHECK(kept.accept(store, 6).error() == Fault::BundleOlder);
    REQUIRE(kept.accept(store, 7));
    CHECK(kept.in_service() == "7 code = 1");
}

TEST_CASE("what lies in the folder of an unpacked bundle and is not listed goes away", "[link]") {
    Kept kept;
    BundleStore store = kept.store();
    const auto fresh = unpacking_folder(kept.enrolment.bundles());
    std::filesystem::create_directories(fresh / "procedures");
    put_text(fresh / "procedures/two.toml", "code = 2");
    put_text(fresh / "kiosk.toml", "x");

    REQUIRE(kept.accept(store, 7));

    CHECK_FALSE(std::filesystem::exists(kept.place("1-7") / "procedures/two.toml"));
    CHECK_FALSE(std::filesystem::exists(kept.place("1-7") / "kiosk.toml"));
}

TEST_CASE("a power cut at any step leaves the old bundle or the new one, never a mixture",
          "[link]") {
    int steps = 0;
    int states = 0;
    for (const auto unsynced : {Unsynced::Forgotten, Unsynced::Kept}) {
        for (int cut_at = 1;; ++cut_at) {
            Kept kept;
            BundleStore before = kept.store();
            REQUIRE(kept.accept(before, 6));
            REQUIRE(kept.accept(before, 7));
            kept.change();
            CutDisk disk(cut_at, unsynced);
            BundleStore store = kept.store(disk);
            const Bytes next = kept.published(8);

            const auto accepted = store.accept(next, kept.fetch());
            const bool was_cut = disk.is_cut();
            disk.restore_power();

            INFO("cut at step " << cut_at);
            const std::string seen = kept.in_service();
            CHECK((seen == "7 code = 1" || seen == "8 code = 2"));
            if (accepted) CHECK(seen == "8 code = 2");
            BundleStore restarted = kept.store();
            CHECK(restarted.accept(next, kept.fetch()));
            CHECK(kept.in_service() == "8 code = 2");
            ++states;
            if (!was_cut) break;
            steps = cut_at;
        }
    }
    WARN("installation: " << steps << " steps, " << states << " states after a cut, 0 mixed");
    CHECK(steps > 12);
}

TEST_CASE("a full disk leaves the bundle in service", "[link]") {
    Kept kept;
    BundleStore before = kept.store();
    REQUIRE(kept.accept(before, 7));
    kept.change();
    CutDisk full(4, Unsynced::Kept, Fault::DiskFull);
    BundleStore store = kept.store(full);

    CHECK(kept.accept(store, 8).error() == Fault::DiskFull);

    CHECK(store.version() == 7);
    CHECK(kept.in_service() == "7 code = 1");
}
