// What the audit log is told of settings: who changed which value, from what to what.
#include "kiosk/care/settings_told.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/config_change.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/core/file.h"
#include "tests/support/checkout.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"

namespace motlan {
namespace {

constexpr std::size_t kFileLimit = std::size_t{64} << 10U;
const StaffNumber kFirst("0900");
const StaffNumber kSecond("0901");

/// An audit log on a disk that can be full, and the settings of a kiosk beside it.
struct Kiosk {
    testing::Folder folder;
    ToldPlace place{.config = folder.path() / "etc/kiosk.toml", .state = folder.path() / "lib"};
    testing::HandClock clock;
    AuditMark mark;
    std::vector<Tree> told;
    bool is_full = false;

    Kiosk() {
        std::filesystem::copy(checkout() / "config", folder.path() / "etc",
                              std::filesystem::copy_options::recursive);
        std::filesystem::create_directories(place.state);
    }
    /// Begins as a kiosk's process does.
    Result<void> start() {
        return tell_settings(place, [this](const AuditEntry& entry) -> Result<void> {
            if (is_full) return fail(Fault::DiskFull);
            const AuditAuthor author{.session = std::string(32, 'a'), .boot = "boot"};
            const AuditRecord record = next_record(mark, entry, author, clock);
            mark = {record.number, record.hash};
            auto read = parse_audit_record(record.text);
            REQUIRE(read);
            told.push_back(*read->find("fields"));
            return {};
        });
    }
    void change(std::string_view path, std::string_view value, std::string_view by) const {
        const std::string former = text();
        const auto outcome =
            change_config({.file = place.config, .runtime = folder.path() / "run", .state = {}},
                          {.former = former,
                           .text = with_setting(former, path, value).value(),
                           .by = std::string(by),
                           .second = kSecond},
                          {.pause = [] {}});
        REQUIRE(outcome == Outcome::Written);
    }
    void write(const std::string& text) const { REQUIRE(write_file(place.config, as_bytes(text))); }
    [[nodiscard]] std::string text() const { return read_text(place.config, kFileLimit).value(); }
};

}  // namespace

TEST_CASE("a kiosk that starts with what it had tells nothing", "[care]") {
    Kiosk kiosk;
    REQUIRE(kiosk.start());
    REQUIRE(kiosk.start());

    CHECK(kiosk.told.empty());
}

TEST_CASE("a change at the screen is told with both technicians, value by value", "[care]") {
    Kiosk kiosk;
    REQUIRE(kiosk.start());
    kiosk.change("scanner.dpi", "200", "0900");
    REQUIRE(kiosk.start());
    REQUIRE(kiosk.start());

    REQUIRE(kiosk.told.size() == 1);
    const Tree& fields = kiosk.told[0];
    CHECK(fields.text_at("setting") == "scanner.dpi");
    CHECK(fields.number_at("before") == 300);
    CHECK(fields.number_at("after") == 200);
    CHECK(fields.text_at("way") == "screen");
    CHECK(fields.text_at("staff") == kFirst.value());
    CHECK(fields.text_at("second") == kSecond.value());
}

TEST_CASE("what kioskctl changed and what an editor changed are told apart", "[care]") {
    Kiosk kiosk;
    REQUIRE(kiosk.start());
    kiosk.change("center_name", "Xã Mẫu “mới”", "kioskctl");
    REQUIRE(kiosk.start());
    kiosk.write(with_setting(kiosk.text(), "voice.headphones", "false").value());
    REQUIRE(kiosk.start());

    REQUIRE(kiosk.told.size() == 2);
    CHECK(kiosk.told[0].text_at("way") == "kioskctl");
    CHECK(kiosk.told[0].text_at("after") == "Xã Mẫu “mới”");
    CHECK(kiosk.told[0].find("staff") == nullptr);
    CHECK(kiosk.told[1].text_at("way") == "file");
    CHECK(kiosk.told[1].text_at("after") == "false");
}

TEST_CASE("a change that is taken back is told twice, by the name of whoever made it", "[care]") {
    Kiosk kiosk;
    const std::string before = kiosk.text();
    REQUIRE(kiosk.start());
    kiosk.change("scanner.dpi", "200", "0900");
    REQUIRE(kiosk.start());
    kiosk.write(before);
    REQUIRE(kiosk.start());

    REQUIRE(kiosk.told.size() == 2);
    CHECK(kiosk.told[1].text_at("way") == "taken_back");
    CHECK(kiosk.told[1].text_at("staff") == kFirst.value());
    CHECK(kiosk.told[1].number_at("after") == 300);
}

TEST_CASE("what the log could not take is told at the next start", "[care]") {
    Kiosk kiosk;
    REQUIRE(kiosk.start());
    kiosk.change("scanner.dpi", "200", "0900");
    kiosk.is_full = true;
    CHECK(kiosk.start().error() == Fault::DiskFull);

    kiosk.is_full = false;
    REQUIRE(kiosk.start());

    CHECK(kiosk.told.size() == 1);
}

TEST_CASE("settings in the place of which a link stands are not told", "[care]") {
    Kiosk kiosk;
    REQUIRE(kiosk.start());
    const auto strange = kiosk.folder.path() / "strange";
    std::filesystem::rename(kiosk.place.config, strange);
    std::filesystem::create_symlink(strange, kiosk.place.config);

    CHECK(kiosk.start().error() == Fault::StorageFailed);
    CHECK(kiosk.told.empty());
}

TEST_CASE("an address with a password is told by its hash", "[care]") {
    const std::string before = "[printer]\naddress = \"ipp://one\"\n";
    const std::string after = "[printer]\naddress = \"ipp://user:secret@one\"\n";

    const auto entries = setting_entries(before, after, {});

    REQUIRE(entries.size() == 1);
    testing::HandClock clock;
    const AuditAuthor author{.session = std::string(32, 'a'), .boot = "boot"};
    const AuditRecord record = next_record({}, entries[0], author, clock);
    CHECK_FALSE(record.text.contains("secret"));
    CHECK(record.text.contains("ipp://one"));
    CHECK(parse_audit_record(record.text));
}

}  // namespace motlan
