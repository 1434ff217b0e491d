// The camera's test: what is good, what is not, and what could not be tested.
#include "kiosk/care/test_camera.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/test_code.h"
#include "tests/care/played_devices.h"

using namespace motlan;

namespace {

Image grey(std::uint8_t brightness) {
    Image picture(40, 30, PixelFormat::Rgba);
    std::ranges::fill(picture.pixels, brightness);
    return picture;
}

struct Bench {
    HandClock clock;
    PlayedCamera camera{clock};
    Bytes payload = to_bytes(test_code_words(30, WallTime{}));
    int side = 600;
    std::uint8_t brightness = 128;
    int every = 1;  ///< picture in which the code is read; 0: in none
    int seen = 0;

    TestResult run() {
        return test_camera({.camera = camera,
                            .look = [this](const EncodedPicture&) { return look(); },
                            .clock = clock});
    }
    Result<CardSighting> look() {
        CardSighting sighting{.preview = grey(brightness)};
        if (every > 0 && ++seen % every == 0) {
            sighting.code.payload = payload;
            sighting.code.side = side;
        }
        return sighting;
    }
};

double value_of(const TestResult& result, std::string_view name) {
    const auto found = std::ranges::find(result.figures, name, &Figure::name);
    REQUIRE(found != result.figures.end());
    return found->value;
}

}  // namespace

TEST_CASE("a camera that reads a test slip sharply passes with its figures", "[care]") {
    Bench bench;
    const auto result = bench.run();

    CHECK(result.verdict == Verdict::Passed);
    CHECK(value_of(result, "read_rate") == 100);
    CHECK(value_of(result, "pixels_per_mm") == 20);
    CHECK(value_of(result, "pictures") > 9);
    CHECK_FALSE(bench.camera.is_running);
}

TEST_CASE("each figure of the camera fails it alone", "[care]") {
    Bench rate;
    rate.every = 2;
    CHECK(rate.run().verdict == Verdict::Failed);
    Bench coarse;
    coarse.side = 30 * 15;
    CHECK(coarse.run().verdict == Verdict::Failed);
    Bench dark;
    dark.brightness = 20;
    CHECK(dark.run().reason == TestReason::Figures);
    Bench dazzled;
    dazzled.brightness = 255;
    CHECK(dazzled.run().verdict == Verdict::Failed);
    Bench slow;
    slow.camera.pace = std::chrono::milliseconds(500);
    CHECK(slow.run().verdict == Verdict::Failed);
}

TEST_CASE("a card's code is counted, and nothing of it stays", "[care]") {
    Bench bench;
    bench.payload = to_bytes("040200000017||Dấu Vết|15012000|Nam|Vinh|15012022");

    const auto result = bench.run();

    CHECK(result.verdict == Verdict::Passed);
    CHECK_FALSE(std::ranges::contains(result.figures, "pixels_per_mm", &Figure::name));
}

TEST_CASE("a camera before which nobody holds anything could not be tested", "[care]") {
    Bench bench;
    bench.every = 0;

    const auto result = bench.run();

    CHECK(result.verdict == Verdict::NotTested);
    CHECK(result.reason == TestReason::NothingShown);
}

TEST_CASE("a camera that is missing or is unplugged meanwhile has failed", "[care]") {
    Bench missing;
    missing.camera.fault = Fault::CameraUnavailable;
    CHECK(missing.run().fault == Fault::CameraUnavailable);
    Bench lost;
    lost.camera.until_lost = 10;
    CHECK(lost.run().verdict == Verdict::Failed);
    CHECK_FALSE(lost.camera.is_running);
}
