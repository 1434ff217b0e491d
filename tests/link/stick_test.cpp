// Dossiers on a memory stick: out of the kiosk, through the province, receipts back.
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/link/bundle_store.h"
#include "kiosk/link/courier.h"
#include "kiosk/outbox/medium.h"
#include "kiosk/programs/kioskctl_audit.h"
#include "kiosk/programs/kioskctl_medium.h"
#include "tests/link/sealed_by_kiosk.h"
#include "tests/province/publisher.h"
#include "tests/province/stick.h"
#include "tests/support/cut_disk.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Carried {
    province::Served served;
    EnrolledKiosk kiosk{served};
    std::filesystem::path stick = kiosk.places().state.parent_path() / "stick";
    Outbox outbox = kiosk.outbox();
    SystemDisk disk;

    Carried() {
        ::setenv("STATE_DIRECTORY", kiosk.places().state.c_str(), 1);
        std::filesystem::create_directory(stick);
        ProvinceClient line = kiosk.line();
        const SystemClock clock;
        REQUIRE(BundleStore({kiosk.enrolment(), clock, disk}).refresh(line));
    }
    [[nodiscard]] int ctl(std::string_view verb) const {
        const std::string folder = stick.string();
        const std::vector<std::string_view> words{folder};
        return medium_command(verb, words);
    }
    /// What the province says to each folder of the stick.
    [[nodiscard]] std::vector<std::string> take_in() const {
        const auto home = province::read_home(served.home()).value();
        const auto ledger =
            province::Ledger::open(province::Ledger::place_in(served.home())).value();
        const province::Sources nobody;
        const province::Moods moods;
        province::Calls calls;
        const SystemClock clock;
        province::Publisher publisher(served.home(), *ledger, clock);
        province::Desk desk({home.office, home.answers, publisher, nobody, moods, *ledger, calls,
                             clock, std::chrono::milliseconds(0)});
        std::vector<std::string> refusals;
        const auto taken = province::take_in(desk, stick, home.office.authority).value();
        for (const province::TakenIn& each : taken) refusals.push_back(each.refusal);
        return refusals;
    }
    [[nodiscard]] DossierState state(const DossierMark& mark) const {
        return outbox.find(mark.dossier).value()->state;
    }
    [[nodiscard]] std::filesystem::path folder_of(const DossierMark& mark) const {
        return stick / ("motlan-" + mark.dossier.value());
    }
    [[nodiscard]] int count(std::string_view event) const {
        int found = 0;
        const auto book = outbox.audit_book().value();
        for (const AuditRecord& record : book.records)
            found += record.text.contains("\"event\":\"" + std::string(event)) ? 1 : 0;
        return found;
    }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("dossiers go to the province on a stick and their receipts come back", "[link]") {
    Carried carried;
    const DossierMark first = carried.kiosk.keep();
    const DossierMark second = carried.kiosk.keep(2'000'000);

    CHECK(carried.ctl("export") == kFine);
    CHECK(carried.state(first) == DossierState::Released);
    CHECK(carried.take_in() == Texts{"", ""});
    CHECK(carried.ctl("import") == kFine);

    CHECK(carried.state(first) == DossierState::Purged);
    CHECK(carried.state(second) == DossierState::Purged);
    CHECK(carried.kiosk.ledger().size() == 2);
    CHECK(carried.count("dossier_exported") == 2);
    CHECK(audit_command("verify", {}) == kFine);
    CHECK(audit_command("list", {}) == kFine);
}

TEST_CASE("carrying twice changes nothing", "[link]") {
    Carried carried;
    const DossierMark mark = carried.kiosk.keep();
    REQUIRE(carried.ctl("export") == kFine);
    const auto written = std::filesystem::last_write_time(carried.folder_of(mark) / "label.cms");

    CHECK(carried.ctl("export") == kFine);
    CHECK(carried.ctl("import") == kFine);
    CHECK(carried.state(mark) == DossierState::Released);
    CHECK(std::filesystem::last_write_time(carried.folder_of(mark) / "label.cms") == written);
    CHECK(carried.count("dossier_exported") == 1);
    CHECK(carried.take_in() == Texts{""});
    CHECK(carried.take_in() == Texts{""});
    CHECK(carried.ctl("import") == kFine);
    CHECK(carried.ctl("import") == kFine);
    CHECK(carried.kiosk.ledger().size() == 1);
}

