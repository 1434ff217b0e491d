#include "kiosk/imaging/page_edges.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"
#include "kiosk/imaging/page_cover.h"
#include "kiosk/imaging/page_lines.h"
#include "kiosk/imaging/page_quad.h"
#include "kiosk/imaging/page_surface.h"

namespace motlan {
namespace {

constexpr int kLookSide = 640;  // a picture is looked at with its longer side so many pixels
constexpr int kLines = 64;
constexpr int kJudged = 150;  // candidates whose colours are looked at
constexpr double kLeastArea = 0.05;
constexpr double kBeyond = 0.25;   // a corner may be outside by this share of the picture
constexpr double kParallel = 0.9;  // cosine between opposite edges: 26 degrees
// The picture's border may cut a sheet as obliquely as this against its far edge: 50 degrees.
constexpr double kObliqueCut = 0.64;
constexpr double kSquare = 0.5;  // cosine between neighbouring edges: 60 degrees
constexpr double kBorderCover = 0.55;
constexpr double kLeastCover = 0.22;
constexpr double kLeastSeen = 0.25;   // of a side that runs out of the picture
constexpr double kHiddenShare = 0.3;  // what nobody sees speaks neither for a sheet nor against it
constexpr double kFrameBonus = 0.5;
constexpr double kLeastScore = 0.45;

// A line of the picture, or the picture's own border.
struct Side {
    const SeenLine* seen = nullptr;
    PageLine line;
};

struct Candidate {
    std::array<int, 4> sides{};
    PageCorners corners{};
    double score = 0;
    int borders = 0;
    double step = 0;
};

class Search {
public:
    explicit Search(const ImageView& picture)
        : picture_(picture), surface_(picture), lines_(seen_lines(picture, kLines)) {
        for (const SeenLine& line : lines_) sides_.push_back({&line, line.line()});
        const double width = picture.width;
        const double height = picture.height;
        for (const PageLine& border : {PageLine{1, 0, 0}, PageLine{1, 0, width}, PageLine{0, 1, 0},
                                       PageLine{0, 1, height}}) {
            sides_.push_back({nullptr, border});
        }
    }

    std::optional<Candidate> best() {
        collect();
        std::optional<Candidate> found;
        for (Candidate& candidate : candidates_) {
            std::array<bool, 4> is_border{};
            for (std::size_t i = 0; i < 4; ++i)
                is_border[i] = side(candidate.sides[i]).seen == nullptr;
            const auto look = surface_.look(candidate.corners, is_border);
            candidate.score += look.score;
            candidate.step = look.step;
            if (!found || candidate.score > found->score) found = candidate;
        }
        return found ? outermost(*found) : found;
    }

private:
    // A frame printed on the sheet has paper around it, up to the sheet's own edges.
    [[nodiscard]] Candidate outermost(const Candidate& found) const {
        Candidate best = found;
        const double area = std::abs(area_of(found.corners));
        for (const Candidate& other : candidates_) {
            const double larger = std::abs(area_of(other.corners)) / area;
            if (other.borders > found.borders) continue;
            if (larger < 1.04 || larger > 1.9 || other.score < found.score - kFrameBonus) continue;
            if (best.score != found.score && other.score < best.score) continue;
            if (is_within(found.corners, other.corners) &&
                surface_.is_paper_between(found.corners, other.corners)) {
                best = other;
            }
        }
        return best;
    }

    using Pair = std::array<int, 2>;

    [[nodiscard]] const Side& side(int index) const {
        return sides_[static_cast<std::size_t>(index)];
    }

    [[nodiscard]] std::vector<Pair> opposites() const {
        std::vector<Pair> pairs;
        const PagePoint centre{picture_.width / 2.0, picture_.height / 2.0};
        const double least = 0.12 * std::min(picture_.width, picture_.height);
        const int count = static_cast<int>(sides_.size());
        for (int i = 0; i < count; ++i) {
            for (int j = i + 1; j < count; ++j) {
                const PageLine& one = side(i).line;
                const PageLine& other = side(j).line;
                const double cosine = one.nx * other.nx + one.ny * other.ny;
                const bool is_cut = side(j).seen == nullptr;
                if (std::abs(cosine) < (is_cut ? kObliqueCut : kParallel)) continue;
                const PagePoint foot = one.at(one.along(centre));
                if (std::abs(other.distance(foot)) < least) continue;
                pairs.push_back({i, j});
            }
        }
        return pairs;
    }

    void collect() {
        const std::vector<Pair> pairs = opposites();
        for (std::size_t a = 0; a < pairs.size(); ++a) {
            const PageLine& one = side(pairs[a][0]).line;
            for (std::size_t b = a + 1; b < pairs.size(); ++b) {
                const PageLine& other = side(pairs[b][0]).line;
                if (std::abs(one.nx * other.nx + one.ny * other.ny) > kSquare) continue;
                consider({pairs[a][0], pairs[b][0], pairs[a][1], pairs[b][1]});
            }
        }
        std::ranges::sort(candidates_, std::greater{}, &Candidate::score);
        if (candidates_.size() > kJudged) candidates_.resize(kJudged);
    }

