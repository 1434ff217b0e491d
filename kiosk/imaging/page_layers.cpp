#include "kiosk/imaging/page_layers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "kiosk/imaging/fill.h"
#include "kiosk/imaging/jbig2.h"
#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/resize.h"
#include "kiosk/imaging/settled_edges.h"
#include "kiosk/imaging/small_marks.h"

namespace motlan {
namespace {

// The eye wants shape from ink, which the masks give, and hue alone from its colour: 37 dpi do for
// that, 75 dpi for the pattern of a paper, 150 dpi for a portrait (capture design 4).
constexpr int kColourBlock = 8;
constexpr int kPaperBlock = 4;
constexpr int kPictureBlock = 2;
constexpr int kColourQuality = 50;
constexpr int kPaperQuality = 30;
constexpr int kPictureQuality = 50;
constexpr int kPaper = 225;        // lighter pixels are paper, in 255ths of it
constexpr int kNearlyWhite = 236;  // a lighter paper is white
// Less coloured paper than this is dust.
constexpr double kLeastTinted = 0.0004;
constexpr int kTinted = 12;  // channels further apart are a colour

struct Sums {
    std::array<int, 3> channels{};
    int weight = 0;

    void add(const std::uint8_t* pixel, std::size_t step, int times) {
        for (std::size_t c = 0; c < 3; ++c) channels[c] += times * pixel[step == 1 ? 0 : c];
        weight += times;
    }
};

// A picture of blocks of the page, each with a colour or unknown.
struct Blocks {
    int side;
    Image picture;
    Bytes known;

    Blocks(const ImageView& page, int block)
        : side(block),
          picture((page.width + block - 1) / block, (page.height + block - 1) / block,
                  PixelFormat::Rgb),
          known(picture.pixels.size() / 3) {}

    void put(const Box& box, const Sums& sums) {
        if (sums.weight == 0) return;
        const std::size_t block = place(box);
        known[block] = 1;
        for (std::size_t c = 0; c < 3; ++c) {
            picture.pixels[block * 3 + c] =
                static_cast<std::uint8_t>((sums.channels[c] + sums.weight / 2) / sums.weight);
        }
    }

    void put_white(const Box& strip) {
        const std::size_t first = place(strip);
        const auto count = static_cast<std::size_t>((strip.width + side - 1) / side);
        std::fill_n(known.begin() + static_cast<std::ptrdiff_t>(first), count, std::uint8_t{1});
        std::fill_n(picture.pixels.begin() + static_cast<std::ptrdiff_t>(first * 3), count * 3,
                    std::uint8_t{255});
    }

