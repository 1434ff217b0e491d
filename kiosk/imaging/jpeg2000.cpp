#include "kiosk/imaging/jpeg2000.h"

#include <openjpeg.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <span>

#include "kiosk/core/freed_by.h"
#include "kiosk/imaging/colour.h"

namespace motlan {
namespace {

constexpr std::array<std::uint8_t, 12> kFileStart{0,   0,   0,    12,   'j',  'P',
                                                  ' ', ' ', 0x0D, 0x0A, 0x87, 0x0A};
constexpr std::array<std::uint8_t, 4> kStreamStart{0xFF, 0x4F, 0xFF, 0x51};
// An A4 sheet at 300 dpi has 8.7 million.
constexpr std::int64_t kMostPixels = 9'000'000;
constexpr std::uint64_t kMostTiles = 64;
constexpr std::uint64_t kMostColours = 3;

using Codec = std::unique_ptr<opj_codec_t, FreedBy<opj_destroy_codec>>;
using Stream = std::unique_ptr<opj_stream_t, FreedBy<opj_stream_destroy>>;
using Decoded = std::unique_ptr<opj_image_t, FreedBy<opj_image_destroy>>;

bool begins(ByteView bytes, std::span<const std::uint8_t> start) {
    return bytes.size() > start.size() && std::ranges::equal(bytes.first(start.size()), start);
}

std::uint64_t number_at(ByteView bytes, std::size_t offset, std::size_t count) {
    std::uint64_t number = 0;
    for (const std::uint8_t byte : bytes.subspan(offset, count)) number = number << 8U | byte;
    return number;
}

/// The codestream: the bytes themselves, or what the first such box of a file holds
/// (ISO/IEC 15444-1 I.4). Empty when there is none.
ByteView stream_in(ByteView bytes) {
    constexpr std::size_t kHeading = 8;
    constexpr std::uint64_t kStreamBox = 0x6A703263;  // "jp2c"
    if (!begins(bytes, kFileStart)) return bytes;
    while (bytes.size() > kHeading) {
        if (number_at(bytes, 4, 4) == kStreamBox) return bytes.subspan(kHeading);
        const std::uint64_t size = number_at(bytes, 0, 4);
        if (size < kHeading || size > bytes.size()) break;
        bytes = bytes.subspan(size);
    }
    return {};
}

// The library makes room for every colour of every tile as soon as it has read the header
// (ISO/IEC 15444-1 A.5.1): 724 MB for a stream of 90 bytes (measured).
bool asks_for_little(ByteView stream) {
    constexpr std::size_t kHeader = 42;
    if (stream.size() < kHeader || !begins(stream, kStreamStart)) return false;
    const auto tiles = [&](std::size_t end, std::size_t side) {
        const std::uint64_t whole =
            number_at(stream, end, 4) / std::max(number_at(stream, side, 4), std::uint64_t{1});
        return std::min(whole, kMostTiles) + 1;
    };
    return tiles(8, 24) * tiles(12, 28) <= kMostTiles && number_at(stream, 40, 2) <= kMostColours;
}

/// Bytes as the library reads them.
struct Source {
    ByteView bytes;
    std::size_t at = 0;
};

OPJ_SIZE_T read(void* into, OPJ_SIZE_T wanted, void* from) {
    auto& source = *static_cast<Source*>(from);
    const std::size_t count = std::min(wanted, source.bytes.size() - source.at);
    if (count == 0) return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(into, source.bytes.data() + source.at, count);
    source.at += count;
    return count;
}

OPJ_BOOL seek(OPJ_OFF_T to, void* from) {
    auto& source = *static_cast<Source*>(from);
    if (to < 0 || static_cast<std::size_t>(to) > source.bytes.size()) return OPJ_FALSE;
    source.at = static_cast<std::size_t>(to);
    return OPJ_TRUE;
}

OPJ_OFF_T skip(OPJ_OFF_T by, void* from) {
    const auto& source = *static_cast<Source*>(from);
    const OPJ_OFF_T to = static_cast<OPJ_OFF_T>(source.at) + by;
    return seek(to, from) == OPJ_TRUE ? by : -1;
}

/// A picture that is being read; the bytes outlive it.
class Reader {
public:
    explicit Reader(ByteView bytes)
        : source_{bytes},
          codec_(opj_create_decompress(begins(bytes, kFileStart) ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K)),
          stream_(opj_stream_create(std::size_t{1} << 16U, OPJ_TRUE)) {
        opj_stream_set_read_function(stream_.get(), read);
        opj_stream_set_seek_function(stream_.get(), seek);
        opj_stream_set_skip_function(stream_.get(), skip);
        opj_stream_set_user_data(stream_.get(), &source_, nullptr);
        opj_stream_set_user_data_length(stream_.get(), bytes.size());
    }

    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() = default;

