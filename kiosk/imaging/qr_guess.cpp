#include "kiosk/imaging/qr_guess.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>

#include "kiosk/imaging/qr_corner.h"
#include "kiosk/imaging/qr_relief.h"

namespace motlan {
namespace {

// Versions 1 to 20, as where all three were seen.
constexpr int kLeastModules = 21;
constexpr int kMostModules = 97;
constexpr double kLeastFit = 0.3;
// In modules: how far a card tilted by 15 degrees may put the third finder from a flat card's.
constexpr double kThirdReach = 1.6;
constexpr std::size_t kMostSettled = 3;

// Two finders that were seen, the third moved to where the patterns fit, and the fourth corner
// moved, in pixels.
struct Guess {
    QrCorner corner;
    QrSpot fourth;
    int modules = 0;
    double fit = 0;
};

QrFinder& guessed_of(QrCorner& corner) {
    if (was_guessed(corner.right)) return corner.right;
    return was_guessed(corner.below) ? corner.below : corner.corner;
}

// So many modules along each side of the code, in pixels.
QrSpot moved_by(const Guess& guess, double across, double down) {
    const auto& [corner, right, below, merit] = guess.corner;
    const double x = across / (guess.modules - 7);
    const double y = down / (guess.modules - 7);
    return {(right.x - corner.x) * x + (below.x - corner.x) * y,
            (right.y - corner.y) * x + (below.y - corner.y) * y};
}

enum class Part : std::uint8_t { Third, Fourth };

// So many steps to each side, each so many modules long.
struct Grid {
    Part part = Part::Third;
    int steps = 0;
    double step = 1;
};

using Fit = std::function<double(const QrWarp&)>;

Guess moved(Guess guess, Part part, QrSpot by, const Fit& fit_of) {
    if (part == Part::Third) {
        QrFinder& third = guessed_of(guess.corner);
        third.x += by.x;
        third.y += by.y;
    } else {
        guess.fourth = {guess.fourth.x + by.x, guess.fourth.y + by.y};
    }
    const auto warp = warp_of(guess.corner, guess.modules, guess.fourth);
    guess.fit = warp ? fit_of(*warp) : 0;
    return guess;
}

void look_around(const Grid& grid, const Fit& fit_of, Guess& guess) {
    const Guess from = guess;
    for (int y = -grid.steps; y <= grid.steps; ++y) {
        for (int x = -grid.steps; x <= grid.steps; ++x) {
            const QrSpot by = moved_by(from, x * grid.step, y * grid.step);
            const Guess next = moved(from, grid.part, by, fit_of);
            if (next.fit > guess.fit) guess = next;
        }
    }
}

// What the timing patterns tell of the likeliest pairs and numbers of modules, best first.
std::vector<Guess> rough_guesses(const ImageView& grey, const std::vector<QrFinder>& finders) {
    std::vector<Guess> guesses;
    for (const QrCorner& corner : corners_of_two(finders)) {
        const double modules = leg_of(corner) / module_of(corner) + 7;
        const int likely = static_cast<int>(std::lround((modules - 17) / 4)) * 4 + 17;
        for (int side = likely - 4; side <= likely + 4; side += 4) {
            if (side < kLeastModules || side > kMostModules) continue;
            Guess guess{.corner = corner, .fourth = {}, .modules = side, .fit = kLeastFit};
            const auto fit = [&](const QrWarp& warp) { return timing_fit(grey, warp, side); };
            look_around({Part::Third, 2, kThirdReach / 2}, fit, guess);
            if (guess.fit > kLeastFit) guesses.push_back(guess);
        }
    }
    std::ranges::sort(guesses, std::greater<>{}, &Guess::fit);
    if (guesses.size() > kMostSettled) guesses.resize(kMostSettled);
    return guesses;
}

// The part of the picture that a guess needs.
Box part_of(const ImageView& grey, const Guess& guess) {
    const auto& [corner, right, below, merit] = guess.corner;
    const double fourth_x = right.x + below.x - corner.x;
    const double fourth_y = right.y + below.y - corner.y;
    const double margin = 9 * module_of(guess.corner);
    const auto [least_x, most_x] = std::minmax({corner.x, right.x, below.x, fourth_x});
    const auto [least_y, most_y] = std::minmax({corner.y, right.y, below.y, fourth_y});
    const int left = std::clamp(static_cast<int>(least_x - margin), 0, grey.width);
    const int top = std::clamp(static_cast<int>(least_y - margin), 0, grey.height);
    return {left, top, std::clamp(static_cast<int>(most_x + margin), left, grey.width) - left,
            std::clamp(static_cast<int>(most_y + margin), top, grey.height) - top};
}

void settle(const ImageView& grey, Guess& guess) {
    const int reach = std::max(1, static_cast<int>(std::lround(3 * module_of(guess.corner))));
    const QrRelief relief(grey, part_of(grey, guess), reach);
    const QrPatterns patterns = fixed_patterns(guess.modules);
    const auto fit = [&](const QrWarp& warp) { return relief.fit(warp, patterns); };
    guess.fit = 0;
    look_around({Part::Third, 2, 0.5}, fit, guess);
    look_around({Part::Fourth, 2, 1}, fit, guess);
    look_around({Part::Fourth, 1, 0.5}, fit, guess);
    look_around({Part::Third, 2, 0.25}, fit, guess);
    look_around({Part::Fourth, 1, 0.25}, fit, guess);
}

}  // namespace

std::vector<QrPlacement> guessed_places(const ImageView& grey,
                                        const std::vector<QrFinder>& finders) {
    std::vector<Guess> guesses = rough_guesses(grey, finders);
    for (Guess& guess : guesses) settle(grey, guess);
    std::ranges::sort(guesses, std::greater<>{}, &Guess::fit);
    std::vector<QrPlacement> places;
    for (const Guess& guess : guesses) {
        const auto warp = warp_of(guess.corner, guess.modules, guess.fourth);
        if (warp && guess.fit > kLeastFit) places.push_back({guess.modules, *warp});
    }
    return places;
}

}  // namespace motlan