    /// Calls `look` with each block of the strips, 32 pixels wide, that `is_done` has not answered.
    template <typename IsDone, typename Look>
    void each(const ImageView& page, const IsDone& is_done, const Look& look) {
        for (int top = 0; top < page.height; top += side) {
            const int high = std::min(side, page.height - top);
            for (int left = 0; left < page.width; left += BitMask::kWordBits) {
                const int end = std::min(left + BitMask::kWordBits, page.width);
                if (is_done(Box{left, top, end - left, high})) continue;
                for (int x = left; x < end; x += side)
                    look(Box{x, top, std::min(side, end - x), high});
            }
        }
    }

private:
    [[nodiscard]] std::size_t place(const Box& box) const {
        return static_cast<std::size_t>(box.top / side) * static_cast<std::size_t>(picture.width) +
               static_cast<std::size_t>(box.left / side);
    }
};

bool has_any(const BitMask& mask, const Box& strip) {
    for (int y = strip.top; y < strip.top + strip.height; ++y) {
        if (mask.word_of(strip.left, y) != 0) return true;
    }
    return false;
}

Blocks colours_of(const ImageView& page, const InkMasks& ink) {
    Blocks blocks(page, kColourBlock);
    const std::size_t step = bytes_per_pixel(page.format);
    const auto is_done = [&](const Box& strip) { return !has_any(ink.colour, strip); };
    blocks.each(page, is_done, [&](const Box& box) {
        Sums sums;
        for (int y = box.top; y < box.top + box.height; ++y) {
            for (int x = box.left; x < box.left + box.width; ++x) {
                if (!ink.colour.at(x, y)) continue;
                const auto across = static_cast<std::size_t>(x);
                sums.add(page.row(y).data() + across * step, step,
                         256 - ink.level.view().row(y)[across]);
            }
        }
        blocks.put(box, sums);
    });
    return blocks;
}

bool is_nearly_white(const ImageView& page, const Box& strip) {
    const std::size_t step = bytes_per_pixel(page.format);
    std::uint8_t darkest = 255;
    for (int y = strip.top; y < strip.top + strip.height; ++y) {
        const auto pixels = page.row(y).subspan(static_cast<std::size_t>(strip.left) * step,
                                                static_cast<std::size_t>(strip.width) * step);
        for (const std::uint8_t value : pixels) darkest = std::min(darkest, value);
    }
    return darkest >= kNearlyWhite;
}

// Paper between the ink; all of a block far from ink or in a picture.
Blocks paper_of(const ImageView& page, const InkMasks& ink, int side) {
    Blocks blocks(page, side);
    const std::size_t step = bytes_per_pixel(page.format);
    const auto is_done = [&](const Box& strip) {
        const bool is_white = is_nearly_white(page, strip);
        if (is_white) blocks.put_white(strip);
        return is_white;
    };
    blocks.each(page, is_done, [&](const Box& box) {
        Sums paper;
        Sums all;
        bool has_ink = false;
        for (int y = box.top; y < box.top + box.height; ++y) {
            const ByteView level = ink.level.view().row(y);
            const ByteView row = page.row(y);
            for (int x = box.left; x < box.left + box.width; ++x) {
                const std::uint8_t* pixel = row.data() + static_cast<std::size_t>(x) * step;
                all.add(pixel, step, 1);
                if (level[static_cast<std::size_t>(x)] >= kPaper) paper.add(pixel, step, 1);
                has_ink = has_ink || ink.print.at(x, y) || ink.colour.at(x, y);
            }
        }
        if (ink.is_picture(box.left, box.top)) return blocks.put(box, all);
        if (paper.weight * 4 >= all.weight) return blocks.put(box, paper);
        if (!has_ink) blocks.put(box, all);
    });
    return blocks;
}

bool is_white(const std::uint8_t* pixel) {
    return std::min({pixel[0], pixel[1], pixel[2]}) >= kNearlyWhite;
}

// Whether there is more than dust on the paper.
bool is_tinted(const Blocks& paper) {
    std::size_t tinted = 0;
    for (std::size_t i = 0; i < paper.known.size(); ++i) {
        if (paper.known[i] != 0 && !is_white(paper.picture.pixels.data() + i * 3)) ++tinted;
    }
    return static_cast<double>(tinted) >= kLeastTinted * static_cast<double>(paper.known.size());
}

void whiten(Image& paper) {
    for (std::size_t i = 0; i < paper.pixels.size(); i += 3) {
        std::uint8_t* pixel = paper.pixels.data() + i;
        if (is_white(pixel)) std::fill_n(pixel, 3, std::uint8_t{255});
    }
}

bool is_grey(const Image& picture) {
    for (std::size_t i = 0; i < picture.pixels.size(); i += 3) {
        const auto [low, high] =
            std::minmax({picture.pixels[i], picture.pixels[i + 1], picture.pixels[i + 2]});
        if (high - low > kTinted) return false;
    }
    return true;
}

Image grey_of(const Image& picture) {
    Image grey(picture.width, picture.height, PixelFormat::Grey);
    for (std::size_t i = 0; i < grey.pixels.size(); ++i) grey.pixels[i] = picture.pixels[i * 3 + 1];
    return grey;
}

Result<Bytes> encode_smallest(const Image& picture, int quality) {
    const Image smallest = is_grey(picture) ? grey_of(picture) : picture;
    return encode_jpeg(smallest.view(), quality, JpegLayout::Progressive);
}

Result<Bytes> background_of(const ImageView& page, const InkMasks& ink) {
    const bool has_picture = std::ranges::contains(ink.pictures, true);
    Blocks blocks = paper_of(page, ink, has_picture ? kPictureBlock : kPaperBlock);
    if (!is_tinted(blocks)) return Bytes{};
    Image paper = filled(std::move(blocks.picture), std::move(blocks.known));
    whiten(paper);
    return encode_smallest(paper, has_picture ? kPictureQuality : kPaperQuality);
}

// With settled edges; of the marks of letters, where every pixel counts, only what is undecided
// even there.
BitMask print_of(const InkMasks& ink) {
    BitMask doubtful = ink.doubtful;
    for (const Box& mark : small_marks(ink.print)) {
        const int right = std::min(mark.left + mark.width + 1, doubtful.width);
        const int bottom = std::min(mark.top + mark.height + 1, doubtful.height);
        for (int y = std::max(0, mark.top - 1); y < bottom; ++y) {
            for (int x = std::max(0, mark.left - 1); x < right; ++x) {
                if (!ink.undecided.at(x, y)) doubtful.clear(x, y);
            }
        }
    }
    return with_settled_edges(ink.print, doubtful);
}

}  // namespace

Result<PageLayers> take_apart(const ImageView& page, int dpi) {
    if (page.pixels.empty()) return fail(Fault::PictureUnreadable);
    return take_apart(page, dpi, split_ink(page));
}

Result<PageLayers> take_apart(const ImageView& page, int dpi, const InkMasks& ink) {
    PageLayers layers{.width = page.width, .height = page.height, .dpi = std::max(1, dpi)};
    auto background = background_of(page, ink);
    if (!background) return fail(background.error());
    layers.background = *std::move(background);
    if (count_set(ink.print) > 0) layers.print = encode_jbig2(print_of(ink));
    if (count_set(ink.colour) == 0) return layers;
    layers.colour_mask = encode_jbig2(ink.colour);
    Blocks blocks = colours_of(page, ink);
    auto colour = encode_jpeg(filled(std::move(blocks.picture), std::move(blocks.known)).view(),
                              kColourQuality, JpegLayout::Progressive);
    if (!colour) return fail(colour.error());
    layers.colour = *std::move(colour);
    return layers;
}

}  // namespace motlan
