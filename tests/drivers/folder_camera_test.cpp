#include "drivers/folder/folder_camera.h"

#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/core/file.h"
#include "kiosk/core/png.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace std::chrono_literals;

namespace {

// A picture whose width tells it from the others.
Bytes picture(int width) { return encode_png(Image(width, 8, PixelFormat::Grey).view()); }

void put(const testing::Folder& folder, const std::string& name, const Bytes& bytes) {
    REQUIRE(write_file(folder.path() / name, bytes));
}

}  // namespace

TEST_CASE("pictures of a folder come in name order at the frame rate", "[drivers]") {
    const testing::Folder folder;
    put(folder, "b.png", picture(20));
    put(folder, "a.png", picture(10));
    put(folder, "notes.txt", to_bytes("no picture"));
    testing::HandClock clock;
    FolderCamera camera({.pictures = folder.path(), .interval = 100ms}, clock);

    REQUIRE(camera.start());
    const auto first = camera.newest(0ms).value();
    const auto again = camera.newest(0ms).value();
    clock.move(100ms);
    const auto second = camera.newest(0ms).value();
    clock.move(500ms);
    const auto after_the_last = camera.newest(0ms).value();

    CHECK(first.value().bytes == picture(10));
    CHECK_FALSE(again);
    CHECK(second.value().bytes == picture(20));
    CHECK_FALSE(after_the_last);
}

TEST_CASE("a picture is one whether its ending is in capitals or not", "[drivers]") {
    const testing::Folder folder;
    put(folder, GENERATE("a.PNG", "a.Png", "a.JPG", "a.JPEG"), picture(10));
    testing::HandClock clock;
    FolderCamera camera({.pictures = folder.path()}, clock);

    REQUIRE(camera.start());

    CHECK(camera.newest(0ms).value());
}

TEST_CASE("the newest picture wins when the camera was asked late", "[drivers]") {
    const testing::Folder folder;
    put(folder, "1.png", picture(10));
    put(folder, "2.png", picture(20));
    put(folder, "3.png", picture(30));
    testing::HandClock clock;
    FolderCamera camera({.pictures = folder.path(), .interval = 100ms}, clock);

    REQUIRE(camera.start());
    clock.move(250ms);

    CHECK(camera.newest(0ms).value().value().bytes == picture(30));
}

TEST_CASE("a single file is a camera with one picture", "[drivers]") {
    const testing::Folder folder;
    put(folder, "card.png", picture(10));
    testing::HandClock clock;
    FolderCamera camera({.pictures = folder.path() / "card.png"}, clock);

    REQUIRE(camera.start());

    CHECK(camera.newest(0ms).value());
    CHECK(camera.status().is_ready());
}

TEST_CASE("a folder without pictures is an unplugged camera", "[drivers]") {
    const testing::Folder folder;
    testing::HandClock clock;
    FolderCamera empty({.pictures = folder.path()}, clock);
    FolderCamera missing({.pictures = folder.path() / "gone"}, clock);

    CHECK(empty.start().error() == Fault::CameraUnavailable);
    CHECK(missing.start().error() == Fault::CameraUnavailable);
    CHECK(missing.status().fault == Fault::CameraUnavailable);
    CHECK(missing.newest(0ms).error() == Fault::CameraUnavailable);
}

TEST_CASE("a file that is no picture is passed over", "[drivers]") {
    const testing::Folder folder;
    put(folder, "1.png", to_bytes("not a picture"));
    put(folder, "2.png", picture(20));
    testing::HandClock clock;
    FolderCamera camera({.pictures = folder.path(), .interval = 100ms}, clock);

    REQUIRE(camera.start());
    const auto broken = camera.newest(0ms).value();
    clock.move(100ms);

    CHECK_FALSE(broken);
    CHECK(camera.newest(0ms).value());
}

TEST_CASE("a stopped camera gives nothing until it starts again", "[drivers]") {
    const testing::Folder folder;
    put(folder, "1.png", picture(10));
    testing::HandClock clock;
    FolderCamera camera({.pictures = folder.path()}, clock);
    REQUIRE(camera.start());
    (void)camera.newest(0ms);

    camera.stop();

    CHECK(camera.newest(0ms).error() == Fault::CameraUnavailable);
    REQUIRE(camera.start());
    CHECK(camera.newest(0ms).value());
}
