#include "tests/support/jpeg2000_coder.h"

#include <openjpeg.h>

#include <algorithm>
#include <array>
#include <memory>

#include "kiosk/core/expects.h"

namespace motlan::testing {
namespace {

// Where the coder writes; it goes back to fill in lengths.
struct Sink {
    Bytes bytes;
    std::size_t place = 0;
};

OPJ_SIZE_T write_to(void* from, OPJ_SIZE_T size, void* sink_of_caller) {
    auto& sink = *static_cast<Sink*>(sink_of_caller);
    sink.bytes.resize(std::max(sink.bytes.size(), sink.place + size));
    std::copy_n(static_cast<const std::uint8_t*>(from), size,
                sink.bytes.begin() + static_cast<std::ptrdiff_t>(sink.place));
    sink.place += size;
    return size;
}

OPJ_BOOL seek_in(OPJ_OFF_T place, void* sink_of_caller) {
    static_cast<Sink*>(sink_of_caller)->place = static_cast<std::size_t>(place);
    return OPJ_TRUE;
}

OPJ_OFF_T skip_in(OPJ_OFF_T size, void* sink_of_caller) {
    static_cast<Sink*>(sink_of_caller)->place += static_cast<std::size_t>(size);
    return size;
}

opj_image_t* image_of(const ImageView& picture) {
    opj_image_cmptparm_t plane{};
    plane.dx = plane.dy = 1;
    plane.w = static_cast<OPJ_UINT32>(picture.width);
    plane.h = static_cast<OPJ_UINT32>(picture.height);
    plane.prec = 8;
    std::array planes{plane, plane, plane};
    opj_image_t* image = opj_image_create(3, planes.data(), OPJ_CLRSPC_SRGB);
    expects(image != nullptr);
    image->x1 = plane.w;
    image->y1 = plane.h;
    for (std::size_t i = 0; i < picture.pixels.size(); ++i)
        image->comps[i % 3].data[i / 3] = picture.pixels[i];
    return image;
}

}  // namespace

Bytes encode_jpeg2000(const ImageView& picture) {
    expects(picture.format == PixelFormat::Rgb);
    const std::unique_ptr<opj_image_t, decltype(&opj_image_destroy)> image(image_of(picture),
                                                                           opj_image_destroy);
    const std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)> coder(
        opj_create_compress(OPJ_CODEC_JP2), opj_destroy_codec);
    const std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)> stream(
        opj_stream_default_create(OPJ_FALSE), opj_stream_destroy);
    Sink sink;
    opj_stream_set_user_data(stream.get(), &sink, nullptr);
    opj_stream_set_write_function(stream.get(), write_to);
    opj_stream_set_seek_function(stream.get(), seek_in);
    opj_stream_set_skip_function(stream.get(), skip_in);
    opj_cparameters_t wishes;
    opj_set_default_encoder_parameters(&wishes);
    wishes.tcp_numlayers = 1;
    wishes.tcp_rates[0] = 10;
    wishes.cp_disto_alloc = 1;
    wishes.irreversible = 1;
    expects(opj_setup_encoder(coder.get(), &wishes, image.get()) == OPJ_TRUE &&
            opj_start_compress(coder.get(), image.get(), stream.get()) == OPJ_TRUE &&
            opj_encode(coder.get(), stream.get()) == OPJ_TRUE &&
            opj_end_compress(coder.get(), stream.get()) == OPJ_TRUE);
    return sink.bytes;
}

}  // namespace motlan::testing
