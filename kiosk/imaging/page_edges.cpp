#include "kiosk/imaging/page_edges.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/matrix.h"
#include "kiosk/imaging/page_lines.h"

namespace motlan {
namespace {

constexpr int kLookSide = 640;  // a picture is looked at with its longer side so many pixels
constexpr int kLines = 64;
constexpr int kJudged = 150;  // candidates whose colours are looked at
constexpr double kLeastArea = 0.05;
constexpr double kBeyond = 0.25;   // a corner may be outside by this share of the picture
constexpr double kParallel = 0.9;  // cosine between opposite edges: 26 degrees
constexpr double kSquare = 0.5;    // cosine between neighbouring edges: 60 degrees
constexpr double kBorderCover = 0.55;
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

PagePoint crossing(const PageLine& one, const PageLine& other) {
    const double turn = one.nx * other.ny - one.ny * other.nx;
    if (std::abs(turn) < 1e-6) return {1e9, 1e9};
    return {(one.away * other.ny - other.away * one.ny) / turn,
            (other.away * one.nx - one.away * other.nx) / turn};
}

double distance(PagePoint one, PagePoint other) {
    return std::hypot(one.x - other.x, one.y - other.y);
}

double area_of(const PageCorners& corners) {
    double twice = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const PagePoint& from = corners[i];
        const PagePoint& to = corners[(i + 1) % 4];
        twice += from.x * to.y - to.x * from.y;
    }
    return twice / 2;
}

PagePoint middle_of(const PageCorners& corners) {
    PagePoint middle;
    for (const PagePoint& corner : corners) {
        middle.x += corner.x / 4;
        middle.y += corner.y / 4;
    }
    return middle;
}

class Search {
public:
    explicit Search(const ImageView& picture)
        : picture_(picture), lines_(seen_lines(picture, kLines)) {
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
            candidate.score += colours(candidate);
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
            if (other.borders > found.borders || larger < 1.04 || larger > 1.9 ||
                other.score < found.score - kFrameBonus)
                continue;
            if (best.score != found.score && other.score < best.score) continue;
            if (is_within(found.corners, other.corners) && is_paper_between(found, other))
                best = other;
        }
        return best;
    }

