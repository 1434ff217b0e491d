#include "kiosk/imaging/pdf_objects.h"

#include <exception>
#include <format>

#ifdef __clang__
// In C++23 clang wants this type of the library whole where its headers only name it. Used for
// fuzzing and clang-tidy; nobody makes one.
namespace qpdf::pl {
struct Link {};
}  // namespace qpdf::pl
#endif
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace motlan {

struct PdfObjects::File {
    QPDF pdf;
    bool is_broken = false;

    // The library throws for what it cannot read; here that is a mistake of ours.
    template <typename Work>
    auto attempt(const Work& work) -> decltype(work()) {
        try {
            return work();
        } catch (const std::exception&) {
            is_broken = true;
            return decltype(work())();
        }
    }

    std::string added(const QPDFObjectHandle& object) {
        return std::format("{} 0 R", pdf.makeIndirectObject(object).getObjectID());
    }
};

PdfObjects::PdfObjects() : file_(std::make_unique<File>()) {
    file_->pdf.setLogger(QPDFLogger::create());
    file_->pdf.setSuppressWarnings(true);
    file_->attempt([&] { file_->pdf.emptyPDF(); });
}

PdfObjects::PdfObjects(PdfObjects&&) noexcept = default;
PdfObjects::~PdfObjects() = default;

std::string PdfObjects::add(const std::string& object) {
    return file_->attempt(
        [&] { return file_->added(QPDFObjectHandle::parse(&file_->pdf, object)); });
}

std::string PdfObjects::add_stream(ByteView bytes, const std::string& dictionary) {
    return file_->attempt([&] {
        const QPDFObjectHandle entries = QPDFObjectHandle::parse(&file_->pdf, dictionary);
        QPDFObjectHandle stream =
            QPDFObjectHandle::newStream(&file_->pdf, std::string(as_text(bytes)));
        stream.replaceDict(entries);
        return std::format("{} 0 R", stream.getObjectID());
    });
}

void PdfObjects::add_page(const std::string& page) {
    file_->attempt([&] {
        file_->pdf.addPage(
            file_->pdf.makeIndirectObject(QPDFObjectHandle::parse(&file_->pdf, page)), false);
    });
}

void PdfObjects::describe(const std::string& key, const std::string& object) {
    file_->attempt([&] {
        // A reference alone is not read as one outside of another object.
        const QPDFObjectHandle list = QPDFObjectHandle::parse(&file_->pdf, "[" + object + "]");
        file_->pdf.getRoot().replaceKey(key, list.getArrayItem(0));
    });
}

Result<Bytes> PdfObjects::written() {
    auto bytes = file_->attempt([&] {
        QPDFWriter writer(file_->pdf);
        writer.setOutputMemory();
        writer.forcePDFVersion("1.7");
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setCompressStreams(true);
        writer.setDecodeLevel(qpdf_dl_none);
        writer.write();
        const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
        return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
    });
    if (file_->is_broken) return fail(Fault::PictureUnreadable);
    return bytes;
}

}  // namespace motlan
