#include <fstream>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"
#include "kiosk/saved/saved_shelf.h"
#include "tests/support/cut_disk.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

/// A disk that is nearly full.
class SmallDisk final : public Disk {
public:
    explicit SmallDisk(std::uint64_t free) : free_(free) {}
    Result<void> make_folder(const fs::path& path) override { return disk_.make_folder(path); }
    Result<void> write(std::span<const NewFile> files) override { return disk_.write(files); }
    Result<void> sync_folder(const fs::path& path) override { return disk_.sync_folder(path); }
    Result<void> rename(const fs::path& from, const fs::path& to) override {
        return disk_.rename(from, to);
    }
    Result<void> remove(const fs::path& path) override { return disk_.remove(path); }
    Result<std::uint64_t> free_bytes(const fs::path&) override { return free_; }

private:
    std::uint64_t free_;
    SystemDisk disk_;
};

CitizenNumber number(std::string_view digits = "040200000017") {
    return CitizenNumber::parse(digits).value();
}

struct Kiosk {
    Folder state;
    HandClock clock;
    SystemDisk disk;
    // Room for dossiers is another test's.
    SavedShelf shelf = on(disk);

    SavedShelf on(Disk& which, const std::string& name = "NA-VINH-03") {
        return SavedShelf({state.path() / "saved", name, {.worst_dossier = 0, .reserve = 0}}, which,
                          clock);
    }
    [[nodiscard]] std::size_t files() const {
        return entries_of(state.path() / "saved").value().size();
    }
    SavedSlip save(std::string_view words = "Dấu Vết") {
        return shelf.keep(to_bytes(words), number()).value();
    }
    Result<Bytes> take(const SavedSlip& slip, std::string_view card = "040200000017") {
        return shelf.take(slip.code.reveal(), number(card));
    }
};

}  // namespace

TEST_CASE("slip and card bring back what was saved, once", "[saved]") {
    Kiosk kiosk;
    const SavedSlip slip = kiosk.save();
    CHECK(slip.kiosk == "NA-VINH-03");
    CHECK(slip.until == kiosk.clock.wall() + 24h);
    CHECK(kiosk.shelf.find(slip.code.reveal()) == slip);

    CHECK(kiosk.take(slip) == to_bytes("Dấu Vết"));

    CHECK(kiosk.take(slip).error() == Fault::SavedUnknown);
    CHECK(kiosk.files() == 0);
}

TEST_CASE("a slip of another kiosk, an old one and a wrong code are told apart", "[saved]") {
    Kiosk kiosk;
    SavedShelf other = kiosk.on(kiosk.disk, "NA-VINH-04");
    const SavedSlip slip = kiosk.save();

    CHECK(other.find(slip.code.reveal()).error() == Fault::SavedElsewhere);
    CHECK(kiosk.shelf.find("MLS1:NONSENSE").error() == Fault::SavedUnknown);
    kiosk.clock.move(24h);
    CHECK(kiosk.shelf.find(slip.code.reveal()).error() == Fault::SavedExpired);
    CHECK(kiosk.take(slip).error() == Fault::SavedExpired);
}

TEST_CASE("another card opens nothing, and after five of them there is nothing to open",
          "[saved]") {
    Kiosk kiosk;
    const SavedSlip slip = kiosk.save();

    for (int i = 0; i < kMostOtherCards - 1; ++i) {
        CHECK(kiosk.take(slip, "040200000025").error() == Fault::SavedOtherCard);
    }
    CHECK(kiosk.shelf.find(slip.code.reveal()));
    CHECK(kiosk.take(slip, "040200000025").error() == Fault::SavedOtherCard);

    CHECK(kiosk.files() == 0);
    CHECK(kiosk.take(slip).error() == Fault::SavedUnknown);
}

