// What leaves the machine: chosen, sealed for the province alone, on a stick that takes it.
#include <algorithm>
#include <cstdlib>
#include <format>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/care/sealed_diagnostics.h"
#include "kiosk/care/stick.h"
#include "tests/support/bundle_maker.h"

namespace motlan::testing {
namespace {

namespace fs = std::filesystem;

const DiagnosticFiles kFiles{{"checkup.txt", "fine\tdisk\n"},
                             {"journal.txt", "visit_started\n"},
                             {"kiosk.toml", "[screen]\n"},
                             {"tests.txt", ""},
                             {"version.txt", "1.0.0\n"}};

/// A kiosk that has a bundle of its province.
struct Kiosk : BundleMaker {
    Kiosk() {
        const auto folder = enrolment.bundles() / folder_name({.root = 1, .version = 7});
        fs::create_directories(folder);
        put_text(folder / kPublished, as_text(published()));
        for (const auto& [name, bytes] : files) put_text(folder / name, as_text(bytes));
    }
};

std::string listed(const fs::path& archive) {
    const auto out = archive.string() + ".list";
    const auto call = std::format("tar -tf '{}' >'{}' 2>&1", archive.string(), out);
    REQUIRE(std::system(call.c_str()) == 0);  // NOLINT(cert-env33-c)
    return read_text(out, 4096).value();
}

}  // namespace

TEST_CASE("an archive is one that tar reads", "[care]") {
    const Folder folder;
    REQUIRE(write_file(folder.path() / "a.tar", archive_of(kFiles, SystemClock().wall())));

    CHECK(listed(folder.path() / "a.tar") ==
          "checkup.txt\njournal.txt\nkiosk.toml\ntests.txt\nversion.txt\n");
}

TEST_CASE("only the province opens what was written, whatever follows the archive", "[care]") {
    const Kiosk kiosk;
    const Folder stick;

    const auto file =
        write_diagnostics(kFiles, kiosk.state.path(), stick.path(), kiosk.clock.wall());

    REQUIRE(file);
    CHECK(file->filename().string().starts_with("motlan-NA-VINH-03-"));
    const auto sealed = read_file(*file, std::size_t{1} << 20U);
    REQUIRE(sealed);
    CHECK_FALSE(as_text(*sealed).contains("visit_started"));
    REQUIRE(write_file(stick.path() / "opened.tar", open_sealed(*sealed, kiosk.recipient).value()));
    CHECK(listed(stick.path() / "opened.tar").contains("journal.txt"));
}

TEST_CASE("a kiosk without a province has nobody to seal for, and writes nothing", "[care]") {
    const Folder state;
    const Folder stick;

    const auto file = write_diagnostics(kFiles, state.path(), stick.path(), SystemClock().wall());

    REQUIRE_FALSE(file);
    CHECK(file.error() == Fault::NotEnrolled);
    CHECK(fs::is_empty(stick.path()));
}

TEST_CASE("a stick that was pulled meanwhile is named", "[care]") {
    const Kiosk kiosk;
    const Folder stick;
    REQUIRE(write_file(stick.path() / "gone", as_bytes("a file where the stick was")));

    const auto file =
        write_diagnostics(kFiles, kiosk.state.path(), stick.path() / "gone", kiosk.clock.wall());

    REQUIRE_FALSE(file);
    CHECK(file.error() == Fault::MediumUnavailable);
}

TEST_CASE("what is left out is not written", "[care]") {
    const DiagnosticFiles files = files_of(kFiles, {DiagnosticPart::Log, DiagnosticPart::State});

    CHECK(files.size() == 3);
    CHECK(files.contains("journal.txt"));
    CHECK(files.contains("version.txt"));
    CHECK_FALSE(files.contains("kiosk.toml"));
    CHECK(files_of(kFiles, {}).empty());
}

TEST_CASE("the center and its counters have Vietnamese names, which stay behind", "[care]") {
    const Folder folder;
    const fs::path config = folder.path() / "kiosk.toml";
    put_text(config,
             "center_name = \"Trung tâm Kim Liên\"\ncounters = \"Quầy 1: Hộ tịch\"\n"
             "other_counter = \"Quầy 2, tầng trệt\"\n[screen]\nwidth_mm = 300 # đo\n");

    const DiagnosticFiles files = collect_diagnostics({.state = folder.path()}, config);
    CHECK(files.at("kiosk.toml") == "[screen]\nwidth_mm = 300\n");
    CHECK_FALSE(refused_file(files));
}

TEST_CASE("a stick is missing, read-only, full or ready", "[care]") {
    const Folder media;
    const auto is_stick = [](const fs::path& folder) { return folder.filename() == "STICK"; };
    CHECK(look_for_stick(media.path(), 1, is_stick) == Stick{});
    CHECK(look_for_stick(media.path() / "missing", 1, is_stick) == Stick{});

    fs::create_directories(media.path() / "binh/STICK/STICK");
    const Stick ready = look_for_stick(media.path(), 1, is_stick);
    CHECK(ready.state == StickState::Ready);
    CHECK(ready.place == media.path() / "binh/STICK");

    const Stick full = look_for_stick(media.path(), UINTMAX_MAX, is_stick);
    CHECK(full.state == StickState::Full);
    CHECK(full.free_bytes == ready.free_bytes);
}

TEST_CASE("a folder that nothing is mounted at is no stick", "[care]") {
    const Folder media;
    fs::create_directories(media.path() / "stick");

    CHECK(look_for_stick(media.path(), 1) == Stick{});
    CHECK(is_mount_point("/proc"));
}

}  // namespace motlan::testing
