#include "kiosk/imaging/page_layers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "kiosk/imaging/fill.h"
#include "kiosk/imaging/jbig2.h"
#include "kiosk/imaging/jpeg.h"

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

    void put(std::size_t block, const Sums& sums) {
        if (sums.weight == 0) return;
        known[block] = 1;
        for (std::size_t c = 0; c < 3; ++c) {
            picture.pixels[block * 3 + c] =
                static_cast<std::uint8_t>((sums.channels[c] + sums.weight / 2) / sums.weight);
        }
    }

    /// Calls `look` with the block's place and the bounds of its pixels.
    template <typename Look>
    void each(const ImageView& page, const Look& look) {
        std::size_t block = 0;
        for (int top = 0; top < page.height; top += side) {
            for (int left = 0; left < page.width; left += side) {
                look(block++, left, top, std::min(left + side, page.width),
                     std::min(top + side, page.height));
            }
        }
    }
};

Blocks colours_of(const ImageView& page, const InkMasks& ink) {
    Blocks blocks(page, kColourBlock);
    const std::size_t step = bytes_per_pixel(page.format);
    blocks.each(page, [&](std::size_t block, int left, int top, int right, int bottom) {
        Sums sums;
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x) {
                if (!ink.colour.at(x, y)) continue;
                const auto across = static_cast<std::size_t>(x);
                sums.add(page.row(y).data() + across * step, step,
                         256 - ink.level.view().row(y)[across]);
            }
        }
        blocks.put(block, sums);
    });
    return blocks;
}

// Paper between the ink; all of a block far from ink or in a picture.
Blocks paper_of(const ImageView& page, const InkMasks& ink, int side) {
    Blocks blocks(page, side);
    const std::size_t step = bytes_per_pixel(page.format);
    blocks.each(page, [&](std::size_t block, int left, int top, int right, int bottom) {
        Sums paper;
        Sums all;
        bool has_ink = false;
        for (int y = top; y < bottom; ++y) {
            const ByteView level = ink.level.view().row(y);
            for (int x = left; x < right; ++x) {
                const std::uint8_t* pixel = page.row(y).data() + static_cast<std::size_t>(x) * step;
                all.add(pixel, step, 1);
                if (level[static_cast<std::size_t>(x)] >= kPaper) paper.add(pixel, step, 1);
                has_ink = has_ink || ink.print.at(x, y) || ink.colour.at(x, y);
            }
        }
        if (ink.is_picture(left, top)) return blocks.put(block, all);
        if (paper.weight * 4 >= all.weight) return blocks.put(block, paper);
        if (!has_ink) blocks.put(block, all);
    });
    return blocks;
}

// Makes nearly white paper white; answers which share of the page is something else.
double whiten(Image& paper) {
    std::size_t tinted = 0;
    for (std::size_t i = 0; i < paper.pixels.size(); i += 3) {
        std::uint8_t* pixel = paper.pixels.data() + i;
        if (std::min({pixel[0], pixel[1], pixel[2]}) >= kNearlyWhite) {
            std::fill_n(pixel, 3, std::uint8_t{255});
        } else {
            ++tinted;
        }
    }
    const std::size_t pixels = paper.pixels.size() / 3;
    return static_cast<double>(tinted) / static_cast<double>(pixels);
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
    Image paper = filled(std::move(blocks.picture), std::move(blocks.known));
    if (whiten(paper) < kLeastTinted) return Bytes{};
    return encode_smallest(paper, has_picture ? kPictureQuality : kPaperQuality);
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
    if (count_set(ink.print) > 0) layers.print = encode_jbig2(ink.print);
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
