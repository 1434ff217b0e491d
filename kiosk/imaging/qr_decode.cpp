#include "kiosk/imaging/qr_decode.h"

#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <climits>
#include <cstdint>
#include <exception>
#include <utility>

#include "kiosk/core/expects.h"
#include "kiosk/imaging/filters.h"

namespace motlan {
namespace {

// The restored code as a flawless print, for the library to read what it holds.
Image printed(const RestoredCode& code, int modules) {
    constexpr int kSide = 4;
    constexpr int kQuiet = 4;
    const int side = (modules + 2 * kQuiet) * kSide;
    Image image(side, side, PixelFormat::Grey);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x / kSide - kQuiet;
            const int row = y / kSide - kQuiet;
            const bool is_inside = column >= 0 && row >= 0 && column < modules && row < modules;
            const bool is_dark =
                is_inside &&
                code.modules[static_cast<std::size_t>(row * modules + column)] == QrModule::Dark;
            image.pixels[static_cast<std::size_t>(y * side + x)] = is_dark ? 0 : 255;
        }
    }
    return image;
}

Box bounds_of(const QrPlacement& place) {
    const double far = place.modules;
    Box box{INT_MAX, INT_MAX, 0, 0};
    int right = INT_MIN;
    int bottom = INT_MIN;
    for (const QrSpot corner : {QrSpot{0, 0}, {far, 0}, {0, far}, {far, far}}) {
        const QrSpot pixel = place.warp.pixel(corner);
        box.left = std::min(box.left, static_cast<int>(pixel.x));
        box.top = std::min(box.top, static_cast<int>(pixel.y));
        right = std::max(right, static_cast<int>(pixel.x));
        bottom = std::max(bottom, static_cast<int>(pixel.y));
    }
    box.width = right - box.left;
    box.height = bottom - box.top;
    return box;
}

// Pixels that may be examined for one picture, over all filters.
constexpr std::int64_t kWorkLimit = 10'000'000;
// Pictures up to this size are filtered when nothing else has read them.
constexpr std::int64_t kFilteredArea = 400'000;
// Larger pictures are halved first: their modules have pixels to spare.
constexpr std::int64_t kLargestArea = 4'000'000;

// One way to look. `growth` is how many pixels it examines for each pixel of the picture.
struct Step {
    std::string_view name;
    Image (*prepare)(const ImageView& grey);
    ZXing::Binarizer binarizer = ZXing::Binarizer::LocalAverage;
    int growth = 1;
};

Image twice(const ImageView& grey) { return enlarged_twice(grey); }
Image twice_sharp(const ImageView& grey) {
    return sharpened(enlarged_twice(grey).view(), 2.5F, 2.5F);
}
Image soft(const ImageView& grey) { return smoothed(grey, 1.0F); }
Image soft_twice(const ImageView& grey) { return enlarged_twice(smoothed(grey, 1.0F).view()); }
Image even(const ImageView& grey) { return evened(grey, 3.0F); }
Image twice_sharper(const ImageView& grey) {
    return sharpened(enlarged_twice(grey).view(), 5.0F, 6.0F);
}
Image as_it_is(const ImageView& grey) { return cropped(grey, {0, 0, grey.width, grey.height}); }

// In the order of what each adds to the ones before it (measurements in capture design 3).
constexpr auto kSteps = std::to_array<Step>({
    {"twice", twice, ZXing::Binarizer::LocalAverage, 4},
    {"twice-sharp", twice_sharp, ZXing::Binarizer::LocalAverage, 8},
    {"soft", soft},
    {"soft-twice", soft_twice, ZXing::Binarizer::LocalAverage, 4},
    {"even", even},
    {"twice-sharper", twice_sharper, ZXing::Binarizer::LocalAverage, 8},
    {"global", as_it_is, ZXing::Binarizer::GlobalHistogram},
});

std::int64_t area(const ImageView& grey) { return std::int64_t{grey.width} * grey.height; }

Box bounds_of(const ZXing::Position& corners) {
    const auto [left, right] =
        std::minmax({corners[0].x, corners[1].x, corners[2].x, corners[3].x});
    const auto [top, bottom] =
        std::minmax({corners[0].y, corners[1].y, corners[2].y, corners[3].y});
    return {left, top, right - left, bottom - top};
}

// ISO/IEC 18004:2015, 6.3.1: version 1 has 21 modules a side and each next one 4 more.
int modules_of(const ZXing::Barcode& code) {
    const std::string text = code.version();
    int version = 0;
    std::from_chars(text.data(), text.data() + text.size(), version);
    return version > 0 ? 17 + 4 * version : 0;
}