TEST_CASE("the fifth card may be the right one", "[saved]") {
    Kiosk kiosk;
    const SavedSlip slip = kiosk.save();
    for (int i = 0; i < kMostOtherCards - 1; ++i) (void)kiosk.take(slip, "040200000025");

    CHECK(kiosk.take(slip) == to_bytes("Dấu Vết"));
}

TEST_CASE("a file that was changed is damage", "[saved]") {
    Kiosk kiosk;
    const SavedSlip slip = kiosk.save();
    const fs::path file = entries_of(kiosk.state.path() / "saved").value().front();
    {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(100);
        bytes.put('x');
    }

    CHECK(kiosk.take(slip).error() == Fault::SavedDamaged);
}

TEST_CASE("after a day it is removed, also where the clock was turned back", "[saved]") {
    const auto turned = GENERATE(0h, -48h);
    Kiosk kiosk;
    kiosk.save();
    kiosk.clock.move(23h);
    REQUIRE(kiosk.shelf.tidy());
    CHECK(kiosk.files() == 1);

    kiosk.clock.turn(turned);
    kiosk.clock.move(1h);

    REQUIRE(kiosk.shelf.tidy());
    CHECK(kiosk.files() == 0);
}

TEST_CASE("what is none of ours does not stay on the shelf", "[saved]") {
    Kiosk kiosk;
    kiosk.save();
    const fs::path folder = kiosk.state.path() / "saved";
    REQUIRE(write_file(folder / "note.txt", to_bytes("?")));
    REQUIRE(write_file(folder / (std::string(64, 'a') + ".0"), to_bytes("short")));

    REQUIRE(kiosk.shelf.tidy());

    CHECK(kiosk.files() == 1);
}

TEST_CASE("dossiers have their room first, and only so many wait", "[saved]") {
    Kiosk kiosk;
    SmallDisk small(Room().worst_dossier + Room().reserve);
    SavedShelf real({kiosk.state.path() / "saved", "NA-VINH-03"}, small, kiosk.clock);
    CHECK(real.keep(to_bytes("a"), number()).error() == Fault::SavedNoRoom);
    CHECK(kiosk.files() == 0);

    for (std::size_t i = 0; i < kMostSaved; ++i) kiosk.save();
    CHECK(kiosk.shelf.keep(to_bytes("a"), number()).error() == Fault::SavedNoRoom);
    CHECK(kiosk.files() == kMostSaved);
}

TEST_CASE("a power cut at any step of saving leaves all or nothing", "[saved]") {
    const auto unsynced = GENERATE(Unsynced::Forgotten, Unsynced::Kept);
    int cuts = 0;
    for (bool was_cut = true; was_cut;) {
        Kiosk kiosk;
        CutDisk disk(++cuts, unsynced);
        const auto slip = kiosk.on(disk).keep(to_bytes("Dấu Vết"), number());
        was_cut = disk.is_cut();
        disk.restore_power();

        REQUIRE(kiosk.shelf.tidy());
        INFO("cut " << cuts);
        CHECK(slip.has_value() == !was_cut);
        CHECK(kiosk.files() <= 1);
        if (slip) CHECK(kiosk.take(*slip) == to_bytes("Dấu Vết"));
    }
    CHECK(cuts > 4);
}

TEST_CASE("a power cut while it is taken up costs a try at most", "[saved]") {
    const auto unsynced = GENERATE(Unsynced::Forgotten, Unsynced::Kept);
    int cuts = 0;
    for (bool was_cut = true; was_cut;) {
        Kiosk kiosk;
        const SavedSlip slip = kiosk.save();
        CutDisk disk(++cuts, unsynced);
        const auto taken = kiosk.on(disk).take(slip.code.reveal(), number());
        was_cut = disk.is_cut();
        disk.restore_power();

        INFO("cut " << cuts);
        const auto again = kiosk.take(slip);
        CHECK(taken.has_value() == !was_cut);
        if (again) CHECK(again == to_bytes("Dấu Vết"));
        if (taken) CHECK(again.error() == Fault::SavedUnknown);
    }
    CHECK(cuts > 3);
}