    Result<PictureSize> read_header() {
        if (!asks_for_little(stream_in(source_.bytes))) return fail(Fault::PictureTooLarge);
        opj_dparameters_t wanted;
        opj_set_default_decoder_parameters(&wanted);
        // No face has a palette, and one can make 255 colours of one.
        wanted.flags |= OPJ_DPARAMETERS_IGNORE_PCLR_CMAP_CDEF_FLAG;
        opj_image_t* image = nullptr;
        const bool is_read = opj_setup_decoder(codec_.get(), &wanted) == OPJ_TRUE &&
                             opj_decoder_set_strict_mode(codec_.get(), OPJ_TRUE) == OPJ_TRUE &&
                             opj_read_header(stream_.get(), codec_.get(), &image) == OPJ_TRUE;
        image_.reset(image);
        if (!is_read || image_ == nullptr) return fail(Fault::PictureUnreadable);
        return size();
    }

    [[nodiscard]] const opj_image_t* decode() {
        const bool is_whole = opj_decode(codec_.get(), stream_.get(), image_.get()) == OPJ_TRUE &&
                              opj_end_decompress(codec_.get(), stream_.get()) == OPJ_TRUE;
        return is_whole ? image_.get() : nullptr;
    }

private:
    [[nodiscard]] Result<PictureSize> size() const {
        const std::int64_t width = std::int64_t{image_->x1} - image_->x0;
        const std::int64_t height = std::int64_t{image_->y1} - image_->y0;
        const auto checked = checked_size(width, height);
        if (checked && width * height > kMostPixels) return fail(Fault::PictureTooLarge);
        return checked;
    }

    Source source_;
    Codec codec_;
    Stream stream_;
    Decoded image_;
};

/// One colour of every pixel; all colours must be of the whole size and of 8 bits.
bool is_plain(const opj_image_t& image, PictureSize size) {
    const std::span parts(image.comps, image.numcomps);
    return (parts.size() == 1 || parts.size() == 3) &&
           std::ranges::all_of(parts, [&](const opj_image_comp_t& part) {
               return part.data != nullptr && part.prec == 8 && part.sgnd == 0 &&
                      part.w == static_cast<OPJ_UINT32>(size.width) &&
                      part.h == static_cast<OPJ_UINT32>(size.height);
           });
}

Image pixels_of(const opj_image_t& image, PictureSize size) {
    const std::span parts(image.comps, image.numcomps);
    Image pixels(size.width, size.height, parts.size() == 1 ? PixelFormat::Grey : PixelFormat::Rgb);
    for (std::size_t at = 0; at < pixels.pixels.size(); ++at) {
        const OPJ_INT32 value = parts[at % parts.size()].data[at / parts.size()];
        pixels.pixels[at] = static_cast<std::uint8_t>(std::clamp(value, 0, 255));
    }
    return pixels;
}

}  // namespace

bool is_jpeg2000(ByteView bytes) {
    return begins(bytes, kFileStart) || begins(bytes, kStreamStart);
}

Result<PictureSize> jpeg2000_size(ByteView bytes) {
    if (!is_jpeg2000(bytes)) return fail(Fault::PictureUnreadable);
    return Reader(bytes).read_header();
}

Result<Image> decode_jpeg2000(ByteView bytes, PixelFormat format) {
    if (!is_jpeg2000(bytes)) return fail(Fault::PictureUnreadable);
    Reader reader(bytes);
    const auto size = reader.read_header();
    if (!size) return fail(size.error());
    const opj_image_t* image = reader.decode();
    if (image == nullptr || !is_plain(*image, *size)) return fail(Fault::PictureUnreadable);
    return converted(pixels_of(*image, *size).view(), format);
}

}  // namespace motlan
