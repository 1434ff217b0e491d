#include "tests/bench/qr_scene.h"

#include <array>
#include <cmath>
#include <format>
#include <numbers>
#include <random>

namespace motlan::testing {
namespace {

constexpr CodeLevel kL = CodeLevel::L;
constexpr CodeLevel kQ = CodeLevel::Q;

// Capture design 3: the rows; 8: shadow, glare and scratches. Where the design names no number
// (noise of a good picture, depth of "low contrast", radius of "bent") ours are plausible ones.
constexpr auto kRows = std::to_array<SceneRow>({
    {.name = "clean L", .level = kL},
    {.name = "clean M"},
    {.name = "clean Q", .level = kQ},
    {.name = "3.0 px a module", .module_pixels = {3, 3}},
    {.name = "2.5 px a module", .module_pixels = {2.5, 2.5}},
    {.name = "2.0 px a module", .module_pixels = {2, 2}},
    {.name = "1.7 px a module", .module_pixels = {1.7, 1.7}},
    {.name = "1.5 px a module", .module_pixels = {1.5, 1.5}},
    {.name = "tilt 30-45", .tilt = {30, 45}},
    {.name = "tilt 45-60", .tilt = {45, 60}},
    {.name = "blur 0.4-0.6", .blur = {0.4, 0.6}},
    {.name = "blur 0.6-0.8", .blur = {0.6, 0.8}},
    {.name = "blur 0.8-1.0", .blur = {0.8, 1.0}},
    {.name = "motion 0.8-1.4", .motion = {0.8, 1.4}},
    {.name = "motion 1.4-2.2", .motion = {1.4, 2.2}},
    {.name = "dark 0.15-0.3", .gain = {0.15, 0.3}, .noise = {5, 9}},
    {.name = "dark 0.08-0.15", .gain = {0.08, 0.15}, .noise = {5, 9}},
    {.name = "noise 20-35", .noise = {20, 35}},
    {.name = "glare M", .glare = {0.12, 0.45}},
    {.name = "glare L", .level = kL, .glare = {0.12, 0.45}},
    {.name = "large glare", .glare = {0.216, 0.81}},
    {.name = "JPEG 8-20", .module_pixels = {3, 3}, .quality = {8, 20}},
    {.name = "scratches and dirt", .scratches = {6, 11}},
    {.name = "shadow edge", .shadow = {0.37, 0.75}},
    {.name = "low contrast", .contrast = {0.08, 0.14}},
    {.name = "dot gain", .ink_spread = {0.22, 0.22}},
    {.name = "bent card", .bend_radius = {60, 150}},
    {.name = "kiosk mix",
     .module_pixels = {3, 3},
     .tilt = {0, 25},
     .blur = {0.25, 0.45},
     .motion = {0, 0.6},
     .noise = {3, 6},
     .quality = {60, 85},
     .shadow = {0.37, 0.75}},
    {.name = "kiosk hard",
     .module_pixels = {2.5, 2.5},
     .blur = {0.35, 0.6},
     .motion = {0.2, 1},
     .noise = {5, 10},
     .quality = {60, 85},
     .glare = {0.12, 0.45}},
});

class Dice {
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}

