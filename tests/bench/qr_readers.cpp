#include "tests/bench/qr_readers.h"

#include <ZXing/ReadBarcode.h>
#include <dlfcn.h>

#include <memory>
#include <print>

#include "kiosk/imaging/qr_decode.h"
#include "tests/bench/qr_wechat.h"
#include "tests/support/checkout.h"

namespace motlan::testing {
namespace {

std::string read_ours(CodeReader& reader, const ImageView& grey) {
    const CodeReading reading = reader.look(grey);
    return reading.payload ? std::string(as_text(*reading.payload)) : std::string();
}

std::string read_zxing(const ImageView& grey) {
    const ZXing::ImageView view(grey.pixels.data(), grey.width, grey.height,
                                ZXing::ImageFormat::Lum);
    const auto code =
        ZXing::ReadBarcode(view, ZXing::ReaderOptions().setFormats(ZXing::BarcodeFormat::QRCode));
    return {code.bytes().begin(), code.bytes().end()};
}

// zbar through its C interface (libzbar.so.0, zbar.h of 0.23), loaded by name: its development
// package would bring 220 MB of window libraries into every build.
class Zbar {
public:
    static std::shared_ptr<Zbar> load() {
        std::shared_ptr<Zbar> zbar(new Zbar);
        return zbar->scanner_ != nullptr ? zbar : nullptr;
    }
    Zbar(const Zbar&) = delete;
    Zbar& operator=(const Zbar&) = delete;
    ~Zbar() {
        if (scanner_ != nullptr) call<void (*)(void*)>("zbar_image_scanner_destroy")(scanner_);
        if (library_ != nullptr) ::dlclose(library_);
    }

    std::string read(const ImageView& grey) {
        void* image = call<void* (*)()>("zbar_image_create")();
        set_pixels(image, grey);
        std::string text;
        if (call<int (*)(void*, void*)>("zbar_scan_image")(scanner_, image) > 0) {
            const void* symbol =
                call<const void* (*)(const void*)>("zbar_image_first_symbol")(image);
            text.assign(call<const char* (*)(const void*)>("zbar_symbol_get_data")(symbol),
                        call<unsigned (*)(const void*)>("zbar_symbol_get_data_length")(symbol));
        }
        call<void (*)(void*)>("zbar_image_destroy")(image);
        return text;
    }

private:
    static constexpr unsigned long kY800 = 0x30303859;  // four letters: one grey byte a pixel
    static constexpr int kQrCode = 64;
    static constexpr int kEnable = 0;

    Zbar() : library_(::dlopen("libzbar.so.0", RTLD_NOW)) {
        if (library_ == nullptr) return;
        scanner_ = call<void* (*)()>("zbar_image_scanner_create")();
        const auto configure = call<int (*)(void*, int, int, int)>("zbar_image_scanner_set_config");
        configure(scanner_, 0, kEnable, 0);
        configure(scanner_, kQrCode, kEnable, 1);
    }

    template <class Function>
    Function call(const char* name) const {
        return reinterpret_cast<Function>(::dlsym(library_, name));
    }

    void set_pixels(void* image, const ImageView& grey) const {
        call<void (*)(void*, unsigned long)>("zbar_image_set_format")(image, kY800);
        call<void (*)(void*, unsigned, unsigned)>("zbar_image_set_size")(
            image, static_cast<unsigned>(grey.width), static_cast<unsigned>(grey.height));
        call<void (*)(void*, const void*, unsigned long, void (*)(void*))>("zbar_image_set_data")(
            image, grey.pixels.data(), grey.pixels.size(), nullptr);
    }

    void* library_;
    void* scanner_ = nullptr;
};

// A reader of ours for each sequence, as a kiosk has one for each visit.
ReadOne start_ours() {
    return [reader = std::make_shared<CodeReader>()](const ImageView& grey) {
        return read_ours(*reader, grey);
    };
}

}  // namespace

std::vector<Reader> readers() {
    std::vector<Reader> all{{"ours", start_ours}, {"zxing", [] { return read_zxing; }}};
    if (const auto zbar = Zbar::load()) {
        all.push_back({"zbar", [zbar] {
                           return [zbar](const ImageView& grey) { return zbar->read(grey); };
                       }});
    }
    if (const auto wechat = Wechat::start(checkout())) {
        all.push_back({"wechat", [wechat] {
                           return [wechat](const ImageView& grey) { return wechat->read(grey); };
                       }});
    } else {
        std::println(stderr, "bench_qr: no WeChat reader; tests/bench/peers fetches it (170 MB)");
    }
    return all;
}

}  // namespace motlan::testing
