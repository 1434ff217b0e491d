#include "kiosk/imaging/qr_decode.h"

#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <exception>

#include "kiosk/core/expects.h"
#include "kiosk/imaging/filters.h"

namespace motlan {
namespace {

// Pixels that may be examined for one picture, over all steps: about half a second on one
// slow core, far from the two seconds after which the eye is ended.
constexpr std::int64_t kWorkLimit = 64'000'000;

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
    return ZXing::ReaderOptions()
        .setFormats(ZXing::BarcodeFormat::QRCode)
        .setBinarizer(binarizer)
        .setMaxNumberOfSymbols(1);
}

CodeReading reading_of(const ZXing::Barcode& code, std::string_view step) {
    CodeReading reading;
    if (code.format() == ZXing::BarcodeFormat::None) return reading;
    reading.place = bounds_of(code.position());
    reading.modules = modules_of(code);
    const auto& bytes = code.bytes();
    if (!code.isValid() || bytes.empty() || bytes.size() > kPayloadLimit) return reading;
    reading.payload.emplace(bytes.begin(), bytes.end());
    reading.step = step;
    return reading;
}

CodeReading look(const ImageView& grey, std::string_view step, const ZXing::ReaderOptions& how) {
    try {
        const ZXing::ImageView view(grey.pixels.data(), grey.width, grey.height,
                                    ZXing::ImageFormat::Lum);
        const auto codes = ZXing::ReadBarcodes(view, how);
        return codes.empty() ? CodeReading{} : reading_of(codes.front(), step);
    } catch (const std::exception&) {
        // The library signals some impossible symbols this way; such a symbol is no code.
        return {};
    }
}

}  // namespace

CodeReading read_code(const ImageView& grey) {
    expects(grey.format == PixelFormat::Grey);
    if (grey.width <= 0 || grey.height <= 0) return {};
    const auto plain = options(ZXing::Binarizer::LocalAverage);
    if (auto reading = look(grey, "plain", plain); reading.payload) return reading;
    auto seen = look(grey, {}, auto(plain).setReturnErrors(true));
    std::int64_t left = kWorkLimit - 2 * area(grey);
    for (const Step& step : kSteps) {
        const std::int64_t work = area(grey) * step.growth;
        if (work > left) continue;
        left -= work;
        const Image prepared = step.prepare(grey);
        auto reading = look(prepared.view(), step.name, options(step.binarizer));
        if (reading.payload) return reading;
    }
    return seen;
}

}  // namespace motlan
