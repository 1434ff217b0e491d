#include "kiosk/imaging/card_guide.h"

#include <algorithm>
#include <functional>

#include <catch2/catch_test_macros.hpp>

#include "tests/bench/qr_camera.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const SceneRow kCalm{.name = "calm", .tilt = {0, 8}};

Scene held_card() {
    Scene scene = draw_scene(kCalm, 5);
    scene.module_pixels = 2.6;
    scene.shift_x = scene.shift_y = 0;
    return scene;
}

// The other side: the same card with paper where its code is.
Image without_code(Image card) {
    for (int y = 0; y < card.height / 3; ++y) {
        std::fill_n(card.pixels.begin() + std::ptrdiff_t{y} * card.width + card.width * 3 / 4,
                    card.width / 4, std::uint8_t{235});
    }
    return card;
}

// What the guide says after some pictures, each changed a little by `change`.
CardHint said(const Image& card, Scene scene, int pictures,
              const std::function<void(Scene&, int)>& change) {
    CodeReader reader;
    CardGuide guide;
    CardHint hint = CardHint::NoCard;
    for (int i = 0; i < pictures; ++i) {
        scene = next_scene(scene, kCalm, Glare::Stays, i);
        Scene now = scene;
        change(now, i);
        const Image picture = photograph(card, now);
        hint = guide.after(picture.view(), reader.look(picture.view()));
    }
    return hint;
}

void as_it_is(Scene& /*scene*/, int /*picture*/) {}

}  // namespace

TEST_CASE("a code that is read shows at once", "[imaging]") {
    CHECK(said(printed_card(held_card()), held_card(), 1, as_it_is) == CardHint::CodeSeen);
}

TEST_CASE("a still card without a code is held the wrong way round", "[imaging]") {
    const Image back = without_code(printed_card(held_card()));

    CHECK(said(back, held_card(), 5, as_it_is) == CardHint::NoCard);
    CHECK(said(back, held_card(), 12, as_it_is) == CardHint::WrongSide);
}

TEST_CASE("a card that moves is asked to be held still", "[imaging]") {
    const Image back = without_code(printed_card(held_card()));
    const auto waved = [](Scene& scene, int picture) {
        scene.shift_x = picture % 2 == 0 ? -120 : 120;
        scene.motion = 6;
    };

    CHECK(said(back, held_card(), 6, waved) == CardHint::HoldStill);
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
    far.module_pixels = 1.0;

    CHECK(said(printed_card(far), far, 12, as_it_is) == CardHint::TooFar);
}

TEST_CASE("a card so near that its code is cut off is asked away", "[imaging]") {
    Scene near = held_card();
    near.module_pixels = 7;
    near.shift_x = 100;
    near.shift_y = 340;

    CHECK(said(printed_card(near), near, 6, as_it_is) == CardHint::TooNear);
}

TEST_CASE("a card out of focus says blur", "[imaging]") {
    Scene soft = held_card();
    soft.module_pixels = 5;
    soft.blur = 2.0;

    CHECK(said(printed_card(soft), soft, 6, as_it_is) == CardHint::Blur);
}

TEST_CASE("a reflection that stays on the code says glare", "[imaging]") {
    Scene burnt = held_card();
    burnt.module_pixels = 4;
    burnt.glare = {.x = 0.1, .y = 0.1, .across = 0.45, .down = 0.45, .peak = 450};

    CHECK(said(printed_card(burnt), burnt, 6, as_it_is) == CardHint::Glare);
}

TEST_CASE("nothing before the camera is no card", "[imaging]") {
    CodeReader reader;
    CardGuide guide;
    const Image wall(1280, 720, PixelFormat::Grey);

    for (int i = 0; i < 6; ++i) {
        CHECK(guide.after(wall.view(), reader.look(wall.view())) == CardHint::NoCard);
    }
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
