#include "kiosk/imaging/packed_layers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/picture_file.h"

namespace motlan {
namespace {

constexpr std::string_view kMark = "MLLP";
constexpr std::size_t kNumbers = 7;
constexpr std::size_t kWord = 4;
// Where the segments of encode_jbig2() tell the size of the page and of its only region.
constexpr std::size_t kPageSize = 11;
constexpr std::size_t kRegionSize = 41;
constexpr std::size_t kLeastJbig2 = 66;

void put(Bytes& out, std::size_t number) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        out.push_back(static_cast<std::uint8_t>(number >> shift));
    }
}

std::uint32_t word_at(ByteView bytes, std::size_t place) {
    std::uint32_t word = 0;
    for (const std::uint8_t byte : bytes.subspan(place, kWord)) word = word << 8U | byte;
    return word;
}

bool has_size(ByteView jbig2, std::size_t place, PictureSize size) {
    return word_at(jbig2, place) == static_cast<std::uint32_t>(size.width) &&
           word_at(jbig2, place + kWord) == static_cast<std::uint32_t>(size.height);
}

bool is_mask(const Bytes& jbig2, PictureSize size) {
    return jbig2.empty() || (jbig2.size() > kLeastJbig2 && has_size(jbig2, kPageSize, size) &&
                             has_size(jbig2, kRegionSize, size));
}

bool is_colours(const Bytes& jpeg, PictureSize page) {
    if (jpeg.empty()) return true;
    const auto size = jpeg_size(jpeg);
    return size && size->width <= page.width && size->height <= page.height;
}

bool fits(const PageLayers& layers) {
    const PictureSize size{layers.width, layers.height};
    return is_mask(layers.print, size) && is_mask(layers.colour_mask, size) &&
           layers.colour.empty() == layers.colour_mask.empty() && is_colours(layers.colour, size) &&
           is_colours(layers.background, size);
}

}  // namespace

Bytes pack_layers(const PageLayers& layers) {
    Bytes out = to_bytes(kMark);
    for (const int number : {layers.width, layers.height, layers.dpi}) {
        put(out, static_cast<std::size_t>(number));
    }
    const std::array parts{&layers.print, &layers.colour_mask, &layers.colour, &layers.background};
    for (const Bytes* part : parts) put(out, part->size());
    for (const Bytes* part : parts) out.insert(out.end(), part->begin(), part->end());
    return out;
}

Result<PageLayers> unpack_layers(ByteView bytes) {
    const std::size_t header = kMark.size() + kNumbers * kWord;
    if (bytes.size() < header || as_text(bytes.first(kMark.size())) != kMark) {
        return fail(Fault::PictureUnreadable);
    }
    std::array<std::uint32_t, kNumbers> numbers{};
    for (std::size_t i = 0; i < kNumbers; ++i)
        numbers[i] = word_at(bytes, kMark.size() + i * kWord);
    const auto size = checked_size(numbers[0], numbers[1]);
    if (!size) return fail(size.error());
    PageLayers layers{.width = size->width, .height = size->height};
    layers.dpi = static_cast<int>(std::clamp(numbers[2], 1U, 1U << 16U));
    ByteView rest = bytes.subspan(header);
    std::size_t next = 3;
    for (Bytes* part : {&layers.print, &layers.colour_mask, &layers.colour, &layers.background}) {
        const std::size_t length = numbers[next++];
        if (length > rest.size()) return fail(Fault::PictureUnreadable);
        part->assign(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(length));
        rest = rest.subspan(length);
    }
    if (!rest.empty() || !fits(layers)) return fail(Fault::PictureUnreadable);
    return layers;
}

}  // namespace motlan
