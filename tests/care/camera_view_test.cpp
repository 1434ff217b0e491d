// What whoever sets a camera is told of its picture, and what becomes of what they set.
#include "kiosk/care/camera_view.h"

#include <algorithm>
#include <cmath>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/test_code.h"
#include "kiosk/device/adjustable_camera.h"
#include "tests/care/played_devices.h"

using namespace motlan;

namespace {

constexpr int kWide = 160;
constexpr int kHigh = 90;

Image even(std::uint8_t level) {
    Image picture(kWide, kHigh, PixelFormat::Grey);
    std::ranges::fill(picture.pixels, level);
    return picture;
}

/// Stripes of 20 pixels whose edges are `soft` pixels wide.
Image stripes(int soft) {
    Image picture(kWide, kHigh, PixelFormat::Grey);
    for (int y = 0; y < kHigh; ++y) {
        for (int x = 0; x < kWide; ++x) {
            const int within = x % 40;
            const int rising = std::clamp(200 * within / soft, 0, 200);
            const int falling = std::clamp(200 * (within - 20) / soft, 0, 200);
            picture.pixels[static_cast<std::size_t>(y * kWide + x)] =
                static_cast<std::uint8_t>(20 + rising - falling);
        }
    }
    return picture;
}

/// A camera whose pictures are as bright as it is set.
class LitCamera final : public CardCamera, public AdjustableCamera {
public:
    explicit LitCamera(HandClock& clock) : camera(clock) {}
    PlayedCamera camera;
    ControlRange range{.control = CameraControl::Brightness, .least = 0, .most = 255, .usual = 40};

    Result<void> start() override { return camera.start(); }
    Result<std::optional<EncodedPicture>> newest(std::chrono::milliseconds patience) override {
        return camera.newest(patience);
    }
    std::optional<Lamp> set_lamp(std::optional<Lamp>) override { return std::nullopt; }
    void stop() override { camera.stop(); }
    void look() override {}
    [[nodiscard]] DeviceStatus status() const override { return camera.status(); }
    std::vector<ControlRange> controls() override { return {range}; }
    bool set_control(const ControlWish& wish) override {
        range.value = wish.value;
        return true;
    }
    [[nodiscard]] std::uint8_t level() const {
        return static_cast<std::uint8_t>(range.value.value_or(range.usual));
    }
};

struct Bench {
    HandClock clock;
    LitCamera camera{clock};
    CameraWishes wishes;
    std::vector<CameraView> views;
    int shown = 0;
    int every = 1;  ///< picture in which the code is read; 0: in none
    CardHint hint = CardHint::NoCard;

    /// Until so many pictures were told.
    Result<void> watch(std::size_t pictures, CardCamera& through) {
        const CameraTrial trial{
            .camera = through, .look = [this](const auto&) { return look(); }, .clock = clock};
        return watch_camera(trial, wishes, [this, pictures](CameraView view) {
            views.push_back(std::move(view));
            if (views.size() == pictures) wishes.end();
        });
    }
    Result<void> watch(std::size_t pictures) { return watch(pictures, camera); }
    Result<CardSighting> look() {
        CardSighting sighting{.preview = even(camera.level())};
        sighting.code.hint = hint;
        if (every == 0 || ++shown % every != 0) return sighting;
        sighting.code.payload = to_bytes(test_code_words(30, WallTime{}));
        sighting.code.side = 600;
        return sighting;
    }
};

}  // namespace

TEST_CASE("a sharp picture has a better figure than a blurred one, in any light", "[care]") {
    const double sharp = figures_of(stripes(1)).focus;
    const double soft = figures_of(stripes(8)).focus;
    const double blurred = figures_of(stripes(18)).focus;
    Image dim = stripes(1);
    for (std::uint8_t& pixel : dim.pixels) pixel /= 3;

    CHECK(sharp > 90);
    CHECK(soft < 50);
    CHECK(blurred < soft);
    CHECK(std::abs(figures_of(dim).focus - sharp) < 5);
    CHECK(figures_of(even(128)).focus == 0);
}

TEST_CASE("light is told by its mean, its shares and where it dazzles", "[care]") {
    Image picture = even(40);
    for (int y = 0; y < 10; ++y)
        for (int x = 150; x < kWide; ++x)
            picture.pixels[static_cast<std::size_t>(y * kWide + x)] = 255;

    const PictureFigures figures = figures_of(picture);

    CHECK(figures.glare > 0.6);
    CHECK(figures.glare < 0.8);
    CHECK(figures.light[2] > 0.99);
    CHECK(figures.light[15] > 0.006);
    CHECK(figures.glare_map.at(15, 0));
    CHECK(std::ranges::count(figures.glare_map.cells, true) == 1);
    CHECK(figures_of(Image{}).brightness == 0);
}

TEST_CASE("what is wished is set before the next picture, and the newest wish counts", "[care]") {
    Bench bench;
    bench.wishes.add({CameraControl::Brightness, 90});
    bench.wishes.add({CameraControl::Brightness, 120});

    REQUIRE(bench.watch(1));

    CHECK(bench.views[0].figures.brightness == 120);
    CHECK(bench.views[0].controls.at(0).value == 120);
    CHECK_FALSE(bench.camera.camera.is_running);
}

TEST_CASE("how often a code is read is told of the last fifty pictures", "[care]") {
    Bench bench;
    bench.every = 2;
    bench.hint = CardHint::Blur;

    REQUIRE(bench.watch(60));

    CHECK(bench.views.front().read_rate == 0);
    CHECK(bench.views.back().read_rate == 50);
    CHECK(bench.views.back().pixels_per_mm == 20);
}

TEST_CASE("nobody is told a rate while nothing is held before the camera", "[care]") {
    Bench bench;
    bench.every = 0;

    REQUIRE(bench.watch(3));

    CHECK_FALSE(bench.views.back().read_rate.has_value());
}

TEST_CASE("a camera that has nothing to be set shows its pictures all the same", "[care]") {
    Bench bench;
    bench.wishes.add({CameraControl::Gain, 3});

    REQUIRE(bench.watch(2, bench.camera.camera));

    CHECK(bench.views.back().controls.empty());
    CHECK(bench.views.back().figures.brightness == 40);
}

TEST_CASE("a camera that is missing or is unplugged meanwhile is told", "[care]") {
    Bench missing;
    missing.camera.camera.fault = Fault::CameraUnavailable;
    CHECK(missing.watch(1).error() == Fault::CameraUnavailable);
    Bench lost;
    lost.camera.camera.until_lost = 2;
    CHECK(lost.watch(9).error() == Fault::CameraUnavailable);
    CHECK(lost.views.size() == 2);
}
