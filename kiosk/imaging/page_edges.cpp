#include "kiosk/imaging/page_edges.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "kiosk/imaging/page_guess.h"
#include "kiosk/imaging/page_quad.h"
#include "kiosk/imaging/shrink.h"

namespace motlan {
namespace {

constexpr int kLookSide = 640;        // a picture is looked at with its longer side so many pixels
constexpr std::size_t kJudged = 400;  // guesses whose colours are looked at
constexpr std::size_t kMostGuesses = 20'000;
constexpr double kParallel = 0.9;  // cosine between opposite edges: 26 degrees
// The picture's border may cut a sheet as obliquely as this against its far edge: 50 degrees.
constexpr double kObliqueCut = 0.64;
constexpr double kSquare = 0.5;      // cosine between neighbouring edges: 60 degrees
constexpr double kNarrowest = 0.12;  // a sheet, as a share of the picture's shorter side
// A printed frame lies so near to the sheet's edge, and may be seen so much better.
constexpr double kFrameBonus = 0.5;
constexpr double kFrameCosine = 0.995;  // 6 degrees
constexpr double kFrameReach = 0.15;    // as a share of the sheet's size
constexpr double kLeastFrame = 3;       // pixels
constexpr int kMostSteps = 12;          // three frames, one inside the other
constexpr double kLeastScore = 0.45;
constexpr double kOutside =
    0.004;  // of the picture: no corner that is found exactly is further out

double cosine(const PageLine& one, const PageLine& other) {
    return std::abs(one.nx * other.nx + one.ny * other.ny);
}

class Search {
public:
    explicit Search(const ImageView& picture) : edges_(picture) {}

    std::optional<SheetGuess> best() {
        collect();
        std::optional<SheetGuess> found;
        for (const Ranked& ranked : guesses_) {
            const SheetGuess guess = edges_.looked_at(ranked.guess);
            if (!found || guess.score > found->score) found = guess;
        }
        return found ? outermost(*found) : found;
    }

private:
    using Pair = std::array<int, 2>;

    struct Ranked {
        SheetGuess guess;
        double rank = 0;  // by what a glance tells
    };

    [[nodiscard]] std::vector<Pair> opposites() const {
        std::vector<Pair> pairs;
        const ImageView& picture = edges_.picture();
        const PagePoint centre{picture.width / 2.0, picture.height / 2.0};
        const double least = kNarrowest * std::min(picture.width, picture.height);
        for (int i = 0; i < edges_.count(); ++i) {
            const PageLine& one = edges_.line(i);
            const PagePoint foot = one.at(one.along(centre));
            for (int j = i + 1; j < edges_.count(); ++j) {
                const PageLine& other = edges_.line(j);
                const double most_oblique = edges_.is_border(j) ? kObliqueCut : kParallel;
                if (cosine(one, other) < most_oblique) continue;
                if (std::abs(other.distance(foot)) >= least) pairs.push_back({i, j});
            }
        }
        return pairs;
    }

    void collect() {
        const std::vector<Pair> pairs = opposites();
        for (std::size_t a = 0; a < pairs.size(); ++a) {
            for (std::size_t b = a + 1; b < pairs.size(); ++b) {
                if (cosine(edges_.line(pairs[a][0]), edges_.line(pairs[b][0])) > kSquare) continue;
                consider({pairs[a][0], pairs[b][0], pairs[a][1], pairs[b][1]});
            }
        }
        keep(kJudged);
    }

    void consider(const std::array<int, 4>& sides) {
        const auto guess = edges_.guess(sides);
        if (!guess) return;
        guesses_.push_back({*guess, guess->score - edges_.surface().unevenness(guess->corners)});
        if (guesses_.size() > kMostGuesses) keep(2 * kJudged);
    }

    void keep(std::size_t most) {
        std::ranges::sort(guesses_, std::greater{}, &Ranked::rank);
        if (guesses_.size() > most) guesses_.resize(most);
    }

    // A frame printed on the sheet has paper around it, up to the sheet's own edges.
    [[nodiscard]] SheetGuess outermost(const SheetGuess& found) const {
        SheetGuess best = found;
        for (int step = 0; step < kMostSteps; ++step) {
            const auto larger = grown(best, found.score + found.beyond - kFrameBonus);
            if (!larger) break;
            best = *larger;
        }
        best.score = found.score;
        return best;
    }

    // With one side moved out over paper.
    [[nodiscard]] std::optional<SheetGuess> grown(const SheetGuess& found, double least) const {
        std::optional<SheetGuess> best;
        for (std::size_t i = 0; i < 4; ++i) {
            for (int line = 0; line < edges_.seen_count(); ++line) {
                if (!is_beside(found, i, line)) continue;
                std::array<int, 4> sides = found.sides;
                sides[i] = line;
                const auto guess = edges_.guess(sides);
                if (!guess || !is_paper_around(found, *guess)) continue;
                const SheetGuess other = edges_.looked_at(*guess);
                if (other.score + other.beyond < least) continue;
                if (!best || other.score > best->score) best = other;
            }
        }
        return best;
    }

    [[nodiscard]] bool is_paper_around(const SheetGuess& inner, const SheetGuess& outer) const {
        return edges_.surface().is_paper_between(inner.corners, outer.corners);
    }

    // Whether a line runs a little outside of a side.
    [[nodiscard]] bool is_beside(const SheetGuess& found, std::size_t side, int line) const {
        const PagePoint from = found.corners[side];
        const PagePoint to = found.corners[(side + 1) % 4];
        const PageLine inner = line_through(from, to);
        const PageLine& outer = edges_.line(line);
        if (cosine(inner, outer) < kFrameCosine) return false;
        const double way = inner.distance(middle_of(found.corners)) > 0 ? -1 : 1;
        const PagePoint middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
        const double away = inner.distance(outer.at(outer.along(middle))) * way;
        return away > kLeastFrame &&
               away < kFrameReach * std::sqrt(std::abs(area_of(found.corners)));
    }

    SheetEdges edges_;
    std::vector<Ranked> guesses_;
};

}  // namespace

std::optional<FoundSheet> find_sheet(const ImageView& picture) {
    const double scale = std::min(1.0, double(kLookSide) / std::max(picture.width, picture.height));
    const Image look = shrunk(picture, scale);
    auto best = Search(look.view()).best();
    if (!best || best->score < kLeastScore) return std::nullopt;
    FoundSheet sheet{.corners = ordered(best->corners), .score = std::clamp(best->score, 0.0, 1.0)};
    sheet.step = best->step;
    sheet.is_cut_off = best->borders > 0;
    const double out = kOutside * std::max(picture.width, picture.height);
    for (PagePoint& corner : sheet.corners) {
        corner.x /= scale;
        corner.y /= scale;
        sheet.is_cut_off |= corner.x < -out || corner.y < -out || corner.x > picture.width + out ||
                            corner.y > picture.height + out;
    }
    return sheet;
}

}  // namespace motlan