    [[nodiscard]] bool is_near(PagePoint at) const {
        const double wide = kBeyond * picture_.width;
        const double high = kBeyond * picture_.height;
        return at.x > -wide && at.y > -high && at.x < picture_.width + wide &&
               at.y < picture_.height + high;
    }

    void consider(std::array<int, 4> sides) {
        Candidate candidate{.sides = sides};
        for (std::size_t i = 0; i < 4; ++i) {
            // Corner i is where side i begins.
            candidate.corners[i] = crossing(side(sides[(i + 3) % 4]).line, side(sides[i]).line);
            if (!is_near(candidate.corners[i])) return;
            candidate.borders += side(sides[i]).seen == nullptr ? 1 : 0;
        }
        if (candidate.borders > 2) return;
        const double area = area_of(candidate.corners);
        const double share = std::abs(area) / (double(picture_.width) * picture_.height);
        if (share < kLeastArea) return;
        const auto shape = sheet_shape(candidate.corners, candidate.borders == 0);
        if (!shape) return;
        const auto cover = cover_of(candidate);
        if (!cover) return;
        candidate.score =
            *cover + *shape + 0.25 * std::sqrt(std::min(share, 1.0)) - 0.12 * candidate.borders;
        candidates_.push_back(candidate);
        if (candidates_.size() > 20000) prune();
    }

    void prune() {
        std::ranges::sort(candidates_, std::greater{}, &Candidate::score);
        candidates_.resize(2 * kJudged);
    }

    // Of the side from corner i to the next.
    [[nodiscard]] SideCover cover_of_side(const Candidate& candidate, std::size_t i) const {
        const PagePoint from = candidate.corners[i];
        const PagePoint to = candidate.corners[(i + 1) % 4];
        const SeenLine* seen = side(candidate.sides[i]).seen;
        if (seen == nullptr) return {.inside = kBorderCover, .length = distance(from, to)};
        const PagePoint size{double(picture_.width), double(picture_.height)};
        return cover_along(*seen, {from, to, middle_of(candidate.corners)}, size);
    }

    [[nodiscard]] std::optional<double> cover_of(const Candidate& candidate) const {
        std::array<SideCover, 4> covers;
        double sum = 0;
        double seen = 0;
        double length = 0;
        double least = 1;
        double beyond = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            covers[i] = cover_of_side(candidate, i);
            const double way = distance(candidate.corners[i], candidate.corners[(i + 1) % 4]);
            if (covers[i].inside < kLeastCover || covers[i].length < kLeastSeen * way)
                return std::nullopt;
            sum += covers[i].inside * covers[i].length;
            seen += covers[i].length;
            length += way;
            least = std::min(least, covers[i].inside);
            beyond += (covers[i].before + covers[i].after) / 8;
        }
        return 0.7 * sum / seen + 0.3 * least - 0.6 * beyond - 0.35 * open_end(covers) -
               kHiddenShare * (1 - seen / length);
    }

    // Both neighbours of a side go on beyond it: the sheet does, and the side is only printed.
    [[nodiscard]] static double open_end(const std::array<SideCover, 4>& covers) {
        double most = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            most = std::max(most, std::min(covers[(i + 3) % 4].after, covers[(i + 1) % 4].before));
        }
        return most;
    }

    ImageView picture_;
    PageSurface surface_;
    std::vector<SeenLine> lines_;
    std::vector<Side> sides_;
    std::vector<Candidate> candidates_;
};

}  // namespace

std::optional<FoundSheet> find_sheet(const ImageView& picture) {
    const double scale = std::min(1.0, double(kLookSide) / std::max(picture.width, picture.height));
    cv::Mat small;
    cv::resize(matrix_of(picture), small, {}, scale, scale, cv::INTER_AREA);
    const ImageView look{
        small.cols, small.rows, picture.format, {small.data, small.total() * small.elemSize()}};
    auto best = Search(look).best();
    if (!best || best->score < kLeastScore) return std::nullopt;
    FoundSheet sheet{.corners = ordered(best->corners), .score = std::clamp(best->score, 0.0, 1.0)};
    sheet.step = best->step;
    sheet.is_cut_off = best->borders > 0;
    for (PagePoint& corner : sheet.corners) {
        corner.x /= scale;
        corner.y /= scale;
        const double out = 0.004 * std::max(picture.width, picture.height);
        sheet.is_cut_off |= corner.x < -out || corner.y < -out || corner.x > picture.width + out ||
                            corner.y > picture.height + out;
    }
    return sheet;
}

}  // namespace motlan
