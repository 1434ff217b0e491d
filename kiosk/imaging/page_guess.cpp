#include "kiosk/imaging/page_guess.h"

#include <algorithm>
#include <cmath>

#include "kiosk/imaging/page_islands.h"
#include "kiosk/imaging/page_quad.h"

namespace motlan {
namespace {

constexpr int kMostLines = 64;
constexpr double kLeastArea = 0.03;
constexpr double kBeyond = 0.25;  // a corner may be outside by this share of the picture
constexpr double kBorderCover = 0.55;
constexpr double kLeastCover = 0.22;
constexpr double kLeastSeen = 0.25;  // of a side that runs out of the picture
constexpr int kMostBorders = 2;
// What counts how much.
constexpr double kMeanCover = 0.7;
constexpr double kWorstCover = 0.3;
constexpr double kHiddenShare = 0.3;  // what nobody sees speaks neither for a sheet nor against it
constexpr double kGoingOn = 0.6;
constexpr double kOpenEnd = 0.7;
constexpr double kSize = 0.25;
constexpr double kBorder = 0.12;  // two borders are far less likely than one

// Both neighbours of a side go on beyond it: the sheet does, and the side is only printed.
double open_end(const std::array<SideCover, 4>& covers) {
    double most = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        most = std::max(most, std::min(covers[(i + 3) % 4].after, covers[(i + 1) % 4].before));
    }
    return most;
}

}  // namespace

SheetEdges::SheetEdges(const ImageView& picture)
    : picture_(picture),
      surface_(picture),
      seen_(seen_lines(picture, kMostLines, island_sides(picture))) {
    for (const SeenLine& seen : seen_) lines_.push_back(seen.line());
    const double width = picture.width;
    const double height = picture.height;
    for (const PageLine& border :
         {PageLine{1, 0, 0}, PageLine{1, 0, width}, PageLine{0, 1, 0}, PageLine{0, 1, height}}) {
        lines_.push_back(border);
    }
}

bool SheetEdges::is_near(PagePoint at) const {
    const double wide = kBeyond * picture_.width;
    const double high = kBeyond * picture_.height;
    return at.x > -wide && at.y > -high && at.x < picture_.width + wide &&
           at.y < picture_.height + high;
}

std::optional<SheetGuess> SheetEdges::guess(const std::array<int, 4>& sides) const {
    SheetGuess guess{.sides = sides};
    for (std::size_t i = 0; i < 4; ++i) {
        guess.corners[i] = crossing(line(sides[(i + 3) % 4]), line(sides[i]));
        if (!is_near(guess.corners[i])) return std::nullopt;
        guess.borders += is_border(sides[i]) ? 1 : 0;
    }
    if (guess.borders > kMostBorders) return std::nullopt;
    const double area = std::abs(area_of(guess.corners));
    const double share = area / (double(picture_.width) * picture_.height);
    if (share < kLeastArea) return std::nullopt;
    const auto shape = sheet_shape(guess.corners, guess.borders == 0);
    if (!shape) return std::nullopt;
    const auto support = support_of(guess);
    if (!support) return std::nullopt;
    guess.beyond = support->beyond;
    guess.score = support->seen - support->beyond + *shape +
                  kSize * std::sqrt(std::min(share, 1.0)) - kBorder * guess.borders * guess.borders;
    return guess;
}

SideCover SheetEdges::cover_of(const SheetGuess& guess, std::size_t side) const {
    const PagePoint from = guess.corners[side];
    const PagePoint to = guess.corners[(side + 1) % 4];
    const int number = guess.sides[side];
    if (is_border(number)) return {.inside = kBorderCover, .length = distance(from, to)};
    const PagePoint size{double(picture_.width), double(picture_.height)};
    return cover_along(seen_[static_cast<std::size_t>(number)],
                       {from, to, middle_of(guess.corners)}, size);
}

std::optional<SheetEdges::Support> SheetEdges::support_of(const SheetGuess& guess) const {
    std::array<SideCover, 4> covers;
    double sum = 0;
    double seen = 0;
    double length = 0;
    double least = 1;
    double beyond = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        covers[i] = cover_of(guess, i);
        const double way = distance(guess.corners[i], guess.corners[(i + 1) % 4]);
        if (covers[i].inside < kLeastCover || covers[i].length < kLeastSeen * way)
            return std::nullopt;
        sum += covers[i].inside * covers[i].length;
        seen += covers[i].length;
        length += way;
        least = std::min(least, covers[i].inside);
        beyond += (covers[i].before + covers[i].after) / 8;
    }
    return Support{
        kMeanCover * sum / seen + kWorstCover * least - kHiddenShare * (1 - seen / length),
        kGoingOn * beyond + kOpenEnd * open_end(covers)};
}

SheetGuess SheetEdges::looked_at(SheetGuess guess) const {
    std::array<bool, 4> are_borders{};
    for (std::size_t i = 0; i < 4; ++i) are_borders[i] = is_border(guess.sides[i]);
    const auto look = surface_.look(guess.corners, are_borders);
    guess.score += look.score;
    guess.step = look.step;
    return guess;
}

}  // namespace motlan
