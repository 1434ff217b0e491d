#include "drivers/ipp_printer/pwg_raster.h"

#include <cups/raster.h>

namespace motlan {
namespace {

/// What libcups writes a raster to.
ssize_t append(void* bytes, unsigned char* from, std::size_t count) {
    auto& out = *static_cast<Bytes*>(bytes);
    out.insert(out.end(), from, from + count);
    return static_cast<ssize_t>(count);
}

cups_page_header2_t header_of(const ImageView& slip) {
    constexpr unsigned kDotsPerInch = 203;
    constexpr unsigned kPointsPerInch = 72;
    const auto wide = static_cast<unsigned>(slip.width);
    const auto high = static_cast<unsigned>(slip.height);
    cups_page_header2_t header{};
    header.HWResolution[0] = header.HWResolution[1] = kDotsPerInch;
    header.PageSize[0] = wide * kPointsPerInch / kDotsPerInch;
    header.PageSize[1] = high * kPointsPerInch / kDotsPerInch;
    header.cupsWidth = wide;
    header.cupsHeight = high;
    header.cupsBitsPerColor = header.cupsBitsPerPixel = 8;
    header.cupsBytesPerLine = wide;
    header.cupsColorOrder = CUPS_ORDER_CHUNKED;
    header.cupsColorSpace = CUPS_CSPACE_SW;
    header.cupsNumColors = 1;
    header.NumCopies = 1;
    header.cupsInteger[CUPS_RASTER_PWG_TotalPageCount] = 1;
    header.cupsInteger[CUPS_RASTER_PWG_CrossFeedTransform] = 1;
    header.cupsInteger[CUPS_RASTER_PWG_FeedTransform] = 1;
    header.cupsInteger[CUPS_RASTER_PWG_ImageBoxRight] = wide;
    header.cupsInteger[CUPS_RASTER_PWG_ImageBoxBottom] = high;
    return header;
}

}  // namespace

Result<Bytes> pwg_raster(const ImageView& slip) {
    Bytes bytes;
    if (slip.width <= 0 || slip.height <= 0) return fail(Fault::PrinterRefused);
    cups_raster_t* raster = cupsRasterOpenIO(append, &bytes, CUPS_RASTER_WRITE_PWG);
    if (raster == nullptr) return fail(Fault::PrinterUnavailable);
    cups_page_header2_t header = header_of(slip);
    bool is_written = cupsRasterWriteHeader2(raster, &header) != 0;
    for (int y = 0; is_written && y < slip.height; ++y) {
        Bytes row(slip.row(y).begin(), slip.row(y).end());
        is_written = cupsRasterWritePixels(raster, row.data(), static_cast<unsigned>(row.size())) ==
                     row.size();
    }
    cupsRasterClose(raster);
    if (!is_written) return fail(Fault::PrinterUnavailable);
    return bytes;
}

}  // namespace motlan
