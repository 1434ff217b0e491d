#include "kiosk/imaging/page_lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "kiosk/imaging/linear.h"
#include "kiosk/imaging/page_gradient.h"
#include "kiosk/imaging/page_votes.h"

namespace motlan {
namespace {

constexpr double kNear = 1.8;           // pixels between an edge and its line
constexpr double kGuess = 2.5;          // and the guess at that line
constexpr double kRough = 6;            // and the end of a bright, even area
constexpr float kEnd = 0.75F;           // how sure the end of a bright, even area is an edge
constexpr float kFarthest = 12;         // pixels: where a fitted line may come to lie
constexpr double kLeastCosine = 0.966;  // 15 degrees between an edge and its line
// No more lines of one direction (5 degrees) than this.
constexpr int kParallels = 16;
constexpr double kSameDirection = 0.9962;
// A line as short as this share of the picture's shorter side is no side of a sheet.
constexpr double kLeastLine = 0.09;

std::vector<EdgePoint> points_of(const PageGradient& edges) {
    std::vector<EdgePoint> points;
    for (int y = 0; y < edges.height; ++y) {
        for (int x = 0; x < edges.width; ++x) {
            const std::size_t at = edges.index(x, y);
            if (edges.weight[at] <= 0) continue;
            points.push_back(
                {float(x) + 0.5F, float(y) + 0.5F, edges.weight[at], edges.nx[at], edges.ny[at]});
        }
    }
    return points;
}

bool lies_on(const EdgePoint& point, const PageLine& line, double near) {
    return std::abs(line.distance({point.x, point.y})) < near &&
           std::abs(point.nx * line.nx + point.ny * line.ny) > kLeastCosine;
}

std::vector<EdgePoint> points_near(const std::vector<EdgePoint>& points, const PageLine& line) {
    const auto nx = static_cast<float>(line.nx);
    const auto ny = static_cast<float>(line.ny);
    const auto away = static_cast<float>(line.away);
    std::vector<EdgePoint> near;
    for (const EdgePoint& point : points) {
        if (std::abs(point.x * nx + point.y * ny - away) > kFarthest) continue;
        near.push_back(point);
    }
    return near;
}

// The line that fits the edges near it best, moved by least squares.
PageLine fitted(const std::vector<EdgePoint>& points, const PageLine& line, double near) {
    Equations<2> equations;
    for (const EdgePoint& point : points) {
        if (!lies_on(point, line, near)) continue;
        const PagePoint at{point.x, point.y};
        equations.add({line.along(at) / 100, 1}, line.distance(at), point.weight);
    }
    equations.damp(0, 1e-3);
    equations.damp(1, 1e-3);
    const auto solved = equations.solved();
    if (!solved) return line;
    const double turn = (*solved)[0] / 100;
    // distance = turn * along + shift, so the normal tilts by -turn along the line.
    const double length = std::hypot(1.0, turn);
    PageLine better{(line.nx + turn * line.ny) / length, (line.ny - turn * line.nx) / length, 0};
    better.away = (line.away + (*solved)[1]) / length;
    return better;
}

SeenLine with_support(const PageGradient& edges, const PageLine& line) {
    const double reach = std::hypot(edges.width, edges.height);
    const auto steps = static_cast<int>(2 * reach) + 1;
    std::vector<float> rising{0};
    std::vector<float> falling{0};
    for (int step = 0; step < steps; ++step) {
        const PagePoint middle = line.at(step - reach);
        float up = 0;
        float down = 0;
        for (int side = -2; side <= 2; ++side) {
            const int x = static_cast<int>(std::floor(middle.x + side * line.nx));
            const int y = static_cast<int>(std::floor(middle.y + side * line.ny));
            if (x < 0 || y < 0 || x >= edges.width || y >= edges.height) continue;
            const std::size_t at = edges.index(x, y);
            const double cosine = edges.nx[at] * line.nx + edges.ny[at] * line.ny;
            if (cosine > kLeastCosine) up = std::max(up, edges.weight[at]);
            if (cosine < -kLeastCosine) down = std::max(down, edges.weight[at]);
        }
        rising.push_back(rising.back() + up);
        falling.push_back(falling.back() + down);
    }
    return {line, -reach, std::move(rising), std::move(falling)};
}

bool is_along(const PageLine& line, const ExpectedLine& end, double near) {
    return std::abs(line.distance(end.from)) < near && std::abs(line.distance(end.to)) < near;
}

// Takes one line after the other out of a picture, with the edges that make it.
class LineSearch {
public:
    explicit LineSearch(const ImageView& picture)
        : edges_(gradient_of(picture)),
          points_(points_of(edges_)),
          votes_(picture.width, picture.height),
          least_(kLeastLine * std::min(picture.width, picture.height)) {
        for (const EdgePoint& point : points_) votes_.add(point, 1);
    }

