// The objects of a PDF file while it is made, written as text. The only place that knows the
// PDF library.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// A PDF file being made. A broken object is noticed when the file is written.
class PdfObjects {
public:
    PdfObjects();
    PdfObjects(PdfObjects&&) noexcept;
    ~PdfObjects();

    /// Adds an object, e.g. "<< /Type /Font … >>"; answers how others refer to it: "7 0 R".
    std::string add(const std::string& object);
    /// Adds a stream with this dictionary, its bytes as they stand. "/Filter" in the dictionary
    /// tells how they are coded; without one they are compressed.
    std::string add_stream(ByteView bytes, const std::string& dictionary);
    /// Adds a page, a dictionary.
    void add_page(const std::string& page);
    /// Sets an entry of the file's catalogue.
    void describe(const std::string& key, const std::string& object);

    /// The whole file, PDF 1.7, equal for equal objects. Fails with Fault::PictureUnreadable.
    [[nodiscard]] Result<Bytes> written();

private:
    struct File;
    std::unique_ptr<File> file_;
};

}  // namespace motlan
