#include "kiosk/imaging/page_votes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace motlan {
namespace {

constexpr int kAngles = 360;  // half a degree each
constexpr double kAngleStep = std::numbers::pi / kAngles;
// An edge's direction is uncertain by a few degrees, a weak one's by more.
constexpr int kAngleReach = 7;
constexpr int kWeakAngleReach = 14;
constexpr float kWeak = 0.9F;
constexpr int kGuessAngles = 6;  // steps between an expected line and the seen one
constexpr int kGuessAway = 5;    // pixels

int nearest_angle(double nx, double ny) {
    return static_cast<int>(std::lround(std::atan2(ny, nx) / kAngleStep));
}

std::size_t row_of(int angle) { return static_cast<std::size_t>((angle + 2 * kAngles) % kAngles); }

}  // namespace

PageVotes::PageVotes(int width, int height)
    : reach_(static_cast<int>(std::hypot(width, height)) + 3),
      columns_(2 * static_cast<std::size_t>(reach_) + 1),
      votes_(kAngles * columns_, 0.0F) {
    for (int i = 0; i < kAngles; ++i) {
        cosine_.push_back(static_cast<float>(std::cos(i * kAngleStep)));
        sine_.push_back(static_cast<float>(std::sin(i * kAngleStep)));
        const float wide = cosine_.back() * static_cast<float>(width);
        const float high = sine_.back() * static_cast<float>(height);
        const std::size_t middle = static_cast<std::size_t>(i) * columns_ + std::size_t(reach_);
        rows_.push_back({.first = middle - std::size_t(std::max(0.0F, -wide)) - 2,
                         .last = middle + std::size_t(std::max(0.0F, wide) + high) + 2});
    }
}

void PageVotes::add(const EdgePoint& point, float times) {
    const int nearest = nearest_angle(point.nx, point.ny);
    const int reach = point.weight < kWeak ? kWeakAngleReach : kAngleReach;
    for (int step = -reach; step <= reach; ++step) {
        const std::size_t row = row_of(nearest + step);
        const float away = point.x * cosine_[row] + point.y * sine_[row];
        const auto column = static_cast<std::size_t>(std::lround(away) + reach_);
        votes_[row * columns_ + column] += times * point.weight;
        rows_[row].is_known = false;
    }
}

void PageVotes::silence(const PageLine& line) {
    const int nearest = nearest_angle(line.nx, line.ny);
    for (int step = -kAngleReach; step <= kAngleReach; ++step) {
        const auto first = static_cast<std::ptrdiff_t>(row_of(nearest + step) * columns_);
        std::fill_n(votes_.begin() + first, columns_, -1e6F);
        rows_[row_of(nearest + step)].is_known = false;
    }
}

void PageVotes::look_through(Row& row) const {
    row.where = row.first;
    row.votes = votes_at(row.first);
    for (std::size_t i = row.first + 1; i <= row.last; ++i) {
        const float here = votes_at(i);
        if (here <= row.votes) continue;
        row.votes = here;
        row.where = i;
    }
    row.is_known = true;
}

PageVotes::Peak PageVotes::best() {
    for (Row& row : rows_) {
        if (!row.is_known) look_through(row);
    }
    return peak_at(std::ranges::max_element(rows_, {}, &Row::votes)->where);
}

PageVotes::Peak PageVotes::best_near(const PageLine& line) const {
    const int angle = nearest_angle(line.nx, line.ny);
    Peak best;
    for (int step = -kGuessAngles; step <= kGuessAngles; ++step) {
        const int turned = angle + step + 2 * kAngles;
        // Half a turn on, the same line has the opposite normal.
        const double sign = turned / kAngles % 2 == 0 ? 1 : -1;
        const int column = static_cast<int>(std::lround(sign * line.away)) + reach_;
        const int first = std::max(1, column - kGuessAway);
        const int last = std::min(column + kGuessAway, static_cast<int>(columns_) - 2);
        for (int at = first; at <= last; ++at) {
            const Peak peak = peak_at(row_of(turned) * columns_ + static_cast<std::size_t>(at));
            if (peak.votes > best.votes) best = peak;
        }
    }
    return best;
}

// Added up over neighbouring distances.
float PageVotes::votes_at(std::size_t place) const {
    return votes_[place] + 0.7F * (votes_[place - 1] + votes_[place + 1]);
}

PageVotes::Peak PageVotes::peak_at(std::size_t place) const {
    const std::size_t row = place / columns_;
    return {{cosine_[row], sine_[row], double(place % columns_) - reach_}, votes_at(place)};
}

}  // namespace motlan