    void look_at(std::span<const ExpectedLine> expected) {
        for (const ExpectedLine& guess : expected) {
            const auto peak = votes_.best_near(guess.line);
            if (peak.votes < least_) continue;
            const PageLine line = best_fit(peak.line);
            if (is_along(line, guess, kGuess)) take_out(line, peak.line);
        }
    }

    // That a bright, even area ends there speaks for a line.
    void count_in(std::span<const ExpectedLine> expected) {
        for (const ExpectedLine& end : expected) {
            bool is_seen = false;
            for (SeenLine& seen : lines_) {
                if (!is_along(seen.line(), end, kRough)) continue;
                seen.add(end);
                is_seen = true;
            }
            if (is_seen || end.is_rough) continue;
            lines_.push_back(with_support(edges_, end.line));
            lines_.back().add(end);
        }
    }

    void look_for(int most) {
        while (static_cast<int>(lines_.size()) < most) {
            const auto peak = votes_.best();
            if (peak.votes < least_) break;
            const PageLine line = best_fit(peak.line);
            const bool is_crowded = parallels(line) + 1 >= kParallels;
            if (is_crowded) votes_.silence(line);
            if (!take_out(line, peak.line)) break;
        }
    }

    std::vector<SeenLine> take() { return std::move(lines_); }

private:
    [[nodiscard]] PageLine best_fit(const PageLine& guess) const {
        const std::vector<EdgePoint> near = points_near(points_, guess);
        return fitted(near, fitted(near, guess, kGuess), kNear);
    }

    [[nodiscard]] std::ptrdiff_t parallels(const PageLine& line) const {
        return std::ranges::count_if(lines_, [&](const SeenLine& other) {
            return std::abs(other.line().nx * line.nx + other.line().ny * line.ny) > kSameDirection;
        });
    }

    // Whether any edge was left that made the line, or its first guess.
    bool take_out(const PageLine& line, const PageLine& guess) {
        lines_.push_back(with_support(edges_, line));
        const auto is_used = [&](const EdgePoint& point) {
            return lies_on(point, line, kNear) || lies_on(point, guess, 1.2);
        };
        return std::erase_if(points_, [&](const EdgePoint& point) {
                   if (!is_used(point)) return false;
                   votes_.add(point, -1);
                   return true;
               }) > 0;
    }

    PageGradient edges_;
    std::vector<EdgePoint> points_;
    PageVotes votes_;
    double least_;
    std::vector<SeenLine> lines_;
};

}  // namespace

void SeenLine::add(const ExpectedLine& end) {
    const bool is_rising = line_.nx * end.line.nx + line_.ny * end.line.ny > 0;
    std::vector<float>& sums = is_rising ? rising_ : falling_;
    const auto place = [&](PagePoint at) {
        return std::clamp(line_.along(at) - first_, 0.0, static_cast<double>(sums.size() - 1));
    };
    const double first = std::min(place(end.from), place(end.to));
    const double last = std::max(place(end.from), place(end.to));
    float more = 0;
    for (std::size_t i = 1; i < sums.size(); ++i) {
        const float seen = sums[i] + more - sums[i - 1];
        if (double(i) > first && double(i) <= last) more += std::max(0.0F, kEnd - seen);
        sums[i] += more;
    }
}

double SeenLine::share(const std::vector<float>& sums, double from, double to) const {
    if (to < from) std::swap(from, to);
    const double last = static_cast<double>(sums.size() - 1);
    const auto start = static_cast<std::size_t>(std::clamp(from - first_, 0.0, last));
    const auto end = static_cast<std::size_t>(std::clamp(to - first_, 0.0, last));
    if (end <= start) return 0;
    return (sums[end] - sums[start]) / static_cast<float>(end - start);
}

std::vector<SeenLine> seen_lines(const ImageView& picture, int most,
                                 std::span<const ExpectedLine> expected) {
    LineSearch search(picture);
    search.look_at(expected);
    search.look_for(most);
    search.count_in(expected);
    return search.take();
}

}  // namespace motlan
