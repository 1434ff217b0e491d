// Any bytes as the file with the face, and as the records in a container that is sound: no picture,
// or one that lies whole in the file and begins as its coding does.
#include <algorithm>

#include "kiosk/chip/card_face.h"
#include "kiosk/chip/joined.h"
#include "kiosk/chip/tlv.h"
#include "kiosk/core/expects.h"

using namespace motlan;

namespace {

constexpr std::size_t kMost = 60'000;

void look(ByteView file) {
    const auto face = face_of(file);
    if (!face) return;
    expects(face->coding == PictureCoding::Jpeg || face->coding == PictureCoding::Jpeg2000);
    expects(!face->bytes.empty() && !std::ranges::search(file, face->bytes).empty());
    const std::uint8_t begins = face->bytes.front();
    expects(face->coding == PictureCoding::Jpeg ? begins == 0xFF : begins == 0xFF || begins == 0);
}

/// The container of Doc 9303-10 section 4.7.2 around a block of ISO/IEC 19794-5.
Bytes file_around(ByteView block) {
    const Bytes about = element(0xA1, Bytes{0x81, 0x01, 0x02});
    const Bytes face = element(0x7F60, joined({about, element(0x5F2E, block)}));
    return element(0x75, element(0x7F61, joined({element(0x02, Bytes{1}), face})));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const ByteView all(bytes, std::min(size, kMost));
    look(all);
    look(file_around(all));
    const Bytes heading = {'F', 'A', 'C', 0, '0', '1', '0', 0, 0, 0, 0, 0, 0, 1};
    look(file_around(joined({heading, all})));
    return 0;
}
