#include "kiosk/imaging/card_hint.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "kiosk/imaging/histogram.h"

namespace motlan {
namespace {

// Thresholds in grey levels and pixels. They were set on drawn cards before a 1280x720 camera
// and want to be confirmed with the camera and the light of each kiosk model.
constexpr int kDarkLevel = 60;
constexpr int kBurntLevel = 250;
constexpr int kEdgeContrast = 48;
constexpr int kAnyContrast = 12;
constexpr double kLeastDetail = 0.01;
constexpr double kSoftEdges = 0.30;
constexpr double kGlareShare = 0.10;
// A card's code has 41 to 57 modules a side (capture design 3); when unread, assume the middle.
constexpr int kUsualModules = 49;
constexpr double kLeastModulePixels = 1.8;
constexpr int kPatchModules = 4;
constexpr int kBlock = 16;

struct BlockLook {
    int contrast = 0;
    int steepest = 0;
};

BlockLook block_look(const ImageView& grey, int left, int top) {
    int least = 255;
    int most = 0;
    int steepest = 0;
    ByteView above = grey.row(top).subspan(static_cast<std::size_t>(left), kBlock);
    for (int y = top; y < top + kBlock; ++y) {
        const ByteView row = grey.row(y).subspan(static_cast<std::size_t>(left), kBlock);
        for (std::size_t x = 0; x < row.size(); ++x) {
            least = std::min<int>(least, row[x]);
            most = std::max<int>(most, row[x]);
            steepest = std::max(steepest, std::abs(row[x] - above[x]));
            if (x > 0) steepest = std::max(steepest, std::abs(row[x] - row[x - 1]));
        }
        above = row;
    }
    return {most - least, steepest};
}

bool is_burnt(const ImageView& grey, int left, int top, int patch) {
    for (int y = top; y < top + patch; ++y) {
        const ByteView row =
            grey.row(y).subspan(static_cast<std::size_t>(left), static_cast<std::size_t>(patch));
        if (std::ranges::any_of(row, [](int level) { return level < kBurntLevel; })) return false;
    }
    return true;
}

bool touches_edge(const ImageView& grey, const Box& box) {
    return box.left <= 2 || box.top <= 2 || box.left + box.width >= grey.width - 2 ||
           box.top + box.height >= grey.height - 2;
}

CardHint hint_for_place(const ImageView& grey, const CodeReading& reading, double sharpness) {
    const Box& box = *reading.place;
    const int modules = reading.modules > 0 ? reading.modules : kUsualModules;
    const double module = static_cast<double>(std::max(box.width, box.height)) / modules;
    const int patch = std::max(4, static_cast<int>(module * kPatchModules));
    if (glare_share(grey, box, patch) > kGlareShare) return CardHint::Glare;
    if (module < kLeastModulePixels) return CardHint::TooFar;
    if (touches_edge(grey, box)) return CardHint::TooNear;
    return sharpness < kSoftEdges ? CardHint::Blur : CardHint::HoldStill;
}

}  // namespace

PictureLook look_of(const ImageView& grey) {
    const Histogram bins = histogram_of(grey);
    PictureLook look{.darkest = level_at(bins, 0.02), .brightest = level_at(bins, 0.98)};
    double steepness = 0;
    int blocks = 0;
    int edged = 0;
    int first = grey.width;
    int last = 0;
    for (int y = 0; y + kBlock <= grey.height; y += kBlock) {
        for (int x = 0; x + kBlock <= grey.width; x += kBlock, ++blocks) {
            const BlockLook block = block_look(grey, x, y);
            if (block.contrast < kEdgeContrast) continue;
            ++edged;
            first = std::min(first, x);
            last = std::max(last, x + kBlock);
            steepness += static_cast<double>(block.steepest) / block.contrast;
        }
    }
    if (blocks > 0) look.detail = static_cast<double>(edged) / blocks;
    if (edged == 0) return look;
    look.sharpness = steepness / edged;
    look.width = static_cast<double>(last - first) / grey.width;
    return look;
}

double glare_share(const ImageView& grey, const Box& box, int patch) {
    const int right = std::min(box.left + box.width, grey.width);
    const int bottom = std::min(box.top + box.height, grey.height);
    int patches = 0;
    int burnt = 0;
    for (int y = std::max(0, box.top); y + patch <= bottom; y += patch) {
        for (int x = std::max(0, box.left); x + patch <= right; x += patch, ++patches) {
            burnt += is_burnt(grey, x, y, patch) ? 1 : 0;
        }
    }
    return patches > 0 ? static_cast<double>(burnt) / patches : 0;
}

CardHint hint_for(const ImageView& grey, const CodeReading& reading, const PictureLook& look) {
    if (reading.payload) return CardHint::CodeSeen;
    const int contrast = look.brightest - look.darkest;
    if (contrast < kAnyContrast) return CardHint::NoCard;
    if (look.brightest < kDarkLevel) return CardHint::TooDark;
    if (reading.place) return hint_for_place(grey, reading, look.sharpness);
    if (look.detail < kLeastDetail) return CardHint::NoCard;
    return look.sharpness < kSoftEdges ? CardHint::Blur : CardHint::NoCard;
}

}  // namespace motlan