    [[nodiscard]] static bool is_within(const PageCorners& inner, const PageCorners& outer) {
        const double turn = area_of(outer) > 0 ? 1 : -1;
        for (std::size_t i = 0; i < 4; ++i) {
            const PagePoint& from = outer[i];
            const PagePoint& to = outer[(i + 1) % 4];
            for (const PagePoint& at : inner) {
                const double side =
                    (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
                if (turn * side / distance(from, to) < -1.5) return false;
            }
        }
        return true;
    }

    // Whether what lies between two sheets, one inside the other, looks like the inner one.
    [[nodiscard]] bool is_paper_between(const Candidate& inner, const Candidate& outer) const {
        const PagePoint middle = middle_of(inner.corners);
        for (std::size_t i = 0; i < 4; ++i) {
            const Strip strip = strip_of(inner, i);
            cv::Vec3f ring{};
            int count = 0;
            for (double share = 0.15; share < 0.9; share += 0.02) {
                const PagePoint& from = inner.corners[i];
                const PagePoint& to = inner.corners[(i + 1) % 4];
                const PagePoint at{std::lerp(from.x, to.x, share), std::lerp(from.y, to.y, share)};
                const auto beyond = way_out(at, middle, outer.corners);
                if (!beyond) continue;
                const double far = distance(at, *beyond);
                if (far < 3) continue;
                const double step = std::clamp(far / 2, 2.0, far - 1.5) / far;
                const cv::Vec3f colour =
                    colour_at(std::lerp(at.x, beyond->x, step), std::lerp(at.y, beyond->y, step));
                if (cv::norm(colour - strip.inside) > 40) return false;
                ring += colour;
                ++count;
            }
            if (count > 3 && cv::norm(ring / float(count) - strip.inside) > 12) return false;
        }
        return true;
    }

    // Where the way from the middle through a place leaves the outer sheet.
    [[nodiscard]] static std::optional<PagePoint> way_out(PagePoint at, PagePoint middle,
                                                          const PageCorners& outer) {
        const double length = distance(at, middle);
        const PageLine way{-(at.y - middle.y) / length, (at.x - middle.x) / length, 0};
        const PageLine ray{way.nx, way.ny, at.x * way.nx + at.y * way.ny};
        std::optional<PagePoint> nearest;
        for (std::size_t i = 0; i < 4; ++i) {
            const PagePoint& from = outer[i];
            const PagePoint& to = outer[(i + 1) % 4];
            const double side = distance(from, to);
            const PageLine edge{-(to.y - from.y) / side, (to.x - from.x) / side,
                                (from.y * (to.x - from.x) - from.x * (to.y - from.y)) / side};
            const PagePoint cross = crossing(ray, edge);
            const double ahead =
                (cross.x - middle.x) * (at.x - middle.x) + (cross.y - middle.y) * (at.y - middle.y);
            if (ahead < 0) continue;
            if (!nearest || distance(cross, middle) < distance(*nearest, middle)) nearest = cross;
        }
        return nearest;
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
                if (std::abs(cosine) < kParallel) continue;
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
        const auto shape = shape_of(candidate);
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

    // Sheets are rectangles seen from nearly above.
    [[nodiscard]] std::optional<double> shape_of(const Candidate& candidate) const {
        std::array<double, 4> lengths{};
        for (std::size_t i = 0; i < 4; ++i) {
            lengths[i] = distance(candidate.corners[i], candidate.corners[(i + 1) % 4]);
        }
        const auto ratio = [](double one, double other) {
            return std::min(one, other) / std::max(one, other);
        };
        const double even = std::min(ratio(lengths[0], lengths[2]), ratio(lengths[1], lengths[3]));
        if (even < 0.55) return std::nullopt;
        const double aspect = ratio(lengths[0] + lengths[2], lengths[1] + lengths[3]);
        if (aspect < 0.2) return std::nullopt;
        double shape = -0.4 * (1 - even);
        if (candidate.borders == 0) {
            const double off = std::min({std::abs(aspect - 0.707), std::abs(aspect - 0.63), 0.15});
            shape -= 0.8 * off;
        }
        return shape;
    }

    struct Cover {
        double inside = 0;
        double beyond = 0;
    };
    // Of the side from corner i to the next.
    [[nodiscard]] Cover cover_of_side(const Candidate& candidate, std::size_t i) const {
        const Side& here = side(candidate.sides[i]);
        if (here.seen == nullptr) return {kBorderCover, 0};
        const double from = here.line.along(candidate.corners[i]);
        const double to = here.line.along(candidate.corners[(i + 1) % 4]);
        const double way = to > from ? 1 : -1;
        const bool is_rising = here.line.distance(middle_of(candidate.corners)) > 0;
        const auto brighter = [&](double a, double b) {
            return is_rising ? here.seen->rising(a, b) : here.seen->falling(a, b);
        };
        const auto darker = [&](double a, double b) {
            return is_rising ? here.seen->falling(a, b) : here.seen->rising(a, b);
        };
        const double ahead = std::clamp(0.15 * std::abs(to - from), 10.0, 30.0);
        const auto any = [&](double a, double b) {
            return std::min(1.0, brighter(a, b) + darker(a, b));
        };
        return {std::min(1.0, brighter(from, to) + 0.4 * darker(from, to)),
                (any(from - way * (3 + ahead), from - way * 3) +
                 any(to + way * 3, to + way * (3 + ahead))) /
                    2};
    }

    [[nodiscard]] std::optional<double> cover_of(const Candidate& candidate) const {
        double sum = 0;
        double length = 0;
        double least = 1;
        double beyond = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const Cover cover = cover_of_side(candidate, i);
            if (cover.inside < 0.22) return std::nullopt;
            const double way = distance(candidate.corners[i], candidate.corners[(i + 1) % 4]);
            sum += cover.inside * way;
            length += way;
            least = std::min(least, cover.inside);
            beyond += cover.beyond / 4;
        }
        return 0.7 * sum / length + 0.3 * least - 0.6 * beyond;
    }

    [[nodiscard]] cv::Vec3f colour_at(double x, double y) const {
        const int column = std::clamp(static_cast<int>(x), 0, picture_.width - 1);
        const int row = std::clamp(static_cast<int>(y), 0, picture_.height - 1);
        const auto pixel = picture_.row(row).subspan(static_cast<std::size_t>(column) *
                                                     bytes_per_pixel(picture_.format));
        if (picture_.format == PixelFormat::Grey) return cv::Vec3f::all(pixel[0]);
        return {float(pixel[0]), float(pixel[1]), float(pixel[2])};
    }

    struct Strip {
        cv::Vec3f inside{};
        cv::Vec3f outside{};
        double rough = 0;
        int count = 0;
    };
    [[nodiscard]] Strip strip_of(const Candidate& candidate, std::size_t i) const {
        const PagePoint from = candidate.corners[i];
        const PagePoint to = candidate.corners[(i + 1) % 4];
        const PageLine& line = side(candidate.sides[i]).line;
        const double in = line.distance(middle_of(candidate.corners)) > 0 ? 1 : -1;
        const int steps = std::max(8, static_cast<int>(distance(from, to) / 3));
        Strip strip;
        std::optional<cv::Vec3f> before;
        for (int step = steps / 12; step <= steps - steps / 12; ++step) {
            const double share = double(step) / steps;
            const PagePoint at{std::lerp(from.x, to.x, share), std::lerp(from.y, to.y, share)};
            if (at.x < 0 || at.y < 0 || at.x >= picture_.width || at.y >= picture_.height) continue;
            const cv::Vec3f inside = colour_at(at.x + in * 4 * line.nx, at.y + in * 4 * line.ny);
            strip.inside += inside;
            strip.outside += colour_at(at.x - in * 5 * line.nx, at.y - in * 5 * line.ny);
            if (before) strip.rough += std::min(40.0, cv::norm(inside - *before));
            before = inside;
            ++strip.count;
        }
        const auto count = static_cast<float>(std::max(1, strip.count));
        strip.inside /= count;
        strip.outside /= count;
        strip.rough /= count;
        return strip;
    }

    // Paper is bright, even and the same along all four edges; the desk is something else.
    [[nodiscard]] double colours(Candidate& candidate) const {
        std::array<Strip, 4> strips;
        cv::Vec3f mean{};
        float seen = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            strips[i] = strip_of(candidate, i);
            if (strips[i].count < 4) continue;
            mean += strips[i].inside;
            seen += 1;
        }
        if (seen < 3) return -1;
        mean /= seen;
        double spread = 0;
        double rough = 0;
        double step = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            if (strips[i].count < 4) continue;
            spread += cv::norm(strips[i].inside - mean) / seen;
            rough += strips[i].rough / seen;
            if (side(candidate.sides[i]).seen == nullptr) continue;
            step += std::clamp(cv::norm(strips[i].inside - strips[i].outside) / 60, 0.0, 1.0) / 4;
        }
        candidate.step = step * 60;
        const double level = (mean[0] + mean[1] + mean[2]) / 3 / 255;
        return 0.25 * step - 0.4 * std::min(1.0, spread / 80) - 0.5 * std::min(1.0, rough / 20) +
               0.2 * level;
    }

    ImageView picture_;
    std::vector<SeenLine> lines_;
    std::vector<Side> sides_;
    std::vector<Candidate> candidates_;
};

// Clockwise in the picture, beginning at its upper left.
PageCorners ordered(PageCorners corners) {
    if (area_of(corners) < 0) std::ranges::reverse(corners);
    const auto first =
        std::ranges::min_element(corners, {}, [](PagePoint at) { return at.x + at.y; });
    std::ranges::rotate(corners, first);
    return corners;
}

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
