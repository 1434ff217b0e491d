// The card camera set at the technician's desk: what is tried, what is saved, when it is let go.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/settings_text.h"
#include "tests/technician/walk.h"

namespace motlan {
namespace {

using testing::Walk;

const std::string kText =
    "[card_camera]\ndriver = \"camera\"\n# focus = 120\n# exposure_us = 8000\ngain = 12\n"
    "# brightness = 0\n";

CameraView view(std::optional<int> gain, std::optional<int> exposure = {}) {
    CameraView seen;
    seen.controls = {{.control = CameraControl::Exposure,
                      .least = 300,
                      .most = 200'000,
                      .step = 100,
                      .usual = 15'000,
                      .value = exposure},
                     {.control = CameraControl::Gain, .most = 255, .usual = 64, .value = gain}};
    return seen;
}

/// At the page, with kiosk.toml as above and the camera's first picture there.
Walk watching() {
    Walk walk;
    walk(ConfigRead{.text = kText}).to(CarePage::Camera)(CameraViewed{view(12)});
    walk.take_all();
    return walk;
}

}  // namespace

TEST_CASE("the camera is looked through while its page is shown, and no longer", "[technician]") {
    Walk walk;
    walk.take_all();
    walk.to(CarePage::Camera);
    auto watched = walk.take<WatchCamera>();
    REQUIRE(watched.size() == 1);
    CHECK(watched[0].is_wished);

    walk(CareWentBack{});

    CHECK(walk.desk().page == CarePage::Tests);
    watched = walk.take<WatchCamera>();
    REQUIRE(watched.size() == 1);
    CHECK_FALSE(watched[0].is_wished);
    walk(CameraViewed{view(12)});
    CHECK_FALSE(walk.desk().camera.now.has_value());
}

TEST_CASE("the first picture stays beside what comes after it", "[technician]") {
    Walk walk = watching();
    walk(CameraViewed{view(90)});

    CHECK(walk.desk().camera.before->controls == view(12).controls);
    CHECK(walk.desk().camera.now->controls == view(90).controls);
}

TEST_CASE("a value that is wished is shown at once and set, within the camera's range",
          "[technician]") {
    Walk walk = watching();
    walk(ControlWished{{CameraControl::Gain, 999}});

    CHECK(walk.desk().camera.now->controls == view(255).controls);
    const auto set = walk.take<SetControl>();
    REQUIRE(set.size() == 1);
    CHECK(set[0].wish == ControlWish{CameraControl::Gain, 255});
    walk(ControlWished{{CameraControl::Gain, 255}})(ControlWished{{CameraControl::Focus, 3}});
    CHECK(walk.take<SetControl>().empty());
}

TEST_CASE("one step leads back to what is saved, another to what the camera was made with",
          "[technician]") {
    Walk walk = watching();
    walk(ControlWished{{CameraControl::Gain, 90}})(ControlWished{{CameraControl::Exposure, 900}});

    walk(ControlsWished{});
    CHECK(walk.desk().camera.now->controls == view(12).controls);
    walk(ControlsWished{.is_as_made = true});
    CHECK(walk.desk().camera.now->controls == view({}).controls);
}

TEST_CASE("what is saved becomes a change of the settings and lets the camera go", "[technician]") {
    Walk walk = watching();
    walk(ControlWished{{CameraControl::Exposure, 900}})(ControlWished{{CameraControl::Gain, {}}});

    walk(CameraSaved{});

    CHECK(walk.desk().page == CarePage::Config);
    CHECK(walk.desk().change.is_pending());
    CHECK_FALSE(walk.take<WatchCamera>().at(0).is_wished);
    CHECK(setting_in(walk.desk().change.draft, "card_camera.exposure_us") == "900");
    CHECK_FALSE(setting_in(walk.desk().change.draft, "card_camera.gain").has_value());
}

TEST_CASE("nothing is saved of a camera that has nothing to set", "[technician]") {
    Walk walk;
    walk(ConfigRead{.text = kText}).to(CarePage::Camera)(CameraViewed{});
    walk(CameraSaved{});

    CHECK(walk.desk().page == CarePage::Camera);
    CHECK_FALSE(walk.desk().change.is_pending());
}

TEST_CASE("a camera that is lost says so, and is opened again by who asks", "[technician]") {
    Walk walk = watching();
    walk(CameraLost{Fault::CameraUnavailable});
    CHECK(walk.desk().camera.fault == Fault::CameraUnavailable);
    CHECK_FALSE(walk.desk().camera.now.has_value());
    walk.take_all();

    walk.to(CarePage::Camera);

    CHECK_FALSE(walk.desk().camera.fault.has_value());
    CHECK(walk.take<WatchCamera>().back().is_wished);
}

}  // namespace motlan
