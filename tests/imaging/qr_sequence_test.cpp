#include "kiosk/imaging/qr_sequence.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/imaging/qr_decode.h"
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

// Pictures of a card under a reflection that moves, until they are read together: each alone shows
// too little.
std::vector<Image> pictures_until_read(Scene scene) {
    scene.blur = 0.3;
    scene.glare = {.x = -0.2, .y = -0.2, .across = 0.42, .down = 0.42, .peak = 500};
    const Image card = printed_card(scene);
    std::vector<Image> pictures;
    CodeReader reader;
    for (bool is_read = false; !is_read && pictures.size() < 8;) {
        scene =
            next_scene(scene, {.name = "test"}, Glare::Moves, static_cast<int>(pictures.size()));
        pictures.push_back(photograph(card, scene));
        is_read = reader.look(pictures.back().view()).payload.has_value();
    }
    return pictures;
}

int modules_of(const Scene& scene) { return place_of_code(scene.payload, scene.print).modules; }

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
    const Scene scene = scene_of(GENERATE(71, 83, 90));
    CodeReader reader;
    CodeReading reading;

    for (const Image& picture : pictures_until_read(scene)) reading = reader.look(picture.view());

    CHECK(text_of(reading) == scene.payload);
    CHECK(reading.step == "pictures");
    CHECK(reading.pictures > 1);
}

TEST_CASE("a card that was read is not read again from what is remembered of it", "[imaging]") {
    const Scene clean = scene_of(71);
    const auto pictures = pictures_until_read(clean);
    REQUIRE(pictures.size() > 1);
    CodeReader reader;
    for (const Image& picture : std::span(pictures).first(pictures.size() - 1)) {
        CHECK_FALSE(reader.look(picture.view()).payload);
    }

    CHECK(text_of(reader.look(shot(clean).view())) == clean.payload);

    CHECK_FALSE(reader.look(pictures.back().view()).payload);
}

TEST_CASE("a second card takes no part of the first one's text", "[imaging]") {
    const Scene first = scene_of(83);
    const Scene second = scene_of(GENERATE(87, 90));
    REQUIRE(modules_of(first) == modules_of(second));
    const auto pictures = pictures_until_read(first);
    CodeReader reader;
    for (const Image& picture : std::span(pictures).first(pictures.size() - 1)) {
        CHECK_FALSE(reader.look(picture.view()).payload);
    }

    CodeReading reading;
    for (const Image& picture : pictures_until_read(second)) {
        CHECK_FALSE(reading.payload);
        reading = reader.look(picture.view());
    }

    CHECK(text_of(reading) == second.payload);
}

TEST_CASE("two cards in turn never become a third text", "[imaging]") {
    const Scene first = scene_of(83);
    const Scene second = scene_of(90);
    const auto firsts = pictures_until_read(first);
    const auto seconds = pictures_until_read(second);
    REQUIRE(firsts.size() < seconds.size());
    CodeReader reader;
    int read = 0;

    for (std::size_t i = 0; i < seconds.size(); ++i) {
        const CodeReading one = reader.look(firsts[i % firsts.size()].view());
        const CodeReading other = reader.look(seconds[i].view());
        CHECK((!one.payload || text_of(one) == first.payload));
        CHECK((!other.payload || text_of(other) == second.payload));
        read += one.payload ? 1 : 0;
    }

    CHECK(read == 1);
}

TEST_CASE("a code of another size costs no view of the first", "[imaging]") {
    const Scene scene = scene_of(83);
    const Scene other = scene_of(81);
    REQUIRE(modules_of(scene) != modules_of(other));
    const auto pictures = pictures_until_read(scene);
    const auto strange = pictures_until_read(other);
    QrSequence sequence;

    for (const Image& picture : std::span(pictures).first(pictures.size() - 1)) {
        CHECK_FALSE(sequence.add(picture.view()).code.is_whole);
    }
    CHECK_FALSE(sequence.add(strange.front().view()).code.is_whole);

    CHECK(sequence.add(pictures.back().view()).code.is_whole);
}

TEST_CASE("what was seen too many pictures ago is forgotten", "[imaging]") {
    const auto pictures = pictures_until_read(scene_of(88));
    REQUIRE(pictures.size() == 2);
    const Image nothing(320, 320, PixelFormat::Grey);
    const int between = GENERATE(QrSequence::kKeptFor - 1, QrSequence::kKeptFor);
    QrSequence sequence;

    CHECK(sequence.add(pictures[0].view()).pictures == 1);
    for (int i = 0; i < between; ++i) CHECK_FALSE(sequence.add(nothing.view()).place);
    const QrAttempt attempt = sequence.add(pictures[1].view());

    const bool is_kept = between < QrSequence::kKeptFor;
    CHECK(attempt.code.is_whole == is_kept);
    CHECK(attempt.pictures == (is_kept ? 2 : 1));
}

TEST_CASE("a reader bears pictures of any shape", "[imaging]") {
    CodeReader reader;
    for (const auto& [width, height] :
         std::vector<std::pair<int, int>>{{1, 1}, {1, 5000}, {63, 64}, {64, 64}, {65, 200}}) {
        const Image picture(width, height, PixelFormat::Grey);
        CHECK_FALSE(reader.look(picture.view()).payload);
    }
}
