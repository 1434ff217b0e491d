// The office as it is read from a folder: in force today, in order, whole or not at all.
#include "kiosk/app/catalogue.h"

#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/checkout.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

constexpr std::size_t kLimit = 1 << 20;

CivilDate today() { return CivilDate::make(2026, 11, 23).value(); }

/// A catalogue that begins as a copy of the shipped one with a single procedure.
class Catalogue {
public:
    Catalogue() {
        settings_ = read_settings(checkout() / "config/kiosk.toml", "/state").value();
        settings_.procedures = folder_.path();
        text_ = read_text(checkout() / "config/procedures/2.000635.toml", kLimit).value();
    }

    /// Another file: the shipped procedure under that code, with more keys at its top.
    void add(const std::string& file, const std::string& code, const std::string& more = "") {
        std::string text = more + "\n" + text_;
        text.replace(text.find("2.000635\""), 8, code);
        REQUIRE(write_file(folder_.path() / file, as_bytes(text)));
    }

    /// The same with another rank than the shipped one.
    void add_ranked(const std::string& file, const std::string& code, const std::string& rank) {
        std::string text = text_;
        text.replace(text.find("2.000635\""), 8, code);
        text.replace(text.find("rank = 1"), 8, rank);
        REQUIRE(write_file(folder_.path() / file, as_bytes(text)));
    }

    [[nodiscard]] Checked<Office> read() const { return read_office(settings_, today()); }

    /// The codes that the office offers, or why it offers nothing.
    [[nodiscard]] std::string told() const {
        const auto office = read();
        if (!office) return office.error().reason;
        std::string codes;
        for (const Procedure& each : office->procedures) codes += each.code.value() + " ";
        return codes;
    }

    Settings& settings() { return settings_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

private:
    testing::Folder folder_;
    Settings settings_;
    std::string text_;
};

}  // namespace

TEST_CASE("the shipped office knows its procedures, units and holidays", "[app]") {
    const auto settings = read_settings(checkout() / "config/kiosk.toml", "/state");
    const auto office = read_office(settings.value(), today());

    if (!office) FAIL(to_text(office.error()));
    CHECK(office->procedures.size() == 17);
    CHECK(office->procedures.front().code == ProcedureCode("2.000635"));
    CHECK(office->units.find(UnitCode("17971")).unit != nullptr);
    const auto due =
        due_day(*office->procedures[1].term, WallTime(today().day()), office->holidays);
    CHECK(due == CivilDate::make(2026, 11, 27).value());
}

TEST_CASE("the most wanted procedures come first, then by code", "[app]") {
    Catalogue catalogue;
    catalogue.add_ranked("a.toml", "3.000003", "rank = 2");
    catalogue.add_ranked("b.toml", "2.000002", "");
    catalogue.add_ranked("c.toml", "1.000001", "");
    catalogue.add("d.toml", "9.000009");

    CHECK(catalogue.told() == "9.000009 3.000003 1.000001 2.000002 ");
}

TEST_CASE("of several versions the one in force is offered", "[app]") {
    Catalogue catalogue;
    catalogue.add("old.toml", "1.000001", "until = \"2026-11-22\"");
    catalogue.add("now.toml", "1.000001", "from = \"2026-11-23\"\nuntil = \"2027-02-28\"");
    catalogue.add("next.toml", "1.000001", "from = \"2027-03-01\"");

    const auto office = catalogue.read();

    REQUIRE(office);
    REQUIRE(office->procedures.size() == 1);
    CHECK(office->procedures[0].from == today());
}

TEST_CASE("versions that overlap refuse the catalogue", "[app]") {
    Catalogue catalogue;
    catalogue.add("one.toml", "1.000001", "until = \"2027-03-01\"");
    catalogue.add("two.toml", "1.000001", "from = \"2027-03-01\"");

    CHECK(catalogue.told() ==
          "versions 1 and 1 of procedure 1.000001 are in force on the same day");
}

TEST_CASE("an office without a procedure in force is none", "[app]") {
    Catalogue catalogue;
    CHECK(catalogue.told() == "there is no procedure in force in this folder");

    catalogue.add("old.toml", "1.000001", "until = \"2020-01-01\"");
    CHECK(catalogue.told() == "there is no procedure in force in this folder");
}

TEST_CASE("many procedures are read at once, and the first fault by name is told", "[app]") {
    Catalogue catalogue;
    for (int i = 0; i < 200; ++i) {
        const std::string code = "9." + std::to_string(100'000 + i);
        catalogue.add(code + ".toml", code);
    }
    REQUIRE(catalogue.read());

    catalogue.add("9.100150.toml", "wrong");
    catalogue.add("9.100050.toml", "false");

    const auto office = catalogue.read();
    REQUIRE_FALSE(office);
    CHECK(office.error().file.ends_with("9.100050.toml"));
}

TEST_CASE("holidays or units that cannot be read refuse the catalogue", "[app]") {
    Catalogue catalogue;
    catalogue.add("one.toml", "1.000001");
    catalogue.settings().units = catalogue.folder() / "one.toml";
    CHECK_FALSE(catalogue.read());

    Catalogue other;
    other.add("one.toml", "1.000001");
    other.settings().holidays = other.folder() / "none.toml";
    CHECK(other.told() == "the file cannot be read");
}
