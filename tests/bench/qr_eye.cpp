#include "tests/bench/qr_eye.h"

#include <algorithm>
#include <print>
#include <string_view>

#include "kiosk/eye/client.h"
#include "kiosk/imaging/jpeg.h"
#include "tests/bench/figure.h"
#include "tests/bench/peak.h"
#include "tests/bench/qr_camera.h"

namespace motlan::testing {
namespace {

constexpr int kHardPictures = 16;

EncodedPicture from_camera(const Image& card, const Scene& scene) {
    return {.coding = PictureCoding::Jpeg,
            .bytes = encode_jpeg(photograph(card, scene).view(), 90).value()};
}

const SceneRow& row_of(std::string_view name) {
    return *std::ranges::find(scene_rows(), name, &SceneRow::name);
}

}  // namespace

void measure_eye(std::uint64_t seed) {
    auto eye = EyeClient::start(KIOSK_EYE);
    if (!eye) {
        std::println(stderr, "bench_qr: kiosk-eye does not start");
        return;
    }
    const SceneRow& hard = row_of("kiosk hard");
    Scene scene = draw_scene(hard, seed);
    const Image hard_card = printed_card(scene);
    for (int step = 0; step < kHardPictures; ++step) {
        scene = next_scene(scene, hard, Glare::Stays, step);
        (void)eye->look_at_card(from_camera(hard_card, scene), EyeClient::Sequence::GoesOn);
    }
    const SceneRow& clean = row_of("clean M");
    scene = draw_scene(clean, seed + 1);
    const Image clean_card = printed_card(scene);
    int pictures = 0;
    for (bool is_read = false; !is_read && pictures < kHardPictures; ++pictures) {
        scene = next_scene(scene, clean, Glare::Stays, pictures);
        const auto seen =
            eye->look_at_card(from_camera(clean_card, scene), EyeClient::Sequence::GoesOn);
        is_read = seen && seen->code.payload &&
                  as_text(*seen->code.payload) == std::string_view(scene.payload);
    }
    print_figure("kiosk-eye, pictures until a clean card is read", pictures, {}, at_most(3));
    print_figure("kiosk-eye, peak memory in MB", peak_kib(eye->child()) * 1.024 / 1000, {1},
                 at_most(80));
}

}  // namespace motlan::testing
