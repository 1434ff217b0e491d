#include "kiosk/care/config_change.h"

#include <format>
#include <functional>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/settings_schema.h"
#include "kiosk/care/condition.h"
#include "kiosk/care/config_difference.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/core/file.h"
#include "tests/support/checkout.h"
#include "tests/support/folder.h"

using namespace motlan;
using motlan::testing::Folder;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = std::size_t{64} << 10U;

/// The settings of this checkout in a folder of their own, with everything that they name.
struct Settings {
    Settings() {
        fs::copy(checkout() / "config", folder.path() / "etc", fs::copy_options::recursive);
        fs::create_directories(place.runtime);
        fs::create_directories(place.state);
    }

    [[nodiscard]] std::string text() const { return read_text(place.file, kFileLimit).value(); }
    [[nodiscard]] std::string with_name(std::string_view name) const {
        std::string changed = text();
        const auto from = changed.find("center_name");
        changed.replace(from, changed.find('\n', from) - from,
                        std::format("center_name = \"{}\"", name));
        return changed;
    }
    /// What a kiosk that has read the settings says of itself.
    void kiosk_says(Serving serving) const {
        condition_writer(place.runtime, place.file)({.serving = serving});
    }

    Folder folder;
    ConfigPlace place{.file = folder.path() / "etc/kiosk.toml",
                      .runtime = folder.path() / "run",
                      .state = folder.path() / "lib"};
};

TrialPatience patience(std::function<void()> pause) {
    return {.to_come_back = std::chrono::seconds(5),
            .to_finish = std::chrono::minutes(1),
            .to_be_kept = std::chrono::seconds(5),
            .pause = std::move(pause)};
}

struct PowerCut {};

/// A change of all that is in force.
Checked<Outcome> change(const Settings& settings, const std::string& text, const TrialPatience& how,
                        std::optional<StaffNumber> second = {}) {
    return change_config(settings.place,
                         {.former = settings.text(), .text = text, .by = "0900", .second = second},
                         how);
}

/// A change whose trial the power cuts off.
void cut_off(const Settings& settings, const std::string& text) {
    settings.kiosk_says(Serving::Welcome);
    CHECK_THROWS_AS(change(settings, text, patience([] { throw PowerCut(); })), PowerCut);
}

/// A kiosk that serves with whatever is in force, and somebody who says that.
TrialPatience answered(const Settings& settings, TrialAnswer said) {
    TrialPatience how = patience([&settings] { settings.kiosk_says(Serving::Welcome); });
    how.on_serving = [&settings, said] { CHECK(answer_trial(settings.place, said).value()); };
    return how;
}

}  // namespace

TEST_CASE("settings that no kiosk can try are written", "[care]") {
    const Settings settings;
    const std::string wanted = settings.with_name("Trung tâm Mẫu");

    CHECK(change(settings, wanted, patience([] {})).value() == Outcome::Written);

    CHECK(settings.text() == wanted);
    CHECK_FALSE(settle_config(settings.place).value());
    CHECK(settings.text() == wanted);
    CHECK(former_versions(settings.place).size() == 1);
}

TEST_CASE("settings with which the kiosk serves stay when somebody keeps them", "[care]") {
    const Settings settings;
    const std::string wanted = settings.with_name("Trung tâm Mẫu");
    settings.kiosk_says(Serving::Welcome);

    CHECK(change(settings, wanted, answered(settings, TrialAnswer::Keep)).value() == Outcome::Kept);

    CHECK_FALSE(settle_config(settings.place).value());
    CHECK(settings.text() == wanted);
    CHECK(former_versions(settings.place).size() == 1);
    CHECK_FALSE(fs::exists(settings.place.answer()));
}

TEST_CASE("settings that nobody keeps in time are taken back", "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    settings.kiosk_says(Serving::Welcome);
    TrialPatience how = patience([&] { settings.kiosk_says(Serving::Welcome); });
    how.to_be_kept = std::chrono::seconds(0);

    CHECK(change(settings, settings.with_name("Trung tâm Mẫu"), how).value() == Outcome::NotKept);

    CHECK(settings.text() == former);
    CHECK(former_versions(settings.place).empty());
}

