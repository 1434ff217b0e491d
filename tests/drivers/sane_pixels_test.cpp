// Pixels from what scanners send: every depth, padded lines, three passes, too little and filler.
#include "drivers/sane/sane_pixels.h"

#include <catch2/catch_test_macros.hpp>

#include "drivers/sane/sane_source.h"

using namespace motlan;

namespace {

Frame frame(FrameKind kind, Bytes bytes, int lines = -1) {
    const int samples = kind == FrameKind::Rgb ? 6 : 2;
    return {
        {.kind = kind, .depth = 8, .pixels_per_line = 2, .bytes_per_line = samples, .lines = lines},
        std::move(bytes)};
}

Result<EncodedPicture> picture_of(Frame only) { return picture_of_frames({std::move(only)}); }

}  // namespace

TEST_CASE("lines lose their padding", "[drivers]") {
    const FrameLook look{
        .kind = FrameKind::Grey, .pixels_per_line = 2, .bytes_per_line = 3, .lines = 2};

    const auto picture = picture_of({look, {1, 2, 99, 3, 4, 99}});

    REQUIRE(picture);
    CHECK(picture->bytes == Bytes{1, 2, 3, 4});
    CHECK(picture->height == 2);
}

TEST_CASE("a page without a promised length ends with its last whole line", "[drivers]") {
    const auto picture = picture_of(frame(FrameKind::Grey, {1, 2, 3, 4, 5}));

    REQUIRE(picture);
    CHECK(picture->height == 2);
}

TEST_CASE("a page with less than was promised is short, also one without a single line",
          "[drivers]") {
    CHECK(picture_of(frame(FrameKind::Grey, {1, 2, 3}, 2)).error() == Fault::ScannerShortPage);
    CHECK(picture_of(frame(FrameKind::Grey, {})).error() == Fault::ScannerShortPage);
    CHECK(picture_of(frame(FrameKind::Grey, {1})).error() == Fault::ScannerShortPage);
}

TEST_CASE("a page whose end is nothing but filler is short, one with a grain of paper is whole",
          "[drivers]") {
    Bytes grey(2 * 20, 128);
    CHECK(picture_of(frame(FrameKind::Grey, grey, 20)).error() == Fault::ScannerShortPage);
    CHECK(picture_of(frame(FrameKind::Rgb, Bytes(6 * 20, 128), 20)).error() ==
          Fault::ScannerShortPage);

    grey.back() = 129;
    CHECK(picture_of(frame(FrameKind::Grey, grey, 20)));
}

TEST_CASE("filler with white around it is still filler, seven rows of it may be paper",
          "[drivers]") {
    const FrameLook look{
        .kind = FrameKind::Grey, .pixels_per_line = 3, .bytes_per_line = 3, .lines = 10};
    Bytes page(3 * 10, 255);
    for (std::size_t y = 1; y < 9; ++y) page.at(3 * y) = page.at(3 * y + 1) = 128;
    CHECK(picture_of({look, page}).error() == Fault::ScannerShortPage);

    page.at(3) = 255;
    CHECK(picture_of({look, page}));
}

TEST_CASE("a line drawing becomes black and white, with a set bit as black", "[drivers]") {
    const FrameLook look{.kind = FrameKind::Grey,
                         .depth = 1,
                         .pixels_per_line = 10,
                         .bytes_per_line = 2,
                         .lines = 1};

    const auto picture = picture_of({look, {0b10000001, 0b01000000}});

    REQUIRE(picture);
    CHECK(picture->bytes == Bytes{0, 255, 255, 255, 255, 255, 255, 0, 255, 0});
}

TEST_CASE("samples of 16 bits keep their high byte", "[drivers]") {
    const FrameLook look{.kind = FrameKind::Grey,
                         .depth = 16,
                         .pixels_per_line = 2,
                         .bytes_per_line = 4,
                         .lines = 1};

    CHECK(picture_of({look, {0x34, 0x12, 0xFF, 0xAB}}).value().bytes == Bytes{0x12, 0xAB});
}

TEST_CASE("passes come in any order and end with the shortest", "[drivers]") {
    const auto picture =
        picture_of_frames({frame(FrameKind::Blue, {3, 6, 9, 9}), frame(FrameKind::Red, {1, 4}),
                           frame(FrameKind::Green, {2, 5})});

    REQUIRE(picture);
    CHECK(picture->coding == PictureCoding::RawRgb);
    CHECK(picture->bytes == Bytes{1, 2, 3, 4, 5, 6});
}

TEST_CASE("frames that make no picture are refused", "[drivers]") {
    CHECK(picture_of_frames({}).error() == Fault::ScannerUnavailable);
    CHECK(picture_of(frame(FrameKind::Red, {1, 2})).error() == Fault::ScannerUnavailable);
    CHECK(picture_of_frames({frame(FrameKind::Red, {1, 2}), frame(FrameKind::Red, {1, 2}),
                             frame(FrameKind::Green, {1, 2})})
              .error() == Fault::ScannerUnavailable);
    const FrameLook lying{.kind = FrameKind::Rgb, .pixels_per_line = 100, .bytes_per_line = 100};
    CHECK(picture_of({lying, Bytes(100)}).error() == Fault::ScannerUnavailable);
    const FrameLook huge{
        .kind = FrameKind::Grey, .pixels_per_line = 1 << 30, .bytes_per_line = 1 << 30};
    CHECK_FALSE(is_understood(huge));
}

TEST_CASE("glass, feeder and both sides are told apart in the words of real backends",
          "[drivers]") {
    const std::vector<std::string> fujitsu{"ADF Front", "ADF Back", "ADF Duplex"};
    const std::vector<std::string> airscan{"Flatbed", "ADF", "ADF Duplex"};
    const std::vector<std::string> hp{"Duplex", "ADF", "Flatbed"};
    const std::vector<std::string> glass_only{"Flatbed"};

    CHECK(source_named(fujitsu, PaperSource::Feeder) == "ADF Front");
    CHECK(source_named(fujitsu, PaperSource::FeederBothSides) == "ADF Duplex");
    CHECK(source_named(fujitsu, PaperSource::Glass).empty());
    CHECK(source_named(airscan, PaperSource::Glass) == "Flatbed");
    CHECK(source_named(airscan, PaperSource::Feeder) == "ADF");
    CHECK(source_named(hp, PaperSource::FeederBothSides) == "Duplex");
    CHECK(source_named(hp, PaperSource::Glass) == "Flatbed");
    CHECK(source_named(glass_only, PaperSource::FeederBothSides).empty());
}
