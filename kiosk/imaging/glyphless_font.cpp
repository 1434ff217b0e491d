#include "kiosk/imaging/glyphless_font.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace motlan {
namespace {

constexpr std::uint16_t kGlyphs = 2;
constexpr std::int16_t kAscender = 800;
constexpr std::int16_t kDescender = -200;
constexpr std::uint32_t kTrueType = 0x00010000;
constexpr std::uint32_t kChecksumOfFont = 0xB1B0AFBA;  // 14496-22, head
constexpr std::size_t kAdjustmentInHead = 8;

struct Table {
    std::string_view tag;
    Bytes bytes;
};

void put16(Bytes& out, std::uint16_t number) {
    out.push_back(static_cast<std::uint8_t>(number >> 8U));
    out.push_back(static_cast<std::uint8_t>(number & 0xFFU));
}

void put32(Bytes& out, std::uint32_t number) {
    put16(out, static_cast<std::uint16_t>(number >> 16U));
    put16(out, static_cast<std::uint16_t>(number & 0xFFFFU));
}

Bytes words(std::initializer_list<int> numbers) {
    Bytes out;
    for (const int number : numbers) put16(out, static_cast<std::uint16_t>(number));
    return out;
}

Bytes head_table() {
    Bytes head;
    put32(head, kTrueType);
    put32(head, 1U << 16U);  // revision 1.0
    put32(head, 0);          // the adjustment, known last
    put32(head, 0x5F0F3CF5);
    const Bytes rest = words({0, kGlyphlessEm, 0, 0, 0, 0, 0, 0, 0, 0,  // flags, em, two dates
                              0, kDescender, kGlyphlessAdvance, kAscender, 0, 8, 2, 0, 0});
    head.insert(head.end(), rest.begin(), rest.end());
    return head;
}

// Sorted by tag. A glyph without contours has no bytes of its own in glyf.
std::array<Table, 6> tables() {
    Bytes most = words({1, 0, kGlyphs});
    most.resize(32);
    most[15] = 1;  // one zone
    return {{{"glyf", Bytes(4)},
             {"head", head_table()},
             {"hhea", words({1, 0, kAscender, kDescender, 0, kGlyphlessAdvance, 0, 0, 0, 1, 0, 0, 0,
                             0, 0, 0, 0, kGlyphs})},
             {"hmtx", words({kGlyphlessAdvance, 0, kGlyphlessAdvance, 0})},
             {"loca", words({0, 0, 0})},
             {"maxp", std::move(most)}}};
}

std::uint32_t checksum(const Bytes& bytes) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        sum += std::uint32_t{bytes[i]} << (8U * (3U - static_cast<unsigned>(i % 4)));
    }
    return sum;
}

}  // namespace

Bytes glyphless_font() {
    const auto all = tables();
    Bytes font;
    put32(font, kTrueType);
    const Bytes search = words({int{all.size()}, 64, 2, int{all.size()} * 16 - 64});
    font.insert(font.end(), search.begin(), search.end());
    std::size_t place = font.size() + all.size() * 16;
    std::size_t head = 0;
    for (const auto& [tag, bytes] : all) {
        font.insert(font.end(), tag.begin(), tag.end());
        put32(font, checksum(bytes));
        put32(font, static_cast<std::uint32_t>(place));
        put32(font, static_cast<std::uint32_t>(bytes.size()));
        if (tag == "head") head = place;
        place += (bytes.size() + 3) / 4 * 4;
    }
    for (const auto& [tag, bytes] : all) {
        font.insert(font.end(), bytes.begin(), bytes.end());
        font.resize((font.size() + 3) / 4 * 4);
    }
    Bytes adjustment;
    put32(adjustment, kChecksumOfFont - checksum(font));
    std::ranges::copy(adjustment,
                      font.begin() + static_cast<std::ptrdiff_t>(head + kAdjustmentInHead));
    return font;
}

}  // namespace motlan