TEST_CASE("a dossier that comes over the network and on a stick is one", "[link]") {
    Carried carried;
    const DossierMark mark = carried.kiosk.keep();
    REQUIRE(carried.ctl("export") == kFine);
    ProvinceClient line = carried.kiosk.line();
    const Bundle bundle = carried.kiosk.bundle();
    REQUIRE(Courier(carried.outbox, line)
                .carry(carried.outbox.find(mark.dossier).value().value(),
                       bundle.receipt_trust(carried.kiosk.enrolment())));

    CHECK(carried.take_in() == Texts{""});

    CHECK(carried.kiosk.ledger().size() == 1);
    CHECK(read_file(carried.folder_of(mark) / "receipt.cms", 1 << 20).value() ==
          carried.outbox.receipt(mark.dossier).value());
}

TEST_CASE("a half copied folder is never taken for a dossier and is written anew", "[link]") {
    Carried carried;
    const DossierMark mark = carried.kiosk.keep();
    const DossierRecord record = carried.outbox.find(mark.dossier).value().value();
    const Shelf kept = carried.outbox.shelf(mark.dossier);
    int cuts = 0;

    for (bool was_cut = true; was_cut;) {
        CutDisk disk(++cuts, Unsynced::Forgotten);
        const auto written =
            Medium(carried.stick, disk).write(record, kept, carried.kiosk.enrolment().ca);
        was_cut = disk.is_cut();
        disk.restore_power();
        INFO("cut " << cuts);
        CHECK(written.has_value() == !was_cut);
        if (was_cut) CHECK(written.error() == Fault::MediumUnavailable);
        const auto taken = was_cut ? carried.take_in() : Texts{};
        CHECK(taken.empty());
    }

    CHECK(cuts > 6);
    CHECK(carried.take_in() == Texts{""});
}

TEST_CASE("a stick with something else under the name is left as it is", "[link]") {
    Carried carried;
    const DossierMark mark = carried.kiosk.keep();
    std::filesystem::create_directory(carried.folder_of(mark));
    REQUIRE(write_file(carried.folder_of(mark) / "label.cms", to_bytes("mine")));

    CHECK(carried.ctl("export") == kFoundWrong);

    CHECK(read_file(carried.folder_of(mark) / "label.cms", 99).value() == to_bytes("mine"));
    CHECK(carried.take_in() == Texts{"PRV-05"});
    CHECK(carried.state(mark) == DossierState::Released);
    CHECK(carried.count("dossier_exported") == 0);
}

TEST_CASE("damaged bytes are not carried and no forged receipt is taken in", "[link]") {
    Carried carried;
    const DossierMark sound = carried.kiosk.keep();
    const DossierMark damaged = carried.kiosk.keep();
    carried.kiosk.paper(damaged).spoil(5);

    CHECK(carried.ctl("export") == kFoundWrong);
    CHECK_FALSE(std::filesystem::exists(carried.folder_of(damaged)));
    REQUIRE(carried.take_in() == Texts{""});
    const auto receipt = carried.folder_of(sound) / "receipt.cms";
    Bytes forged = read_file(receipt, 1 << 20).value();
    forged[forged.size() / 2] ^= 1;
    REQUIRE(write_file(receipt, forged));
    CHECK(carried.ctl("import") == kFoundWrong);
    CHECK(carried.state(sound) == DossierState::Released);
}

TEST_CASE("a part missing on the stick is told and the whole one is taken in later", "[link]") {
    Carried carried;
    const DossierMark mark = carried.kiosk.keep();
    REQUIRE(carried.ctl("export") == kFine);
    const auto part = carried.folder_of(mark) / "part-001.cms";
    const Bytes bytes = read_file(part, 1 << 24).value();
    std::filesystem::remove(part);

    CHECK(carried.take_in() == Texts{"PRV-09"});
    REQUIRE(write_file(part, bytes));
    CHECK(carried.take_in() == Texts{""});
}

TEST_CASE("a stick that is not there or full is told apart from a wrong call", "[link]") {
    Carried carried;
    carried.kiosk.keep(3'000'000);
    CHECK(medium_command("export", {}) == kUsage);
    std::filesystem::remove(carried.stick);
    CHECK(carried.ctl("export") == kFoundWrong);
    std::filesystem::create_directory(carried.stick);
    if (::mount("none", carried.stick.c_str(), "tmpfs", 0, "size=1m") != 0)
        SKIP("this machine gives no disk to fill");

    const int status = carried.ctl("export");
    const bool is_empty = std::filesystem::is_empty(carried.stick);
    ::umount(carried.stick.c_str());

    CHECK(status == kFoundWrong);
    CHECK(is_empty);
}
