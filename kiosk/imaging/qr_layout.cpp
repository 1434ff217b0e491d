#include "kiosk/imaging/qr_layout.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace motlan {
namespace {

using PerVersion = std::array<std::uint8_t, 40>;

// ISO/IEC 18004:2015, table 9: check words of each block, versions 1 to 40, levels M, L, H, Q.
constexpr std::array<PerVersion, 4> kChecks{{
    {10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
     26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28},
    {7,  10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
     28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
    {17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
     30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
    {13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
     28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
}};

// The same table: number of blocks.
constexpr std::array<PerVersion, 4> kBlocks{{
    {1,  1,  1,  2,  2,  4,  4,  4,  5,  5,  5,  8,  9,  9,  10, 10, 11, 13, 14, 16,
     17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49},
    {1, 1, 1, 1,  1,  2,  2,  2,  2,  4,  4,  4,  4,  4,  6,  6,  6,  6,  7,  8,
     8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25},
    {1,  1,  2,  4,  4,  4,  5,  6,  8,  8,  11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
     25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81},
    {1,  1,  2,  2,  4,  4,  6,  6,  8,  8,  8,  10, 12, 16, 12, 17, 16, 18, 21, 20,
     23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68},
}};

// The remainder of data * x^degree divided by a generator, below the data (annexes C and D).
int with_checks(int bits, int degree, int generator) {
    int rest = bits;
    for (int i = 0; i < degree; ++i) rest = (rest << 1) ^ ((rest >> (degree - 1)) * generator);
    return bits << degree | rest;
}

class Drawing {
public:
    explicit Drawing(QrLayout& layout) : layout_(layout), last_(layout.modules - 1) {}

    void draw() {
        for (int i = 0; i <= last_; ++i) {
            set(6, i, i % 2 == 0);
            set(i, 6, i % 2 == 0);
        }
        finder(3, 3);
        finder(last_ - 3, 3);
        finder(3, last_ - 3);
        alignment_patterns();
        format();
        version();
    }

private:
    void set(int x, int y, bool is_dark) {
        if (x < 0 || y < 0 || x > last_ || y > last_) return;
        layout_.fixed[layout_.at(x, y)] = is_dark ? QrModule::Dark : QrModule::Light;
    }

    void rings(int x, int y, int reach, int light) {
        for (int dy = -reach; dy <= reach; ++dy) {
            for (int dx = -reach; dx <= reach; ++dx) {
                const int ring = std::max(std::abs(dx), std::abs(dy));
                set(x + dx, y + dy, ring != light && ring != 4);
            }
        }
    }
    void finder(int x, int y) { rings(x, y, 4, 2); }

    // Annex E: the centres are evenly spread from the last one down, the first is at 6.
    void alignment_patterns() {
        if (layout_.version < 2) return;
        const int count = layout_.version / 7 + 2;
        const int step = layout_.version == 32
                             ? 26
                             : (layout_.version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        std::vector<int> centres{6};
        for (int i = count - 2; i >= 0; --i) centres.push_back(last_ - 6 - i * step);
        for (const int y : centres) {
            for (const int x : centres) {
                const bool in_finder =
                    (x == 6 && (y == 6 || y == last_ - 6)) || (y == 6 && x == last_ - 6);
                if (in_finder) continue;
                rings(x, y, 2, 1);
                layout_.alignment.push_back({x, y});
            }
        }
    }

    // Figure 25: two copies beside the finder patterns. Their modules stay out of the words.
    void format() {
        auto& [first, second] = layout_.format;
        for (int i = 0; i < 15; ++i) {
            const auto bit = static_cast<std::size_t>(i);
            if (i < 8) first[bit] = {8, i < 6 ? i : i + 1};
            if (i == 8) first[bit] = {7, 8};
            if (i > 8) first[bit] = {14 - i, 8};
            second[bit] = i < 8 ? QrPlace{last_ - i, 8} : QrPlace{8, last_ - 14 + i};
        }
        set(8, last_ - 7, true);
    }

    // Annex D: 18 bits in two blocks of 3 by 6, from version 7 on.
    void version() {
        if (layout_.version < 7) return;
        const int bits = with_checks(layout_.version, 12, 0x1F25);
        for (int i = 0; i < 18; ++i) {
            const bool is_dark = (bits >> i & 1) != 0;
            set(last_ - 10 + i % 3, i / 3, is_dark);
            set(i / 3, last_ - 10 + i % 3, is_dark);
        }
    }

    QrLayout& layout_;
    int last_;
};

// Clause 7.7.3: columns of two modules from the right, up and down in turn.
std::vector<QrPlace> word_bits(const QrLayout& layout) {
    std::vector<bool> taken;
    for (const QrModule module : layout.fixed) taken.push_back(module != QrModule::Open);
    for (const auto& copy : layout.format) {
        for (const QrPlace& place : copy) taken[layout.at(place.x, place.y)] = true;
    }
    std::vector<QrPlace> bits;
    bool is_upward = true;
    for (int right = layout.modules - 1; right > 0; right -= 2, is_upward = !is_upward) {
        if (right == 6) right = 5;
        for (int i = 0; i < layout.modules; ++i) {
            const int y = is_upward ? layout.modules - 1 - i : i;
            for (int x = right; x > right - 2; --x) {
                if (!taken[layout.at(x, y)]) bits.push_back({x, y});
            }
        }
    }
    return bits;
}

}  // namespace

QrLayout qr_layout(int modules) {
    if (modules < 21 || modules > 177 || modules % 4 != 1) return {};
    QrLayout layout{.modules = modules, .version = (modules - 17) / 4};
    layout.fixed.resize(layout.at(0, modules));
    Drawing(layout).draw();
    layout.bits = word_bits(layout);
    const auto whole = static_cast<std::ptrdiff_t>(layout.bits.size() / 8 * 8);
    layout.rest.assign(layout.bits.begin() + whole, layout.bits.end());
    layout.bits.resize(layout.bits.size() / 8 * 8);
    return layout;
}

QrBlocks qr_blocks(const QrLayout& layout, QrLevel level) {
    const auto version = static_cast<std::size_t>(layout.version - 1);
    const int words = static_cast<int>(layout.bits.size() / 8);
    const int count = kBlocks.at(std::to_underlying(level)).at(version);
    return {.count = count,
            .short_blocks = count - words % count,
            .short_words = words / count,
            .checks = kChecks.at(std::to_underlying(level)).at(version)};
}

std::vector<QrWordPlace> qr_word_places(const QrLayout& layout, const QrBlocks& blocks) {
    std::vector<QrWordPlace> places;
    places.reserve(layout.bits.size() / 8);
    const int short_contents = blocks.short_words - blocks.checks;
    for (int at = 0; at <= short_contents; ++at) {
        for (int block = 0; block < blocks.count; ++block) {
            if (at < short_contents || block >= blocks.short_blocks) places.push_back({block, at});
        }
    }
    for (int at = 0; at < blocks.checks; ++at) {
        for (int block = 0; block < blocks.count; ++block) {
            const int longer = block < blocks.short_blocks ? 0 : 1;
            places.push_back({block, short_contents + longer + at});
        }
    }
    return places;
}

bool qr_mask(int mask, const QrPlace& place) {
    const int i = place.y;
    const int j = place.x;
    switch (mask) {
        case 0: return (i + j) % 2 == 0;
        case 1: return i % 2 == 0;
        case 2: return j % 3 == 0;
        case 3: return (i + j) % 3 == 0;
        case 4: return (i / 2 + j / 3) % 2 == 0;
        case 5: return i * j % 2 + i * j % 3 == 0;
        case 6: return (i * j % 2 + i * j % 3) % 2 == 0;
        default: return ((i + j) % 2 + i * j % 3) % 2 == 0;
    }
}

int qr_format_bits(QrLevel level, int mask) {
    return with_checks(std::to_underlying(level) << 3 | mask, 10, 0x537) ^ 0x5412;
}

}  // namespace motlan