TEST_CASE("settings that somebody takes back are gone at once", "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    settings.kiosk_says(Serving::Welcome);

    const auto outcome = change(settings, settings.with_name("Trung tâm Mẫu"),
                                answered(settings, TrialAnswer::TakeBack));

    CHECK(outcome.value() == Outcome::NotKept);
    CHECK(settings.text() == former);
    CHECK_FALSE(answer_trial(settings.place, TrialAnswer::Keep).value());
}

TEST_CASE("settings with which the kiosk does not serve are taken back", "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    settings.kiosk_says(Serving::Welcome);

    const auto outcome = change(settings, settings.with_name("Trung tâm Mẫu"),
                                patience([&] { settings.kiosk_says(Serving::OutOfService); }));

    CHECK(outcome.value() == Outcome::RolledBack);
    CHECK(settings.text() == former);
    CHECK_FALSE(settle_config(settings.place).value());
}

TEST_CASE("a printer at an address where nobody answers is taken back", "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    const std::string wanted = with_setting(with_setting(former, "printer.driver", "ipp").value(),
                                            "printer.address", "ipp://192.0.2.1/ipp/print")
                                   .value();
    settings.kiosk_says(Serving::Welcome);
    TrialPatience how = patience([&] {
        condition_writer(settings.place.runtime, settings.place.file)(
            {.serving = Serving::Welcome,
             .devices = {{DeviceRole::Printer, Fault::PrinterUnavailable}}});
        static_cast<void>(answer_trial(settings.place, TrialAnswer::Keep));
    });
    how.to_come_back = std::chrono::seconds(1);

    CHECK(change(settings, wanted, how).value() == Outcome::RolledBack);

    CHECK(settings.text() == former);
}

TEST_CASE("a device that nobody touched may be out of order while another is changed", "[care]") {
    const std::vector<DeviceTrouble> out{{DeviceRole::Scanner, Fault::ScannerUnavailable},
                                         {DeviceRole::Printer, Fault::PrinterPaperLow}};

    CHECK(troubled_by("[scanner]\ndpi = 300\n", "[scanner]\ndpi = 200\n", out).size() == 1);
    CHECK(troubled_by("[printer]\nfolder = \"a\"\n", "[printer]\nfolder = \"b\"\n", out).empty());
    CHECK(troubled_by("[screen]\nwidth = 1080\n", "[screen]\nwidth = 1920\n", out).empty());
}

TEST_CASE("a trial that the power cuts off is taken back at the next start", "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    cut_off(settings, settings.with_name("Trung tâm Mẫu"));
    REQUIRE(settings.text() != former);

    CHECK(settle_config(settings.place).value());

    CHECK(settings.text() == former);
    CHECK_FALSE(settle_config(settings.place).value());
}

TEST_CASE("a trial that nobody watches any more is taken back as soon as somebody says so",
          "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    cut_off(settings, settings.with_name("Trung tâm Mẫu"));

    CHECK(answer_trial(settings.place, TrialAnswer::TakeBack).value());

    CHECK(settings.text() == former);
    CHECK_FALSE(fs::exists(settings.place.before_trial()));
    CHECK_FALSE(fs::exists(settings.place.answer()));
}

TEST_CASE("a change after a trial that was cut off starts from what was in force before it",
          "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    cut_off(settings, settings.with_name("Trung tâm Mẫu"));

    const auto outcome = change(settings, former, patience([] {}));

    CHECK(outcome.value() == Outcome::Unchanged);
}

TEST_CASE(
    "a trial that goes on is not taken back by a kiosk that starts, and nobody else changes "
    "anything",
    "[care]") {
    const Settings settings;
    const std::string wanted = settings.with_name("Trung tâm Mẫu");
    settings.kiosk_says(Serving::Welcome);
    TrialPatience how = answered(settings, TrialAnswer::Keep);
    how.on_begun = [&] {
        CHECK_FALSE(settle_config(settings.place).value());
        CHECK(change(settings, settings.with_name("Nơi khác"), patience([] {})).value() ==
              Outcome::Held);
        CHECK(config_holder(settings.place) == "0900");
    };

    CHECK(change(settings, wanted, how).value() == Outcome::Kept);
    CHECK(settings.text() == wanted);
    CHECK(config_holder(settings.place).empty());
}