ZXing::ReaderOptions options(ZXing::Binarizer binarizer) {
    return ZXing::ReaderOptions().setFormats(ZXing::BarcodeFormat::QRCode).setBinarizer(binarizer);
}

int side_of(const ZXing::Barcode& code) {
    const Box box = bounds_of(code.position());
    return std::max(box.width, box.height);
}

// A person holds up one code; when there are more, the largest is the nearest. In a camera's
// picture one that fills a sixth leaves little room for a larger one, and to look on would take as
// long again.
ZXing::Barcode nearest_in(const ZXing::ImageView& view, const ZXing::ReaderOptions& options) {
    const bool is_camera = std::int64_t{view.width()} * view.height() > kFilteredArea;
    if (is_camera) {
        ZXing::Barcode first = ZXing::ReadBarcode(view, options);
        const bool is_near = side_of(first) * 6 >= std::min(view.width(), view.height());
        if (!first.isValid() || is_near) return first;
    }
    const auto codes = ZXing::ReadBarcodes(view, options);
    const auto largest = std::ranges::max_element(codes, {}, side_of);
    return largest == codes.end() ? ZXing::Barcode{} : *largest;
}

bool is_payload(const ZXing::Barcode& code) {
    return !code.bytes().empty() && code.bytes().size() <= kPayloadLimit;
}

CodeReading reading_of(const ZXing::Barcode& code, std::string_view step) {
    CodeReading reading{.place = bounds_of(code.position()), .modules = modules_of(code)};
    if (!is_payload(code)) return reading;
    reading.payload.emplace(code.bytes().begin(), code.bytes().end());
    reading.step = step;
    return reading;
}

CodeReading look(const ImageView& grey, std::string_view step, ZXing::Binarizer binarizer) {
    try {
        const ZXing::ImageView view(grey.pixels.data(), grey.width, grey.height,
                                    ZXing::ImageFormat::Lum);
        const ZXing::Barcode code = nearest_in(view, options(binarizer));
        return code.isValid() ? reading_of(code, step) : CodeReading{};
    } catch (const std::exception&) {
        // The library signals some impossible symbols this way; such a symbol is no code.
        return {};
    }
}

CodeReading read_filtered(const ImageView& grey) {
    std::int64_t left = kWorkLimit;
    for (const Step& step : kSteps) {
        const std::int64_t work = area(grey) * step.growth;
        if (work > left) continue;
        left -= work;
        const Image prepared = step.prepare(grey);
        auto reading = look(prepared.view(), step.name, step.binarizer);
        if (reading.payload) return reading;
    }
    return {};
}

}  // namespace

CodeReading CodeReader::look_closely(const ImageView& grey, CodeReading seen) {
    const QrAttempt attempt = sequence_.add(grey, seen.place ? seen.place : last_place_);
    without_code_ = attempt.place ? 0 : without_code_ + 1;
    if (without_code_ >= kForgetAfter) forget();
    if (!attempt.place) return seen;
    seen.place = last_place_ = bounds_of(*attempt.place);
    seen.modules = attempt.place->modules;
    if (!attempt.code.is_whole) return seen;
    const Image print = printed(attempt.code, attempt.place->modules);
    const CodeReading reading =
        motlan::look(print.view(), "modules", ZXing::Binarizer::LocalAverage);
    if (!reading.payload) return seen;
    seen.payload = reading.payload;
    seen.step = attempt.pictures > 1 ? "pictures" : "modules";
    seen.pictures = attempt.pictures;
    return seen;
}

void CodeReader::forget() {
    sequence_.clear();
    last_place_.reset();
}

CodeReading CodeReader::look_at_half(const ImageView& grey) {
    const Image half = halved(grey);
    CodeReading reading = look(half.view());
    if (!reading.place) return reading;
    const auto [left, top, width, height] = *reading.place;
    reading.place = Box{left * 2, top * 2, width * 2, height * 2};
    return reading;
}

CodeReading CodeReader::look(const ImageView& grey) {
    expects(grey.format == PixelFormat::Grey);
    if (grey.width <= 0 || grey.height <= 0) return {};
    if (area(grey) > kLargestArea && std::min(grey.width, grey.height) > 1) {
        return look_at_half(grey);
    }
    CodeReading seen = motlan::look(grey, "plain", ZXing::Binarizer::LocalAverage);
    if (!seen.payload) seen = look_closely(grey, std::move(seen));
    if (!seen.payload && area(grey) <= kFilteredArea) {
        CodeReading filtered = read_filtered(grey);
        if (filtered.payload) seen = std::move(filtered);
    }
    // The next card must not be read from what is left of this one.
    if (seen.payload) forget();
    return seen;
}

CodeReading read_code(const ImageView& grey) { return CodeReader().look(grey); }

}  // namespace motlan
