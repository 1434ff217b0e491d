// Photos of codes that nobody here took, with the text that each holds. They are not part of
// the project; the test is skipped where they are missing.
#include <ZXing/ReadBarcode.h>
#include <iconv.h>

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/imaging/picture_file.h"
#include "kiosk/imaging/qr_decode.h"
#include "tests/support/checkout.h"

using namespace motlan;

namespace {

namespace fs = std::filesystem;

// The text of bytes in one of the charsets of the collection, as UTF-8; empty when it is none.
std::string converted(ByteView bytes, const char* charset) {
    const iconv_t converter = ::iconv_open("UTF-8", charset);
    std::string in(as_text(bytes));
    std::string out(in.size() * 4 + 4, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t from_left = in.size();
    std::size_t to_left = out.size();
    const bool is_whole = ::iconv(converter, &from, &from_left, &to, &to_left) == 0;
    ::iconv_close(converter);
    out.resize(is_whole ? out.size() - to_left : 0);
    return out;
}

// The wanted texts are all in UTF-8; the codes hold them in UTF-8, Shift-JIS or Latin-1.
bool holds(const Bytes& payload, const std::string& wanted) {
    return as_text(payload) == wanted || converted(payload, "CP932") == wanted ||
           converted(payload, "ISO-8859-1") == wanted;
}

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

TEST_CASE("no photo is read wrongly and more are read than by the packaged decoder", "[imaging]") {
    const auto files = photos();
    if (files.empty()) SKIP("no photos at ../shared/data/qr-photos");
    std::size_t packaged = 0;
    std::size_t ours = 0;

    for (const fs::path& file : files) {
        const auto wanted = read_text(fs::path(file).replace_extension(".txt"), 65536).value();
        const Image grey = grey_of(file);
        const auto payload = read_code(grey.view()).payload;
        packaged += holds(packaged_payload(grey), wanted) ? 1 : 0;
        INFO(file.filename().string());
        CHECK((!payload || holds(*payload, wanted)));
        ours += payload ? 1 : 0;
    }

    WARN("photos read: " << ours << " of " << files.size() << ", packaged decoder " << packaged);
    CHECK(ours >= packaged);
}
