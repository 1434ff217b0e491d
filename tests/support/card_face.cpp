#include "tests/support/card_face.h"

#include <turbojpeg.h>

#include <algorithm>
#include <memory>

#include "kiosk/core/expects.h"
#include "tests/support/der.h"
#include "tests/support/jpeg2000_coder.h"

namespace motlan::testing {
namespace {

struct Colour {
    std::uint8_t red, green, blue;
};

bool is_inside(int x, int y, int centre_x, int centre_y, int radius_x, int radius_y) {
    const int dx = (x - centre_x) * radius_y;
    const int dy = (y - centre_y) * radius_x;
    return dx * dx + dy * dy <= radius_x * radius_y * radius_x * radius_y;
}

Colour colour_at(int x, int y) {
    if (is_inside(x, y, 45, 70, 6, 4) || is_inside(x, y, 75, 70, 6, 4)) return {40, 30, 25};
    if (is_inside(x, y, 60, 100, 14, 3)) return {170, 80, 80};
    if (is_inside(x, y, 60, 78, 32, 42)) return {225, 185, 155};
    if (is_inside(x, y, 60, 62, 38, 44)) return {30, 25, 20};
    if (is_inside(x, y, 60, 160, 52, 40)) return {70, 90, 130};
    return {235, 240, 245};
}

Bytes pixels() {
    Bytes rows;
    for (int y = 0; y < kFaceHeight; ++y) {
        for (int x = 0; x < kFaceWidth; ++x) {
            const Colour colour = colour_at(x, y);
            rows.insert(rows.end(), {colour.red, colour.green, colour.blue});
        }
    }
    return rows;
}

Bytes jpeg() {
    const std::unique_ptr<void, decltype(&tjDestroy)> coder(tjInitCompress(), tjDestroy);
    unsigned char* coded = nullptr;
    unsigned long size = 0;
    const Bytes rows = pixels();
    expects(tjCompress2(coder.get(), rows.data(), kFaceWidth, 0, kFaceHeight, TJPF_RGB, &coded,
                        &size, TJSAMP_420, 85, 0) == 0);
    Bytes picture(coded, coded + size);
    tjFree(coded);
    return picture;
}

Bytes number(std::size_t value, int bytes) {
    Bytes out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::uint8_t>(value >> shift));
    }
    return out;
}

}  // namespace

Bytes drawn_face(FaceCoding coding) {
    if (coding == FaceCoding::Jpeg) return jpeg();
    const Bytes rows = pixels();
    return encode_jpeg2000({kFaceWidth, kFaceHeight, PixelFormat::Rgb, rows});
}

Bytes face_file(ByteView picture, FaceCoding coding) {
    // ISO/IEC 19794-5: "FAC", "010", length, one face; 20 bytes about the face and 12 about its
    // picture, whose second says 0 for JPEG and 1 for JPEG 2000.
    const Bytes name{'F', 'A', 'C', 0, '0', '1', '0', 0};
    const Bytes about_face(16, 0);
    const Bytes about_picture{1, static_cast<std::uint8_t>(coding == FaceCoding::Jpeg ? 0 : 1)};
    const Bytes face =
        joined({number(32 + picture.size(), 4), about_face, about_picture, number(kFaceWidth, 2),
                number(kFaceHeight, 2), Bytes{1, 2, 0, 0, 0, 0}, picture});
    const Bytes record = joined({name, number(14 + face.size(), 4), number(1, 2), face});
    const Bytes header = der(0xA1, {der(0x80, Bytes{1, 1}), der(0x81, Bytes{2}),
                                    der(0x87, Bytes{1, 1}), der(0x88, Bytes{0, 8})});
    return der(0x75,
               der(0x7F61, {der(0x02, Bytes{1}), der(0x7F60, {header, der(0x5F2E, record)})}));
}

}  // namespace motlan::testing
