#include "kiosk/imaging/qr_decode.h"

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/bench/qr_camera.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

std::string text_of(const CodeReading& reading) {
    return reading.payload ? std::string(as_text(*reading.payload)) : "(unread)";
}

// A small frame with the code in its middle, so that a test takes milliseconds.
Scene scene_of(int seed) {
    Scene scene = draw_scene({.name = "test"}, static_cast<std::uint64_t>(seed));
    scene.frame_width = scene.frame_height = 320;
    scene.shift_x = scene.shift_y = 0;
    return scene;
}

Image shot(const Scene& scene) { return photograph(printed_card(scene), scene); }

}  // namespace

TEST_CASE("a code out of focus is read by its modules", "[imaging]") {
    Scene scene = scene_of(GENERATE(41, 42, 43));
    scene.blur = 0.55;

    const CodeReading reading = read_code(shot(scene).view());

    CHECK(text_of(reading) == scene.payload);
    CHECK(reading.step == "modules");
    CHECK(reading.pictures == 1);
}

TEST_CASE("a code that moved during the picture is read by its modules", "[imaging]") {
    Scene scene = scene_of(GENERATE(51, 52));
    scene.motion = 1.9;
    scene.motion_turn = scene.turn + 30;

    CHECK(text_of(read_code(shot(scene).view())) == scene.payload);
}

TEST_CASE("what a reflection hides is restored", "[imaging]") {
    Scene scene = scene_of(61);
    scene.glare = {.x = 0.1, .y = 0.1, .across = 0.22, .down = 0.2, .peak = 400};

    CHECK(text_of(read_code(shot(scene).view())) == scene.payload);
}

TEST_CASE("a code is found though a reflection hides one of its corners", "[imaging]") {
    Scene scene = scene_of(GENERATE(62, 63));
    const auto [x, y] =
        GENERATE(std::pair{-0.43, -0.43}, std::pair{0.43, -0.43}, std::pair{-0.43, 0.43});
    scene.turn = 0;
    scene.tilt = 12;
    scene.blur = 0.4;
    scene.glare = {.x = x, .y = y, .across = 0.14, .down = 0.14, .peak = 500};

    const CodeReading reading = read_code(shot(scene).view());

    CHECK(text_of(reading) == scene.payload);
}

TEST_CASE("pictures that show too little each are read together", "[imaging]") {
    Scene scene = scene_of(71);
    scene.blur = 0.3;
    scene.glare = {.x = -0.2, .y = -0.2, .across = 0.42, .down = 0.42, .peak = 500};
    const Image card = printed_card(scene);
    CodeReader reader;
    CodeReading reading;

    for (int step = 0; step < 8 && !reading.payload; ++step) {
        scene = next_scene(scene, {.name = "test"}, Glare::Moves, step);
        reading = reader.look(photograph(card, scene).view());
    }

    CHECK(text_of(reading) == scene.payload);
    CHECK(reading.step == "pictures");
    CHECK(reading.pictures > 1);
}

TEST_CASE("a card that was read is not read again from what is remembered of it", "[imaging]") {
    const Scene clean = scene_of(71);
    const Image card = printed_card(clean);
    Scene scene = clean;
    scene.blur = 0.3;
    scene.glare = {.x = -0.2, .y = -0.2, .across = 0.42, .down = 0.42, .peak = 500};
    std::vector<Image> pictures;
    CodeReader together;
    for (bool is_read = false; !is_read;) {
        scene =
            next_scene(scene, {.name = "test"}, Glare::Moves, static_cast<int>(pictures.size()));
        pictures.push_back(photograph(card, scene));
        is_read = together.look(pictures.back().view()).payload.has_value();
    }
    REQUIRE(pictures.size() > 1);
    CodeReader reader;
    for (std::size_t i = 0; i + 1 < pictures.size(); ++i) {
        CHECK_FALSE(reader.look(pictures[i].view()).payload);
    }

    CHECK(text_of(reader.look(photograph(card, clean).view())) == clean.payload);

    CHECK_FALSE(reader.look(pictures.back().view()).payload);
}

TEST_CASE("two cards in one sequence never become a third text", "[imaging]") {
    const Scene first = scene_of(81);
    const Scene second = scene_of(82);
    CodeReader reader;

    for (int step = 0; step < 6; ++step) {
        Scene scene = step % 2 == 0 ? first : second;
        scene.blur = 0.85;
        scene.seed += static_cast<std::uint64_t>(step);
        const CodeReading reading = reader.look(shot(scene).view());
        CHECK((!reading.payload || text_of(reading) == scene.payload));
    }
}

TEST_CASE("a reader bears pictures of any shape", "[imaging]") {
    CodeReader reader;
    for (const auto& [width, height] :
         std::vector<std::pair<int, int>>{{1, 1}, {1, 5000}, {63, 64}, {64, 64}, {65, 200}}) {
        const Image picture(width, height, PixelFormat::Grey);
        CHECK_FALSE(reader.look(picture.view()).payload);
    }
}
