#include "kiosk/imaging/page_file.h"

#include <algorithm>
#include <format>
#include <memory>
#include <string>

#ifdef __clang__
// In C++23 clang wants this type of the library whole where its headers only name it. Used for
// fuzzing and clang-tidy; nobody makes one.
namespace qpdf::pl {
struct Link {};
}  // namespace qpdf::pl
#endif
// The C interface answers with codes and throws nothing.
#include <qpdf/qpdf-c.h>

#include "kiosk/imaging/jpeg.h"

namespace motlan {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kA4LongInches = 297 / 25.4;

struct Release {
    void operator()(qpdf_data file) const { qpdf_cleanup(&file); }
};
using File = std::unique_ptr<_qpdf_data, Release>;

struct Paper {
    double width = 0;
    double height = 0;
};

Paper paper_of(const EncodedView& page, PictureSize size) {
    const double dpi = page.dpi > 0 ? page.dpi : std::max(size.width, size.height) / kA4LongInches;
    return {size.width * kPointsPerInch / dpi, size.height * kPointsPerInch / dpi};
}

qpdf_oh parsed(const File& file, const std::string& text) {
    return qpdf_oh_parse(file.get(), text.c_str());
}

// A stream of its own in the file, e.g. with the filter "/DCTDecode" ("null" for none).
qpdf_oh stream_of(const File& file, ByteView bytes, const std::string& filter) {
    const qpdf_oh stream = qpdf_oh_new_stream(file.get());
    qpdf_oh_replace_stream_data(file.get(), stream, bytes.data(), bytes.size(),
                                parsed(file, filter), qpdf_oh_new_null(file.get()));
    return stream;
}

qpdf_oh picture_of(const File& file, const EncodedView& page, PictureSize size) {
    const qpdf_oh stream = stream_of(file, page.bytes, "/DCTDecode");
    const qpdf_oh entries = qpdf_oh_get_dict(file.get(), stream);
    const auto put = [&](const char* key, const std::string& value) {
        qpdf_oh_replace_key(file.get(), entries, key, parsed(file, value));
    };
    put("/Type", "/XObject");
    put("/Subtype", "/Image");
    put("/Width", std::to_string(size.width));
    put("/Height", std::to_string(size.height));
    put("/BitsPerComponent", "8");
    put("/ColorSpace", is_grey_jpeg(page.bytes) ? "/DeviceGray" : "/DeviceRGB");
    return stream;
}

void add_page(const File& file, const EncodedView& page, PictureSize size) {
    const Paper paper = paper_of(page, size);
    const std::string drawing =
        std::format("q {:.3f} 0 0 {:.3f} 0 0 cm /Page Do Q\n", paper.width, paper.height);
    const qpdf_oh object = parsed(file, std::format("<< /Type /Page /MediaBox [0 0 {:.3f} {:.3f}] "
                                                    "/Resources << /XObject << >> >> >>",
                                                    paper.width, paper.height));
    const qpdf_oh resources = qpdf_oh_get_key(file.get(), object, "/Resources");
    const qpdf_oh pictures = qpdf_oh_get_key(file.get(), resources, "/XObject");
    qpdf_oh_replace_key(file.get(), pictures, "/Page", picture_of(file, page, size));
    qpdf_oh_replace_key(file.get(), object, "/Contents",
                        stream_of(file, as_bytes(drawing), "null"));
    qpdf_add_page(file.get(), file.get(), qpdf_make_indirect_object(file.get(), object),
                  QPDF_FALSE);
}

Result<Bytes> written(const File& file) {
    if (qpdf_has_error(file.get()) || qpdf_init_write_memory(file.get()) != QPDF_SUCCESS) {
        return fail(Fault::PictureUnreadable);
    }
    qpdf_force_pdf_version(file.get(), "1.7");
    qpdf_set_deterministic_ID(file.get(), QPDF_TRUE);
    qpdf_set_stream_data_mode(file.get(), qpdf_s_preserve);
    if (qpdf_write(file.get()) != QPDF_SUCCESS) return fail(Fault::PictureUnreadable);
    const unsigned char* bytes = qpdf_get_buffer(file.get());
    return Bytes(bytes, bytes + qpdf_get_buffer_length(file.get()));
}

}  // namespace

Result<Bytes> bind_pages(std::span<const EncodedView> pages) {
    const File file(qpdf_init());
    qpdf_silence_errors(file.get());
    if (pages.empty() || pages.size() > kPageLimit || qpdf_empty_pdf(file.get()) != QPDF_SUCCESS) {
        return fail(Fault::PictureUnreadable);
    }
    for (const EncodedView& page : pages) {
        if (page.coding != PictureCoding::Jpeg) return fail(Fault::PictureUnreadable);
        const auto size = jpeg_size(page.bytes);
        if (!size) return fail(size.error());
        add_page(file, page, *size);
    }
    return written(file);
}

}  // namespace motlan
