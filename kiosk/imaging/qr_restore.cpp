#include "kiosk/imaging/qr_restore.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "kiosk/core/expects.h"
#include "kiosk/imaging/qr_reed_solomon.h"

namespace motlan {
namespace {

struct Format {
    QrLevel level = QrLevel::M;
    int mask = 0;
    float agreement = 0;
};

// How well the bits of a format agree with what is believed, over both of its copies.
float agreement(const QrLayout& layout, const std::vector<float>& belief, int bits) {
    float agreement = 0;
    for (const auto& copy : layout.format) {
        for (std::size_t i = 0; i < copy.size(); ++i) {
            const float dark = belief[layout.at(copy[i].x, copy[i].y)];
            agreement += (bits >> i & 1) != 0 ? dark : -dark;
        }
    }
    return agreement;
}

// The likeliest formats first.
std::vector<Format> formats_of(const QrLayout& layout, const std::vector<float>& belief) {
    std::vector<Format> formats;
    for (const QrLevel level : {QrLevel::M, QrLevel::L, QrLevel::H, QrLevel::Q}) {
        for (int mask = 0; mask < 8; ++mask) {
            const int bits = qr_format_bits(level, mask);
            formats.push_back({level, mask, agreement(layout, belief, bits)});
        }
    }
    std::ranges::sort(formats, std::greater<>{}, &Format::agreement);
    return formats;
}

struct Block {
    std::vector<std::uint8_t> words;
    std::vector<float> doubt;  // the larger, the less certain the word
};

std::vector<Block> blocks_in(const QrLayout& layout, const std::vector<float>& belief,
                             const QrBlocks& shape, int mask) {
    std::vector<Block> blocks(static_cast<std::size_t>(shape.count));
    const auto places = qr_word_places(layout, shape);
    for (std::size_t i = 0; i < places.size(); ++i) {
        unsigned word = 0;
        float least = std::numeric_limits<float>::max();
        for (std::size_t bit = 0; bit < 8; ++bit) {
            const QrPlace place = layout.bits[i * 8 + bit];
            const float dark = belief[layout.at(place.x, place.y)];
            const bool is_set = (dark > 0) != qr_mask(mask, place);
            word = word << 1U | (is_set ? 1U : 0U);
            least = std::min(least, std::abs(dark));
        }
        Block& block = blocks[static_cast<std::size_t>(places[i].block)];
        const auto at = static_cast<std::size_t>(places[i].at);
        block.words.resize(std::max(block.words.size(), at + 1));
        block.doubt.resize(std::max(block.doubt.size(), at + 1));
        block.words[at] = static_cast<std::uint8_t>(word);
        block.doubt[at] = -least;
    }
    return blocks;
}

struct Cost {
    int errors = 0;
    int erased = 0;
};

// How unlikely it is that a meaningless block of so many words passes with such a cost, in bits:
// every place of the errors and every value in them is one more way to pass.
double surety(const Cost& cost, int words, int checks) {
    double ways = 8.0 * cost.errors;
    for (int i = 0; i < cost.errors; ++i) {
        ways += std::log2(double(words - cost.erased - i) / (i + 1));
    }
    return 8.0 * (checks - cost.erased) - ways;
}

std::optional<Cost> restore(Block& block, int checks) {
    std::vector<int> order(block.words.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
    std::ranges::stable_sort(order, std::greater<>{},
                             [&](int at) { return block.doubt[static_cast<std::size_t>(at)]; });
    const auto unknown = std::ranges::count(block.doubt, 0.0F);
    for (int erased = static_cast<int>(unknown); 8 * (checks - erased) >= kSureBits; erased += 2) {
        std::vector<std::uint8_t> words = block.words;
        const auto given_up = std::span(order).first(static_cast<std::size_t>(erased));
        const auto errors = restore_block(words, checks, given_up);
        if (!errors) continue;
        const Cost cost{*errors, erased};
        if (surety(cost, static_cast<int>(words.size()), checks) < kSureBits) continue;
        block.words = std::move(words);
        return cost;
    }
    return std::nullopt;
}

QrModule module_of(bool is_dark) { return is_dark ? QrModule::Dark : QrModule::Light; }

// The format and what is left over, which are sure as soon as one block is.
void draw_format(const QrLayout& layout, const Format& format, std::vector<QrModule>& modules) {
    const int bits = qr_format_bits(format.level, format.mask);
    for (const auto& copy : layout.format) {
        for (std::size_t i = 0; i < copy.size(); ++i) {
            modules[layout.at(copy[i].x, copy[i].y)] = module_of((bits >> i & 1) != 0);
        }
    }
    for (const QrPlace& place : layout.rest) {
        modules[layout.at(place.x, place.y)] = module_of(qr_mask(format.mask, place));
    }
}

// How words lie in a code of one format.
struct Lay {
    const QrLayout& layout;
    int mask = 0;
    std::vector<QrWordPlace> places;
};

void draw_block(const Lay& lay, const Block& block, int number, std::vector<QrModule>& modules) {
    for (std::size_t i = 0; i < lay.layout.bits.size(); ++i) {
        const QrWordPlace at = lay.places[i / 8];
        if (at.block != number) continue;
        const unsigned word = block.words[static_cast<std::size_t>(at.at)];
        const QrPlace place = lay.layout.bits[i];
        const bool is_set = (word >> (7 - i % 8) & 1U) != 0;
        modules[lay.layout.at(place.x, place.y)] = module_of(is_set != qr_mask(lay.mask, place));
    }
}

RestoredCode restore_as(const QrLayout& layout, const std::vector<float>& belief,
                        const Format& format) {
    const QrBlocks shape = qr_blocks(layout, format.level);
    const Lay lay{layout, format.mask, qr_word_places(layout, shape)};
    std::vector<Block> blocks = blocks_in(layout, belief, shape, format.mask);
    RestoredCode code{.modules = layout.fixed};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto cost = restore(blocks[i], shape.checks);
        if (!cost) continue;
        ++code.blocks;
        code.errors += cost->errors;
        code.erased += cost->erased;
        draw_block(lay, blocks[i], static_cast<int>(i), code.modules);
    }
    if (code.blocks > 0) draw_format(layout, format, code.modules);
    code.is_whole = code.blocks == shape.count;
    return code;
}

}  // namespace

RestoredCode restore_code(const QrLayout& layout, const std::vector<float>& belief) {
    expects(layout.modules > 0 && belief.size() == layout.fixed.size());
    constexpr std::size_t kFormatsTried = 2;
    // Two formats differ in ten of the thirty bits at least: where most are seen, one stands out.
    constexpr float kLeastShare = 0.6F;
    const auto formats = formats_of(layout, belief);
    RestoredCode best{.modules = layout.fixed};
    for (std::size_t i = 0; i < kFormatsTried && !best.is_whole; ++i) {
        if (formats[i].agreement < kLeastShare * formats.front().agreement) break;
        RestoredCode code = restore_as(layout, belief, formats[i]);
        if (code.blocks > best.blocks) best = std::move(code);
    }
    return best;
}

}  // namespace motlan
