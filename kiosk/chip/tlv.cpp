#include "kiosk/chip/tlv.h"

#include "kiosk/chip/joined.h"

namespace motlan {
namespace {

/// Tag and length of an element, and how many bytes they take.
struct Heading {
    Tag tag = 0;
    std::size_t size = 0;
    std::size_t content = 0;
};

constexpr std::size_t kTagLimit = 3;
constexpr std::size_t kLengthLimit = 4;

// A tag whose five low bits are set goes on in the bytes after it (ISO/IEC 8825-1 8.1.2.4).
std::optional<Heading> tag_of(ByteView bytes) {
    if (bytes.empty()) return std::nullopt;
    Heading heading{.tag = bytes[0], .size = 1};
    if ((bytes[0] & 0x1FU) != 0x1FU) return heading;
    while (heading.size < bytes.size() && heading.size < kTagLimit) {
        const std::uint8_t next = bytes[heading.size++];
        heading.tag = heading.tag << 8U | next;
        if ((next & 0x80U) == 0) return heading;
    }
    return std::nullopt;
}

std::optional<Heading> heading_of(ByteView bytes) {
    auto heading = tag_of(bytes);
    if (!heading || heading->size == bytes.size()) return std::nullopt;
    const std::uint8_t first = bytes[heading->size++];
    heading->content = first;
    if (first < 0x80U) return heading;
    const std::size_t count = first & 0x7FU;
    if (count == 0 || count > kLengthLimit || count > bytes.size() - heading->size) {
        return std::nullopt;
    }
    heading->content = 0;
    for (const std::uint8_t byte : bytes.subspan(heading->size, count)) {
        heading->content = heading->content << 8U | byte;
    }
    heading->size += count;
    return heading;
}

}  // namespace

Result<Element> take(ByteView& rest) {
    const auto heading = heading_of(rest);
    if (!heading || heading->content > rest.size() - heading->size) {
        return fail(Fault::ChipMalformed);
    }
    const Element element{heading->tag, rest.subspan(heading->size, heading->content)};
    rest = rest.subspan(heading->size + heading->content);
    return element;
}

Result<ByteView> take(ByteView& rest, Tag tag) {
    const auto element = take(rest);
    if (!element || element->tag != tag) return fail(Fault::ChipMalformed);
    return element->content;
}

Result<ByteView> only(ByteView bytes, Tag tag) {
    const auto content = take(bytes, tag);
    if (!content || !bytes.empty()) return fail(Fault::ChipMalformed);
    return content;
}

Result<ByteView> find(ByteView bytes, Tag tag) {
    while (true) {
        const auto element = take(bytes);
        if (!element) return fail(element.error());
        if (element->tag == tag) return element->content;
    }
}

std::optional<std::size_t> whole_size(ByteView beginning) {
    const auto heading = heading_of(beginning);
    if (!heading) return std::nullopt;
    return heading->size + heading->content;
}

Bytes element(Tag tag, ByteView content) {
    Bytes heading;
    for (const unsigned shift : {16U, 8U, 0U}) {
        const auto byte = static_cast<std::uint8_t>(tag >> shift);
        if (!heading.empty() || byte != 0) heading.push_back(byte);
    }
    const std::size_t size = content.size();
    if (size >= 0x80U) heading.push_back(size < 0x100U ? 0x81 : 0x82);
    if (size >= 0x100U) heading.push_back(static_cast<std::uint8_t>(size >> 8U));
    heading.push_back(static_cast<std::uint8_t>(size));
    return joined({heading, content});
}

}  // namespace motlan
