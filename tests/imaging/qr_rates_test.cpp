// A slice of the bench of codes (tests/bench/qr.cpp) that guards what it has reached: few pictures
// of every row, so the floors lie below the rates of the full run.
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/imaging/qr_decode.h"
#include "tests/bench/qr_camera.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Rates {
    int shown = 0;
    int read = 0;
    int wrong = 0;

    [[nodiscard]] double percent() const { return 100.0 * read / shown; }
};

// A smaller frame than a camera's, so that the suite can bear hundreds.
Scene scene_of(const SceneRow& row, int picture) {
    Scene scene = draw_scene(row, 4'000'000 + static_cast<std::uint64_t>(picture));
    scene.frame_width = 480;
    scene.frame_height = 360;
    scene.shift_x /= 4;
    scene.shift_y /= 4;
    return scene;
}

Rates rates_of(const SceneRow& row, int pictures) {
    Rates rates;
    for (int i = 0; i < pictures; ++i, ++rates.shown) {
        const Scene scene = scene_of(row, i);
        const auto payload = read_code(photograph(printed_card(scene), scene).view()).payload;
        if (!payload) continue;
        ++(as_text(*payload) == scene.payload ? rates.read : rates.wrong);
    }
    return rates;
}

}  // namespace

TEST_CASE("of all ways to hold a card at least eight in ten are read, and none wrongly",
          "[imaging]") {
    Rates all;
    for (const SceneRow& row : scene_rows()) {
        const Rates rates = rates_of(row, 6);
        all.shown += rates.shown;
        all.read += rates.read;
        all.wrong += rates.wrong;
    }

    CHECK(all.percent() >= 80);
    CHECK(all.wrong == 0);
}

TEST_CASE("at a kiosk nine cards in ten are read from one picture", "[imaging]") {
    for (const SceneRow& row : scene_rows()) {
        if (row.name == "kiosk mix") CHECK(rates_of(row, 30).percent() >= 90);
    }
}
