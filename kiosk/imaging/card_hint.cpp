#include "kiosk/imaging/card_hint.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "kiosk/imaging/card_sight.h"
#include "kiosk/imaging/histogram.h"
#include "kiosk/imaging/page_quad.h"
#include "kiosk/imaging/resize.h"

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
// Of a card whose code is not seen: a quarter of the code's own area.
constexpr double kGlareShareOfCard = 0.01;
// A card is 85.6 mm wide and has modules of about 0.27 mm (capture design 1).
constexpr double kCardModules = 317;
// A card's code has 41 to 57 modules a side (capture design 3); when unread, assume the middle.
constexpr int kUsualModules = 49;
constexpr double kLeastModulePixels = 1.8;
constexpr int kPatchModules = 4;
constexpr int kBlock = 16;
// The light is the same in every fourth row.
constexpr int kRowStep = 4;

struct Light {
    int darkest = 0;    // the level that 2 % of the pixels do not exceed
    int brightest = 0;  // the level that 98 % of the pixels do not exceed
};

struct Edges {
    double detail = 0;     // share of the picture that shows edges, 0 to 1
    double sharpness = 0;  // steepness of these edges: 1 is within one pixel, 0 has no edges
};

struct BlockLook {
    int contrast = 0;
    int steepest = 0;
};

// One number for each column of a block: what the compiler does to sixteen bytes at once.
using Columns = std::array<std::uint8_t, kBlock>;

void raise_to_steps(Columns& steepest, const Columns& one, const Columns& other) {
    for (std::size_t x = 0; x < kBlock; ++x) {
        const int step = std::max(one[x], other[x]) - std::min(one[x], other[x]);
        steepest[x] = std::max(steepest[x], static_cast<std::uint8_t>(step));
    }
}

BlockLook block_look(const ImageView& grey, int left, int top) {
    Columns least;
    least.fill(255);
    Columns most{};
    Columns steepest{};
    Columns row{};
    for (int y = top; y < top + kBlock; ++y) {
        const Columns above = row;
        std::copy_n(grey.row(y).begin() + left, kBlock, row.begin());
        Columns beside = row;
        std::copy_n(row.begin(), kBlock - 1, beside.begin() + 1);
        raise_to_steps(steepest, row, beside);
        if (y > top) raise_to_steps(steepest, row, above);
        for (std::size_t x = 0; x < kBlock; ++x) {
            least[x] = std::min(least[x], row[x]);
            most[x] = std::max(most[x], row[x]);
        }
    }
    return {std::ranges::max(most) - std::ranges::min(least), std::ranges::max(steepest)};
}

Light light_of(const ImageView& grey) {
    Histogram bins{};
    for (int y = 0; y < grey.height; y += kRowStep) {
        for (const std::uint8_t level : grey.row(y)) ++bins[level];
    }
    return {level_at(bins, 0.02), level_at(bins, 0.98)};
}

Edges edges_of(const ImageView& grey) {
    double steepness = 0;
    int blocks = 0;
    int edged = 0;
    for (int y = 0; y + kBlock <= grey.height; y += kBlock) {
        for (int x = 0; x + kBlock <= grey.width; x += kBlock, ++blocks) {
            const BlockLook block = block_look(grey, x, y);
            if (block.contrast < kEdgeContrast) continue;
            ++edged;
            steepness += static_cast<double>(block.steepest) / block.contrast;
        }
    }
    if (edged == 0) return {};
    return {static_cast<double>(edged) / blocks, steepness / edged};
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

PageCorners corners_of(const Box& box) {
    const double left = box.left;
    const double top = box.top;
    const double right = left + box.width;
    const double bottom = top + box.height;
    return {{{left, top}, {right, top}, {right, bottom}, {left, bottom}}};
}

// What is between the corners and within the picture, and a little more.
Box box_around(const PageCorners& corners, const ImageView& grey) {
    const auto [left, right] = std::ranges::minmax(corners, {}, &PagePoint::x);
    const auto [top, bottom] = std::ranges::minmax(corners, {}, &PagePoint::y);
    const int x = static_cast<int>(std::clamp(left.x, 0.0, double(grey.width)));
    const int y = static_cast<int>(std::clamp(top.y, 0.0, double(grey.height)));
    return {x, y, static_cast<int>(std::clamp(right.x, 0.0, double(grey.width))) - x,
            static_cast<int>(std::clamp(bottom.y, 0.0, double(grey.height))) - y};
}

// What is surely on the card, however it is turned.
Box middle_part(const PageCorners& corners, const ImageView& grey) {
    constexpr int kShare = 6;
    const Box box = box_around(corners, grey);
    return {box.left + box.width / kShare, box.top + box.height / kShare,
            box.width - box.width / kShare * 2, box.height - box.height / kShare * 2};
}

// Share of what is between the corners that is burnt out in patches larger than any module group, 0
// to 1.
double glare_share(const ImageView& grey, const PageCorners& corners, int patch) {
    const Box box = box_around(corners, grey);
    const auto sides = sides_of(corners);
    int patches = 0;
    int burnt = 0;
    for (int y = box.top; y + patch <= box.top + box.height; y += patch) {
        for (int x = box.left; x + patch <= box.left + box.width; x += patch) {
            if (!is_between(sides, {x + patch / 2.0, y + patch / 2.0})) continue;
            ++patches;
            burnt += is_burnt(grey, x, y, patch) ? 1 : 0;
        }
    }
    return patches > 0 ? static_cast<double>(burnt) / patches : 0;
}

bool has_glare(const ImageView& grey, const PageCorners& card) {
    const double width = std::max(distance(card[0], card[1]), distance(card[1], card[2]));
    const int patch = std::max(4, static_cast<int>(width / kCardModules * kPatchModules));
    return glare_share(grey, card, patch) > kGlareShareOfCard;
}

CardHint hint_for_place(const ImageView& grey, const CodeReading& reading, double sharpness) {
    const Box& box = *reading.place;
    const int modules = reading.modules > 0 ? reading.modules : kUsualModules;
    const double module = static_cast<double>(std::max(box.width, box.height)) / modules;
    const int patch = std::max(4, static_cast<int>(module * kPatchModules));
    if (glare_share(grey, corners_of(box), patch) > kGlareShare) return CardHint::Glare;
    if (module < kLeastModulePixels) return CardHint::TooFar;
    if (touches_edge(grey, box)) return CardHint::TooNear;
    return sharpness < kSoftEdges ? CardHint::Blur : CardHint::HoldStill;
}

}  // namespace

CardHint hint_for(const ImageView& grey, const CodeReading& reading,
                  const std::optional<PageCorners>& card) {
    if (reading.payload) return CardHint::CodeSeen;
    const Light light = light_of(grey);
    if (light.brightest - light.darkest < kAnyContrast) return CardHint::NoCard;
    if (light.brightest < kDarkLevel) return CardHint::TooDark;
    if (reading.place) {
        const Edges code = edges_of(cropped(grey, *reading.place).view());
        return hint_for_place(grey, reading, code.sharpness);
    }
    if (card && has_glare(grey, *card)) return CardHint::Glare;
    const Edges edges =
        card ? edges_of(cropped(grey, middle_part(*card, grey)).view()) : edges_of(grey);
    if (edges.detail < kLeastDetail) return CardHint::NoCard;
    return edges.sharpness < kSoftEdges ? CardHint::Blur : CardHint::NoCard;
}

}  // namespace motlan
