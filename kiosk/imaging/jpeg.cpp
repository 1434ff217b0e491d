#include "kiosk/imaging/jpeg.h"

#include <turbojpeg.h>

#include <memory>

namespace motlan {
namespace {

struct Destroy {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using Codec = std::unique_ptr<void, Destroy>;

// Refuses files of more than 500 progressive scans, which cost minutes to decode.
constexpr int kFlags = TJFLAG_LIMITSCANS;

int library_format(PixelFormat format) {
    switch (format) {
        case PixelFormat::Grey: return TJPF_GRAY;
        case PixelFormat::Rgb: return TJPF_RGB;
        case PixelFormat::Rgba: return TJPF_RGBA;
    }
    return TJPF_GRAY;
}

struct Header {
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colours = 0;
};

Result<Header> read_header(const Codec& codec, ByteView bytes) {
    Header header;
    if (codec == nullptr || bytes.empty() ||
        tjDecompressHeader3(codec.get(), bytes.data(), bytes.size(), &header.width, &header.height,
                            &header.subsampling, &header.colours) != 0) {
        return fail(Fault::PictureUnreadable);
    }
    return header;
}

// The smallest size in eighths that the decoder can produce and that is wide enough.
PictureSize scaled(PictureSize size, int least_width) {
    if (least_width <= 0) return size;
    for (int eighths = 1; eighths < 8; ++eighths) {
        const tjscalingfactor part{.num = eighths, .denom = 8};
        const int width = TJSCALED(size.width, part);
        if (width >= least_width) return {width, TJSCALED(size.height, part)};
    }
    return size;
}

}  // namespace

Result<PictureSize> jpeg_size(ByteView bytes) {
    return read_header(Codec(tjInitDecompress()), bytes).and_then([](const Header& header) {
        return checked_size(header.width, header.height);
    });
}

Result<Image> decode_jpeg(ByteView bytes, const DecodeAs& how) {
    const Codec codec(tjInitDecompress());
    const auto size = read_header(codec, bytes).and_then([](const Header& header) {
        return checked_size(header.width, header.height);
    });
    if (!size) return fail(size.error());
    const PictureSize out = scaled(*size, how.least_width);
    Image image(out.width, out.height, how.format);
    const int status = tjDecompress2(codec.get(), bytes.data(), bytes.size(), image.pixels.data(),
                                     out.width, 0, out.height, library_format(how.format), kFlags);
    if (status == 0) return image;
    const bool is_damaged_only = tjGetErrorCode(codec.get()) == TJERR_WARNING;
    if (is_damaged_only && how.damage == Damage::Accept) return image;
    return fail(Fault::PictureUnreadable);
}

bool is_grey_jpeg(ByteView bytes) {
    const auto header = read_header(Codec(tjInitDecompress()), bytes);
    return header && header->colours == TJCS_GRAY;
}

Result<Bytes> encode_jpeg(const ImageView& image, int quality, JpegLayout layout) {
    const Codec codec(tjInitCompress());
    const bool is_grey = image.format == PixelFormat::Grey;
    const int subsampling = is_grey ? TJSAMP_GRAY : TJSAMP_420;
    unsigned char* out = nullptr;
    unsigned long size = 0;
    if (codec == nullptr || image.pixels.empty() ||
        tjCompress2(codec.get(), image.pixels.data(), image.width, 0, image.height,
                    library_format(image.format), &out, &size, subsampling, quality,
                    layout == JpegLayout::Progressive ? TJFLAG_PROGRESSIVE : 0) != 0) {
        return fail(Fault::PictureUnreadable);
    }
    Bytes jpeg(out, out + size);
    tjFree(out);
    return jpeg;
}

}  // namespace motlan
