// A kiosk that serves nobody: its buttons work all the same, and none is there that would not.
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/resting.h"
#include "kiosk/ui/window.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

const WallTime kSince{1795398667123ms};

/// Its screen, and what its bell was told.
struct Kiosk {
    explicit Kiosk(bool has_bell)
        : resting({.center_name = "Vinh", .today = CivilDate::of(kSince)}, kSince,
                  has_bell ? Resting::Bell([this](const TellCall& call) { told.push_back(call); })
                           : Resting::Bell()) {
        draw();
    }

    void draw() {
        window.refresh();
        while (window.needs_drawing()) {
            std::optional<Event> event;
            window.show([&](Ui& ui) { event = resting.draw(ui); });
            if (event) resting.apply(*event);
        }
    }
    bool tap(const char* id) {
        const bool is_live = window.tap(id);
        draw();
        return is_live;
    }
    [[nodiscard]] bool shows(const char* id) const { return window.tree().find(id) != nullptr; }

    std::vector<TellCall> told;
    Resting resting;
    Window window =
        Window::open({.panel = {1080, 1920, 4.034}, .place = WindowPlace::Nowhere}).value();
};

}  // namespace

TEST_CASE("who cannot read the words of a resting kiosk changes them", "[app]") {
    Kiosk kiosk(true);

    REQUIRE(kiosk.tap("access.language"));
    REQUIRE(kiosk.tap("access.size"));
    REQUIRE(kiosk.tap("access.reach"));

    CHECK(kiosk.resting.state().comfort.language == Language::English);
    CHECK(kiosk.resting.state().comfort.size != TextSize::Normal);
    CHECK(kiosk.resting.state().comfort.is_low);
    REQUIRE(kiosk.tap("access.settings"));
    CHECK(kiosk.shows("settings.primary"));
}

TEST_CASE("who calls at a resting kiosk is heard until they go on alone", "[app]") {
    Kiosk kiosk(true);

    REQUIRE(kiosk.tap("access.staff"));
    CHECK(kiosk.shows("staff.primary"));
    CHECK_FALSE(kiosk.shows("staff.other"));
    REQUIRE(kiosk.told.size() == 1);
    CHECK(kiosk.told[0].call.has_value());

    kiosk.resting.apply(CallAnswered{});
    kiosk.draw();
    CHECK(kiosk.tap("staff.primary"));
    CHECK_FALSE(kiosk.told.back().call.has_value());
}

TEST_CASE("where nobody can be called no button says so", "[app]") {
    Kiosk kiosk(false);

    CHECK_FALSE(kiosk.shows("access.staff"));
    CHECK_FALSE(kiosk.shows("access.voice"));
    CHECK(kiosk.shows("access.settings"));
}

TEST_CASE("the next one finds a resting kiosk as it was", "[app]") {
    Kiosk kiosk(true);
    REQUIRE(kiosk.tap("access.language"));

    kiosk.resting.apply(Ticked{SteadyTime(119s), kSince + 119s});
    CHECK(kiosk.resting.state().comfort.language == Language::English);
    kiosk.resting.apply(Ticked{SteadyTime(120s), kSince + 120s});

    CHECK(kiosk.resting.state().comfort.language == Language::Vietnamese);
}

}  // namespace motlan
