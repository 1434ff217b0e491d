#include "kiosk/imaging/page_file.h"

#include <algorithm>
#include <exception>
#include <format>
#include <string>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "kiosk/imaging/jpeg.h"

namespace motlan {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kA4LongInches = 297 / 25.4;

struct Paper {
    double width = 0;
    double height = 0;
};

Paper paper_of(const EncodedView& page, PictureSize size) {
    const double dpi = page.dpi > 0 ? page.dpi : std::max(size.width, size.height) / kA4LongInches;
    return {size.width * kPointsPerInch / dpi, size.height * kPointsPerInch / dpi};
}

QPDFObjectHandle picture_object(QPDF& file, const EncodedView& page, PictureSize size) {
    auto picture = QPDFObjectHandle::newStream(&file, std::string(as_text(page.bytes)));
    auto entries = QPDFObjectHandle::parse(std::format(
        "<< /Type /XObject /Subtype /Image /Width {} /Height {} /BitsPerComponent 8 "
        "/ColorSpace {} >>",
        size.width, size.height, is_grey_jpeg(page.bytes) ? "/DeviceGray" : "/DeviceRGB"));
    picture.replaceDict(entries);
    picture.replaceStreamData(std::string(as_text(page.bytes)),
                              QPDFObjectHandle::newName("/DCTDecode"), QPDFObjectHandle::newNull());
    return file.makeIndirectObject(picture);
}

void add_page(QPDF& file, const EncodedView& page, PictureSize size) {
    const Paper paper = paper_of(page, size);
    auto drawing = QPDFObjectHandle::newStream(
        &file, std::format("q {:.3f} 0 0 {:.3f} 0 0 cm /Page Do Q\n", paper.width, paper.height));
    auto object = QPDFObjectHandle::parse(std::format(
        "<< /Type /Page /MediaBox [0 0 {:.3f} {:.3f}] /Resources << /XObject << >> >> >>",
        paper.width, paper.height));
    object.getKey("/Resources")
        .getKey("/XObject")
        .replaceKey("/Page", picture_object(file, page, size));
    object.replaceKey("/Contents", drawing);
    QPDFPageDocumentHelper(file).addPage(file.makeIndirectObject(object), false);
}

Bytes written(QPDF& file) {
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.forcePDFVersion("1.7");
    writer.setDeterministicID(true);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()};
}

}  // namespace

Result<Bytes> bind_pages(std::span<const EncodedView> pages) {
    if (pages.empty() || pages.size() > kPageLimit) return fail(Fault::PictureUnreadable);
    try {
        QPDF file;
        file.emptyPDF();
        for (const EncodedView& page : pages) {
            if (page.coding != PictureCoding::Jpeg) return fail(Fault::PictureUnreadable);
            const auto size = jpeg_size(page.bytes);
            if (!size) return fail(size.error());
            add_page(file, page, *size);
        }
        return written(file);
    } catch (const std::exception&) {
        return fail(Fault::PictureUnreadable);
    }
}

}  // namespace motlan