    double within(const Range& range) {
        return std::uniform_real_distribution<double>(range.least, range.most)(random_);
    }
    double turn() { return within({0, 360}); }
    int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

private:
    std::mt19937_64 random_;
};

template <std::size_t N>
std::string_view pick(Dice& dice, const std::array<std::string_view, N>& words) {
    return words.at(static_cast<std::size_t>(dice.below(static_cast<int>(N))));
}

constexpr std::array<std::string_view, 6> kFamily{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ"};
constexpr std::array<std::string_view, 5> kMiddle{"Thị", "Văn", "Thị Ngọc", "Đức", "Hoàng Bảo"};
constexpr std::array<std::string_view, 6> kGiven{"Thử", "Mẫu", "Nghiệm", "Ví Dụ", "Giả", "Khuyết"};
constexpr std::array<std::string_view, 5> kPlace{"Xóm 3", "Khối Mẫu", "Số 12, ngõ 34",
                                                 "Thôn Thử Nghiệm", "Tổ 7, đường Mẫu"};
constexpr std::array<std::string_view, 4> kTown{
    "Xã Ví Dụ, Thanh Mẫu, Nghệ Thử", "Phường Mẫu, Thử Vinh", "Thị trấn Giả, Đô Lương Mẫu, Nghệ Thử",
    "Cát Thử, Mẫu, Nghệ An"};

Spot draw_glare(Dice& dice, const Range& size) {
    if (size.most <= 0) return {};
    const double across = dice.within(size);
    const double down = dice.within(size);
    return {dice.within({-0.5, 0.5}), dice.within({-0.5, 0.5}), across, down,
            dice.within({160, 500})};
}

}  // namespace

std::span<const SceneRow> scene_rows() { return kRows; }

std::string invented_payload(std::uint64_t seed) {
    Dice dice(seed ^ 0x9E3779B97F4A7C15ULL);
    const auto date = [&dice](int first, int years) {
        return std::format("{:02}{:02}{}", 1 + dice.below(28), 1 + dice.below(12),
                           first + dice.below(years));
    };
    const std::string old = dice.below(3) == 0 ? "" : std::format("{:09}", dice.below(999'999'999));
    return std::format("0{:02}{:09}|{}|{} {} {}|{}|{}|{}, {}|{}", dice.below(96),
                       dice.below(999'999'999), old, pick(dice, kFamily), pick(dice, kMiddle),
                       pick(dice, kGiven), date(1940, 65), dice.below(2) == 0 ? "Nam" : "Nữ",
                       pick(dice, kPlace), pick(dice, kTown), date(2021, 4));
}

Scene draw_scene(const SceneRow& row, std::uint64_t seed) {
    Dice dice(seed);
    Scene scene{.payload = invented_payload(seed), .seed = seed};
    scene.print = {.level = row.level, .side_mm = dice.within({12, 14.5}), .quiet_modules = 2};
    scene.print.ink_spread = dice.within(row.ink_spread) * (dice.below(2) == 0 ? 1 : -1);
    scene.module_pixels = dice.within(row.module_pixels);
    scene.turn = dice.turn();
    scene.tilt = dice.within(row.tilt);
    scene.tilt_axis = dice.turn();
    scene.bend_radius = dice.within(row.bend_radius);
    scene.shift_x = dice.within({-150, 150});
    scene.shift_y = dice.within({-90, 90});
    scene.blur = dice.within(row.blur);
    scene.motion = dice.within(row.motion);
    scene.motion_turn = dice.turn();
    scene.gain = dice.within(row.gain);
    scene.noise = dice.within(row.noise);
    scene.contrast = dice.within(row.contrast);
    scene.shadow = dice.within(row.shadow);
    scene.shadow_turn = dice.turn();
    scene.quality = static_cast<int>(dice.within(row.quality));
    scene.scratches = static_cast<int>(std::lround(dice.within(row.scratches)));
    scene.glare = draw_glare(dice, row.glare);
    return scene;
}

Scene next_scene(const Scene& scene, const SceneRow& row, Glare glare, int step) {
    Scene next = scene;
    next.seed = scene.seed * 1000 + static_cast<std::uint64_t>(step);
    Dice dice(next.seed);
    next.shift_x += dice.within({-3, 3});
    next.shift_y += dice.within({-3, 3});
    next.motion = dice.within(row.motion);
    next.motion_turn = dice.turn();
    if (glare == Glare::Moves) {
        next.glare.x = dice.within({-0.5, 0.5});
        next.glare.y = dice.within({-0.5, 0.5});
    }
    return next;
}

void centre_card(Scene& scene) {
    constexpr double kCardWidthMm = 85.6;  // ISO/IEC 7810:2019, ID-1
    constexpr double kCardHeightMm = 53.98;
    const CodePlace code = place_of_code(scene.payload, scene.print);
    const double scale = scene.module_pixels * code.modules / scene.print.side_mm;
    const double x = (code.centre_x_mm - kCardWidthMm / 2) * scale;
    const double y = (code.centre_y_mm - kCardHeightMm / 2) * scale;
    const double turn = scene.turn * std::numbers::pi / 180;
    scene.shift_x += x * std::cos(turn) - y * std::sin(turn);
    scene.shift_y += x * std::sin(turn) + y * std::cos(turn);
}

}  // namespace motlan::testing
