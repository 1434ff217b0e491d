#include "kiosk/chip/card_face.h"

#include <algorithm>
#include <array>

#include "kiosk/chip/tlv.h"

namespace motlan {
namespace {

// ISO/IEC 19794-5:2005 sections 5.4 to 5.7: a header for all, then of each face a record: facial
// information with its count of feature points, those points, image information, the picture.
constexpr std::array<std::uint8_t, 8> kFormat = {'F', 'A', 'C', 0, '0', '1', '0', 0};
constexpr std::size_t kHeader = 14;
constexpr std::size_t kFacial = 20;
constexpr std::size_t kPoint = 8;
constexpr std::size_t kImage = 12;

std::size_t number_at(ByteView bytes, std::size_t offset, std::size_t count) {
    std::size_t number = 0;
    for (const std::uint8_t byte : bytes.subspan(offset, count)) number = number << 8U | byte;
    return number;
}

/// The biometric block of the first face: 75 { 7F61 { 02 count, 7F60 { A1, 5F2E or 7F2E } } }.
Result<ByteView> block_of(ByteView file) {
    return only(file, 0x75)
        .and_then([](ByteView group) { return only(group, 0x7F61); })
        .and_then([](ByteView faces) { return find(faces, 0x7F60); })
        .and_then([](ByteView face) {
            const auto block = find(face, 0x5F2E);
            return block ? block : find(face, 0x7F2E);
        });
}

/// The picture of the first record; empty when the lengths in it do not fit.
ByteView picture_of(ByteView block) {
    if (block.size() < kHeader + kFacial + kImage || !std::ranges::equal(block.first(8), kFormat)) {
        return {};
    }
    const ByteView records = block.subspan(kHeader);
    const std::size_t size = number_at(records, 0, 4);
    const std::size_t before = kFacial + kPoint * number_at(records, 4, 2) + kImage;
    if (size > records.size() || size < before) return {};
    return records.subspan(before, size - before);
}

bool begins(ByteView picture, std::initializer_list<std::uint8_t> mark) {
    return picture.size() > mark.size() && std::ranges::equal(picture.first(mark.size()), mark);
}

/// By its first bytes: a chip may name the wrong one of the two.
std::optional<PictureCoding> coding_of(ByteView picture) {
    if (begins(picture, {0xFF, 0xD8, 0xFF})) return PictureCoding::Jpeg;
    const bool is_file = begins(picture, {0, 0, 0, 0x0C, 'j', 'P', ' ', ' '});
    const bool is_stream = begins(picture, {0xFF, 0x4F, 0xFF, 0x51});
    if (is_file || is_stream) return PictureCoding::Jpeg2000;
    return std::nullopt;
}

}  // namespace

std::optional<EncodedPicture> face_of(ByteView file) {
    const auto block = block_of(file);
    if (!block) return std::nullopt;
    const ByteView picture = picture_of(*block);
    const auto coding = coding_of(picture);
    if (!coding) return std::nullopt;
    return EncodedPicture{.coding = *coding, .bytes = {picture.begin(), picture.end()}};
}

}  // namespace motlan
