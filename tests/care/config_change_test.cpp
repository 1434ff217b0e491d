#include "kiosk/care/config_change.h"

#include <format>
#include <functional>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/condition.h"
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
            .pause = std::move(pause),
            .on_visit = [] {}};
}

struct PowerCut {};

/// A change whose trial the power cuts off.
void cut_off(const Settings& settings, std::string_view text) {
    settings.kiosk_says(Serving::Welcome);
    CHECK_THROWS_AS(change_config(settings.place, text, patience([] { throw PowerCut(); })),
                    PowerCut);
}

}  // namespace

TEST_CASE("settings that no kiosk can try are written", "[care]") {
    const Settings settings;
    const std::string wanted = settings.with_name("Trung tâm Mẫu");

    CHECK(change_config(settings.place, wanted, patience([] {})).value() == Outcome::Written);

    CHECK(settings.text() == wanted);
    CHECK_FALSE(settle_config(settings.place).value());
    CHECK(settings.text() == wanted);
}

TEST_CASE("settings with which the kiosk serves stay", "[care]") {
    const Settings settings;
    const std::string wanted = settings.with_name("Trung tâm Mẫu");
    settings.kiosk_says(Serving::Welcome);

    const auto outcome = change_config(settings.place, wanted,
                                       patience([&] { settings.kiosk_says(Serving::Welcome); }));

    CHECK(outcome.value() == Outcome::InService);
    CHECK_FALSE(settle_config(settings.place).value());
    CHECK(settings.text() == wanted);
}

TEST_CASE("settings with which the kiosk does not serve are taken back", "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    settings.kiosk_says(Serving::Welcome);

    const auto outcome =
        change_config(settings.place, settings.with_name("Trung tâm Mẫu"),
                      patience([&] { settings.kiosk_says(Serving::OutOfService); }));

    CHECK(outcome.value() == Outcome::RolledBack);
    CHECK(settings.text() == former);
    CHECK_FALSE(settle_config(settings.place).value());
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

TEST_CASE("a change after a trial that was cut off starts from what was in force before it",
          "[care]") {
    const Settings settings;
    const std::string former = settings.text();
    cut_off(settings, settings.with_name("Trung tâm Mẫu"));

    const auto outcome = change_config(settings.place, former, patience([] {}));

    CHECK(outcome.value() == Outcome::Unchanged);
}

TEST_CASE("a trial that goes on is not taken back by a kiosk that starts", "[care]") {
    const Settings settings;
    const std::string wanted = settings.with_name("Trung tâm Mẫu");
    settings.kiosk_says(Serving::Welcome);

    const auto outcome = change_config(settings.place, wanted, patience([&] {
                                           CHECK_FALSE(settle_config(settings.place).value());
                                           settings.kiosk_says(Serving::Welcome);
                                       }));

    CHECK(outcome.value() == Outcome::InService);
    CHECK(settings.text() == wanted);
}
