// Photos of codes that nobody here took, with the text that each holds. They are not part of
// the project; the test is skipped where they are missing.
#include <ZXing/ReadBarcode.h>

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/imaging/picture_file.h"
#include "kiosk/imaging/qr_decode.h"
#include "tests/support/checkout.h"
#include "tests/support/code_text.h"

using namespace motlan;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> photos() {
    std::vector<fs::path> files;
    const fs::path folder = checkout() / "../shared/data/qr-photos";
    if (!fs::exists(folder)) return files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".png") files.push_back(entry.path());
    }
    return files;
}

Image grey_of(const fs::path& file) {
    const auto picture = picture_of_file(read_file(file, kEncodedLimit).value()).value();
    return decode_picture(view_of(picture), {}).value();
}

Bytes packaged_payload(const Image& grey) {
    const ZXing::ImageView view(grey.pixels.data(), grey.width, grey.height,
                                ZXing::ImageFormat::Lum);
    const auto options = ZXing::ReaderOptions().setFormats(ZXing::BarcodeFormat::QRCode);
    const auto code = ZXing::ReadBarcode(view, options);
    return {code.bytes().begin(), code.bytes().end()};
}

}  // namespace

TEST_CASE("every photo is read, as it was written", "[imaging]") {
    const auto files = photos();
    if (files.empty()) SKIP("no photos at ../shared/data/qr-photos");
    std::size_t packaged = 0;

    for (const fs::path& file : files) {
        const auto wanted = read_text(fs::path(file).replace_extension(".txt"), 65536).value();
        const Image grey = grey_of(file);
        const auto payload = read_code(grey.view()).payload;
        packaged += testing::is_same_text(as_text(packaged_payload(grey)), wanted) ? 1 : 0;
        INFO(file.filename().string());
        CHECK((payload && testing::is_same_text(as_text(*payload), wanted)));
    }

    WARN("photos: " << files.size() << ", read by the packaged decoder: " << packaged);
}
