#include "tests/bench/qr_guide.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <print>
#include <string_view>

#include "tests/bench/qr_camera.h"
#include "tests/bench/qr_wall.h"
#include "tests/bench/qr_watch.h"

namespace motlan::testing {
namespace {

constexpr int kEmptyPictures = 4;
constexpr int kCardPictures = 24;
const SceneRow kCalm{.name = "calm", .tilt = {0, 12}};

struct Walls {
    std::string_view name;
    Wall wall;
};
constexpr auto kWalls = std::to_array<Walls>({{"plain", Wall::Plain},
                                              {"textured", Wall::Textured},
                                              {"striped", Wall::Striped},
                                              {"cluttered", Wall::Cluttered}});

// What somebody does with the card, and what should be said then.
struct Way {
    std::string_view name;
    CardHint wanted;
    bool shows_code = true;
    void (*change)(Scene& scene, int picture);

    // Whatever is done, the middle of the card is before the middle of the lens.
    void operator()(Scene& scene, int picture) const {
        change(scene, picture);
        centre_card(scene);
    }
};

void be_far(Scene& scene, int) { scene.module_pixels = 1.0; }
void be_near(Scene& scene, int) { scene.module_pixels = 6; }
void be_dark(Scene& scene, int) {
    scene.gain = 0.12;
    scene.blur = 1.5;
}
void shine(Scene& scene, int) {
    scene.glare = {.x = 0.1, .y = 0.1, .across = 0.45, .down = 0.45, .peak = 450};
}
void be_soft(Scene& scene, int) {
    scene.module_pixels = 3;
    scene.blur = 2.5;
}
void wave(Scene& scene, int picture) {
    scene.shift_x = picture % 2 == 0 ? -120 : 120;
    scene.motion = 6;
}
void hold(Scene&, int) {}

constexpr auto kWays = std::to_array<Way>({{"held well", CardHint::CodeSeen, true, hold},
                                           {"wrong side", CardHint::WrongSide, false, hold},
                                           {"too far", CardHint::TooFar, true, be_far},
                                           {"too near", CardHint::TooNear, true, be_near},
                                           {"too dark", CardHint::TooDark, true, be_dark},
                                           {"glare", CardHint::Glare, true, shine},
                                           {"blur", CardHint::Blur, true, be_soft},
                                           {"moving", CardHint::HoldStill, false, wave}});

Scene held_card(std::uint64_t seed) {
    Scene scene = draw_scene(kCalm, seed);
    scene.module_pixels = 2.6;
    scene.shift_x = scene.shift_y = 0;
    scene.turn = std::remainder(scene.turn, 360) / 12;
    return scene;
}

bool is_said(const Way& way, std::uint64_t seed, const Image& wall) {
    const Scene scene = held_card(seed);
    const Image printed = printed_card(scene);
    const Image card = way.shows_code ? printed : without_code(printed);
    CardWatch watch(scene);
    for (int i = 0; i < kEmptyPictures; ++i) (void)watch.show({}, way, wall);
    const auto is_right = [&] {
        const CardHint said = watch.show(card, way, wall);
        return said == way.wanted || said == CardHint::CodeSeen;
    };
    bool is_told = false;
    for (int i = 0; i < kCardPictures && !is_told; ++i) is_told = is_right();
    // A card that is read needs no hint; every hint has to stay.
    if (way.wanted == CardHint::CodeSeen) return is_told;
    int stays = 0;
    for (int i = 0; i < 6; ++i) stays += is_right() ? 1 : 0;
    return stays >= 5;
}

double empty_share(std::uint64_t seed, const Image& wall, bool has_people) {
    constexpr int kPictures = 36;
    CardWatch watch(held_card(seed));
    for (int i = 0; i < kEmptyPictures; ++i) (void)watch.show({}, hold, wall);
    int right = 0;
    for (int i = 0; i < kPictures; ++i) {
        const Image behind = has_people ? with_person(wall, seed, -300 + 55 * i) : wall;
        right += watch.show({}, hold, behind) == CardHint::NoCard ? 1 : 0;
    }
    return double(right) / kPictures;
}

template <class Share>
void print_share(std::string_view what, std::string_view wall, int watches, const Share& share) {
    double sum = 0;
    for (int i = 0; i < watches; ++i) sum += share(i);
    std::println("guide, {}, {} wall\t{:.1f}\t", what, wall, 100 * sum / std::max(1, watches));
}

}  // namespace

void measure_guide(int watches, std::uint64_t seed) {
    for (const auto& [name, kind] : kWalls) {
        const auto seed_of = [&](int i) { return seed * 1000 + static_cast<std::uint64_t>(i); };
        const auto wall_of = [&](int i) { return draw_wall(kind, seed_of(i), 1280, 720); };
        for (const Way& way : kWays) {
            print_share(way.name, name, watches,
                        [&](int i) { return is_said(way, seed_of(i), wall_of(i)) ? 1.0 : 0.0; });
        }
        for (const bool has_people : {false, true}) {
            print_share(has_people ? "people walking past" : "nobody there", name, watches,
                        [&](int i) { return empty_share(seed_of(i), wall_of(i), has_people); });
        }
    }
}

}  // namespace motlan::testing
