#include "kiosk/imaging/card_guide.h"

#include <utility>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/bench/qr_camera.h"
#include "tests/bench/qr_wall.h"
#include "tests/bench/qr_watch.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const SceneRow kCalm{.name = "calm", .tilt = {0, 8}};

Scene held_card() {
    Scene scene = draw_scene(kCalm, 5);
    scene.module_pixels = 2.6;
    scene.shift_x = scene.shift_y = 0;
    scene.turn = 8;
    centre_card(scene);
    return scene;
}

Image plain_wall() { return draw_wall(Wall::Plain, 0, 1280, 720); }

void as_it_is(Scene& /*scene*/, int /*picture*/) {}

// A camera that first shows the place, then what comes before it.
class Watch {
public:
    explicit Watch(const Scene& scene, Image wall = plain_wall())
        : watch_(scene), wall_(std::move(wall)) {
        for (int i = 0; i < 3; ++i) show({}, as_it_is);
    }

    CardHint show(const Image& card, const CardWatch::Change& change) {
        return show(card, change, wall_);
    }
    CardHint show(const Image& card, const CardWatch::Change& change, const Image& behind) {
        return watch_.show(card, change, behind);
    }

private:
    CardWatch watch_;
    Image wall_;
};

// What the guide says after some pictures of a card.
CardHint said(const Image& card, const Scene& scene, int pictures, const CardWatch::Change& change,
              Image wall = plain_wall()) {
    Watch watch(scene, std::move(wall));
    CardHint hint = CardHint::NoCard;
    for (int i = 0; i < pictures; ++i) hint = watch.show(card, change);
    return hint;
}

}  // namespace

TEST_CASE("a code that is read shows at once", "[imaging]") {
    CHECK(said(printed_card(held_card()), held_card(), 1, as_it_is) == CardHint::CodeSeen);
}

TEST_CASE("a still card without a code is held the wrong way round", "[imaging]") {
    const Image back = without_code(printed_card(held_card()));

    CHECK(said(back, held_card(), 5, as_it_is) == CardHint::NoCard);
    CHECK(said(back, held_card(), 20, as_it_is) == CardHint::WrongSide);
}

TEST_CASE("a card that moves is asked to be held still", "[imaging]") {
    const Image back = without_code(printed_card(held_card()));
    const auto waved = [](Scene& scene, int picture) {
        scene.shift_x += picture % 2 == 0 ? -120 : 120;
        scene.motion = 6;
    };

    CHECK(said(back, held_card(), 12, waved) == CardHint::HoldStill);
}

TEST_CASE("a card in the dark asks for light", "[imaging]") {
    const auto darkened = [](Scene& scene, int) {
        scene.gain = 0.12;
        scene.blur = 1.5;
    };

    CHECK(said(printed_card(held_card()), held_card(), 4, darkened) == CardHint::TooDark);
}

TEST_CASE("a card far away is asked nearer", "[imaging]") {
    Scene far = held_card();
    far.module_pixels = 0.9;

    CHECK(said(printed_card(far), far, 20, as_it_is) == CardHint::TooFar);
}

TEST_CASE("a card so near that its code is cut off is asked away", "[imaging]") {
    Scene near = held_card();
    near.module_pixels = 7;
    near.turn = 0;
    near.shift_x = 100;
    near.shift_y = 340;

    CHECK(said(printed_card(near), near, 20, as_it_is) == CardHint::TooNear);
}

TEST_CASE("a card that fills the whole picture is asked away", "[imaging]") {
    Scene near = held_card();
    near.module_pixels = 6;
    near.turn = 0;
    near.shift_x = 720;
    near.shift_y = -400;

    CHECK(said(printed_card(near), near, 12, as_it_is) == CardHint::TooNear);
}

TEST_CASE("a reflection over the whole code is told from the wrong side", "[imaging]") {
    Scene burnt = held_card();
    burnt.glare = {.across = 0.6, .down = 0.6, .peak = 600};

    CHECK(said(printed_card(burnt), burnt, 20, as_it_is) == CardHint::Glare);
}

TEST_CASE("a card out of focus says blur", "[imaging]") {
    Scene soft = held_card();
    soft.module_pixels = 3;
    soft.blur = 2.5;

    CHECK(said(printed_card(soft), soft, 12, as_it_is) == CardHint::Blur);
}

TEST_CASE("a reflection that stays on the code says glare", "[imaging]") {
    Scene burnt = held_card();
    burnt.module_pixels = 4;
    burnt.glare = {.x = 0.1, .y = 0.1, .across = 0.45, .down = 0.45, .peak = 450};

    CHECK(said(printed_card(burnt), burnt, 12, as_it_is) == CardHint::Glare);
}

TEST_CASE("a wall is no card, whatever hangs on it", "[imaging]") {
    const Wall wall = GENERATE(Wall::Plain, Wall::Textured, Wall::Striped, Wall::Cluttered);
    Watch watch(held_card(), draw_wall(wall, 1, 1280, 720));

    for (int i = 0; i < 10; ++i) CHECK(watch.show({}, as_it_is) == CardHint::NoCard);
}

TEST_CASE("people who walk past are no card", "[imaging]") {
    const auto seed = static_cast<std::uint64_t>(GENERATE(1, 2));
    const Image wall = draw_wall(Wall::Cluttered, seed, 1280, 720);
    Watch watch(held_card(), wall);

    int wrong = 0;
    for (int x = -300; x < 1600; x += 55) {
        const CardHint hint = watch.show({}, as_it_is, with_person(wall, seed, x));
        wrong += hint == CardHint::NoCard ? 0 : 1;
    }

    CHECK(wrong <= 2);
}

TEST_CASE("a card is seen before any wall", "[imaging]") {
    const Wall wall = GENERATE(Wall::Textured, Wall::Striped, Wall::Cluttered);
    const Image back = without_code(printed_card(held_card()));

    CHECK(said(back, held_card(), 20, as_it_is, draw_wall(wall, 1, 1280, 720)) ==
          CardHint::WrongSide);
}

TEST_CASE("one odd picture does not change the hint", "[imaging]") {
    CardGuide guide;
    const Image wall(320, 240, PixelFormat::Grey);
    Scene scene = held_card();
    scene.gain = 0.12;
    const Image dark = photograph(printed_card(scene), scene);

    CHECK(guide.after(wall.view(), {}) == CardHint::NoCard);
    CHECK(guide.after(dark.view(), {}) == CardHint::NoCard);
    CHECK(guide.after(wall.view(), {}) == CardHint::NoCard);
}
