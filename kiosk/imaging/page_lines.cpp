#include "kiosk/imaging/page_lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

#include "kiosk/imaging/linear.h"
#include "kiosk/imaging/page_gradient.h"

namespace motlan {
namespace {

constexpr int kAngles = 360;  // half a degree each
constexpr double kAngleStep = std::numbers::pi / kAngles;
// A weak edge's direction is uncertain by a few degrees.
constexpr int kAngleReach = 7;
constexpr double kNear = 1.8;           // pixels between an edge and its line
constexpr double kLeastCosine = 0.966;  // 15 degrees between an edge and its line
// No more lines of one direction (5 degrees) than this.
constexpr int kParallels = 16;
constexpr double kSameDirection = 0.9962;
// A line as short as this share of the picture's shorter side is no side of a sheet.
constexpr double kLeastLine = 0.09;

struct EdgePoint {
    float x = 0;
    float y = 0;
    float weight = 0;
    float nx = 0;
    float ny = 0;
};

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

// Votes for lines by angle and distance from the upper left corner.
class Votes {
public:
    Votes(int width, int height)
        : reach_(static_cast<int>(std::hypot(width, height)) + 3),
          columns_(2 * static_cast<std::size_t>(reach_) + 1),
          votes_(kAngles * columns_, 0.0F) {
        for (int i = 0; i < kAngles; ++i) {
            cosine_.push_back(static_cast<float>(std::cos(i * kAngleStep)));
            sine_.push_back(static_cast<float>(std::sin(i * kAngleStep)));
        }
    }

    void add(const EdgePoint& point, float share) {
        const double angle = std::atan2(point.ny, point.nx);
        const int nearest = static_cast<int>(std::lround(angle / kAngleStep));
        for (int step = -kAngleReach; step <= kAngleReach; ++step) {
            const auto i = static_cast<std::size_t>((nearest + step + 2 * kAngles) % kAngles);
            const float away = point.x * cosine_[i] + point.y * sine_[i];
            const auto column = static_cast<std::size_t>(std::lround(away) + reach_);
            votes_[i * columns_ + column] += share * point.weight;
        }
    }

    struct Peak {
        PageLine line;
        float votes = 0;
    };
    // The best line, its votes added up over neighbouring distances.
    // Takes a direction out of the vote: a striped cloth has more lines than a sheet.
    void silence(const PageLine& line, int reach) {
        const int nearest =
            static_cast<int>(std::lround(std::atan2(line.ny, line.nx) / kAngleStep));
        for (int step = -reach; step <= reach; ++step) {
            const auto i = static_cast<std::size_t>((nearest + step + 2 * kAngles) % kAngles);
            std::fill_n(votes_.begin() + static_cast<std::ptrdiff_t>(i * columns_), columns_,
                        -1e6F);
        }
    }

    [[nodiscard]] Peak best() const {
        std::size_t where = 1;
        float most = -1;
        for (std::size_t i = 1; i + 1 < votes_.size(); ++i) {
            const float here = votes_[i] + 0.7F * (votes_[i - 1] + votes_[i + 1]);
            if (here > most) {
                most = here;
                where = i;
            }
        }
        const std::size_t i = where / columns_;
        return {{cosine_[i], sine_[i], double(where % columns_) - reach_}, most};
    }

private:
    int reach_;
    std::size_t columns_;
    std::vector<float> votes_;
    std::vector<float> cosine_;
    std::vector<float> sine_;
};

bool lies_on(const EdgePoint& point, const PageLine& line, double near) {
    return std::abs(line.distance({point.x, point.y})) < near &&
           std::abs(point.nx * line.nx + point.ny * line.ny) > kLeastCosine;
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

}  // namespace

double SeenLine::share(const std::vector<float>& sums, double from, double to) const {
    if (to < from) std::swap(from, to);
    const double last = static_cast<double>(sums.size() - 1);
    const auto start = static_cast<std::size_t>(std::clamp(from - first_, 0.0, last));
    const auto end = static_cast<std::size_t>(std::clamp(to - first_, 0.0, last));
    if (end <= start) return 0;
    return (sums[end] - sums[start]) / static_cast<float>(end - start);
}

std::vector<SeenLine> seen_lines(const ImageView& picture, int most) {
    const PageGradient edges = gradient_of(picture);
    std::vector<EdgePoint> points = points_of(edges);
    Votes votes(picture.width, picture.height);
    for (const EdgePoint& point : points) votes.add(point, 1);
    const double least = kLeastLine * std::min(picture.width, picture.height);
    std::vector<SeenLine> lines;
    const auto parallels = [&](const PageLine& line) {
        return std::ranges::count_if(lines, [&](const SeenLine& other) {
            return std::abs(other.line().nx * line.nx + other.line().ny * line.ny) > kSameDirection;
        });
    };
    while (static_cast<int>(lines.size()) < most) {
        const auto peak = votes.best();
        if (peak.votes < least) break;
        PageLine line = fitted(points, peak.line, 2.5);
        line = fitted(points, line, kNear);
        lines.push_back(with_support(edges, line));
        if (parallels(line) >= kParallels) votes.silence(line, kAngleReach);
        bool has_changed = false;
        for (EdgePoint& point : points) {
            if (!lies_on(point, line, kNear) && !lies_on(point, peak.line, 1.2)) continue;
            votes.add(point, -1);
            point.weight = 0;
            has_changed = true;
        }
        if (!has_changed) break;
        std::erase_if(points, [](const EdgePoint& point) { return point.weight <= 0; });
    }
    return lines;
}

}  // namespace motlan