TEST_CASE("a change that was made of what is no longer in force changes nothing", "[care]") {
    const Settings settings;
    const std::string before = settings.text();
    const std::string others = settings.with_name("Nơi khác");
    CHECK(change(settings, others, patience([] {})).value() == Outcome::Written);

    const auto outcome =
        change_config(settings.place, {.former = before, .text = before + "# mine\n", .by = "0901"},
                      patience([] {}));

    CHECK(outcome.value() == Outcome::Overtaken);
    CHECK(settings.text() == others);
}

TEST_CASE("no single fault is ever applied, and each is named with its path", "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    for (const SettingSpec& spec : all_settings()) {
        if (spec.kind != SettingKind::Number) continue;
        INFO(path_of(spec));
        const auto wrong = with_setting(former, path_of(spec), std::to_string(spec.most + 1));

        const auto outcome = change(settings, wrong.value(), patience([] {}));

        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().key == path_of(spec));
        CHECK(outcome.error().file == settings.place.file.string());
        CHECK(settings.text() == former);
    }
}

TEST_CASE("an enrolled kiosk's catalogue, keys and addresses take a second technician", "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    const std::string wanted = with_setting(former, "catalogue.units", "./units.toml").value();
    fs::create_directories(settings.place.state / "enrolment");
    REQUIRE(
        write_file(settings.place.state / "enrolment/province.toml", as_bytes("kiosk = \"A\"")));

    CHECK(change(settings, wanted, patience([] {})).value() == Outcome::NeedsSecond);
    CHECK(settings.text() == former);
    CHECK(second_needed(settings.place.state, former, wanted) ==
          std::vector<std::string>{"catalogue.units"});

    CHECK(change(settings, wanted, patience([] {}), StaffNumber("0901")).value() ==
          Outcome::Written);
    CHECK(settings.text() == wanted);
}

TEST_CASE("no spelling gets round the second technician", "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    fs::create_directories(settings.place.state / "enrolment");
    REQUIRE(
        write_file(settings.place.state / "enrolment/province.toml", as_bytes("kiosk = \"A\"")));
    const std::string plain = "units = \"units.toml\"";
    REQUIRE(former.contains(plain));

    for (const char* spelt : {"\"units\" = \"./units.toml\"", "units = \"\\u002e/units.toml\"",
                              "units = './units.toml'"}) {
        INFO(spelt);
        std::string wanted = former;
        wanted.replace(wanted.find(plain), plain.size(), spelt);

        const auto outcome = change(settings, wanted, patience([] {}), StaffNumber("0901"));

        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().key == "catalogue.units");
        CHECK(settings.text() == former);
    }
}

TEST_CASE("twenty former versions are kept, the oldest goes first", "[care]") {
    const Settings settings;
    for (int n = 0; n < 23; ++n) {
        const auto written =
            change(settings, settings.with_name(std::format("Nơi {}", n)), patience([] {}));
        REQUIRE(written.value() == Outcome::Written);
    }

    const auto versions = former_versions(settings.place);

    REQUIRE(versions.size() == 20);
    CHECK(versions.front().stem() == "0004");
    CHECK(versions.back().stem() == "0023");
}

TEST_CASE("neither a version nor what is in force is read through a link", "[care]") {
    const Settings settings;
    const fs::path strange = settings.folder.path() / "strange";
    fs::create_directories(settings.place.history());
    REQUIRE(write_file(strange, as_bytes("secret")));
    fs::create_symlink(strange, settings.place.history() / "0001.toml");

    const auto versions = former_versions(settings.place);

    REQUIRE(versions.size() == 1);
    CHECK_FALSE(read_beside(versions.front()));
    CHECK(read_beside(settings.place.file) == settings.text());
}
