#include "kiosk/imaging/qr_guess.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

namespace motlan {
namespace {

// Versions 1 to 20, as where all three were seen.
constexpr int kLeastModules = 21;
constexpr int kMostModules = 97;
constexpr double kLeastFit = 0.3;

// A guess: two finders that were seen, the third moved to where the patterns fit, and the fourth
// corner moved, in pixels.
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

// One module along each side of the code, in pixels.
struct Steps {
    QrSpot across;
    QrSpot down;

    [[nodiscard]] QrSpot by(double x, double y) const {
        return {across.x * x + down.x * y, across.y * x + down.y * y};
    }
};

Steps steps_of(const Guess& guess) {
    const double leg = guess.modules - 7;
    const auto [corner, right, below, merit] = guess.corner;
    return {{(right.x - corner.x) / leg, (right.y - corner.y) / leg},
            {(below.x - corner.x) / leg, (below.y - corner.y) / leg}};
}

// What of a guess is looked for.
enum class Part { Third, Fourth };

// Tries moves on a grid and keeps the best. `reach` and `step` are in modules.
void look_around(const QrRelief& relief, const QrPatterns& patterns, Part part, double reach,
                 double step, Guess& guess) {
    const Guess from = guess;
    const Steps steps = steps_of(from);
    for (double y = -reach; y <= reach + 1e-6; y += step) {
        for (double x = -reach; x <= reach + 1e-6; x += step) {
            Guess moved = from;
            const QrSpot by = steps.by(x, y);
            if (part == Part::Third) {
                QrFinder& third = guessed_of(moved.corner);
                third.x += by.x;
                third.y += by.y;
            } else {
                moved.fourth = {from.fourth.x + by.x, from.fourth.y + by.y};
            }
            const auto warp = warp_of(moved.corner, moved.modules, moved.fourth);
            if (!warp) continue;
            moved.fit = relief.fit(*warp, patterns);
            if (moved.fit > guess.fit) guess = moved;
        }
    }
}

// Which of the finders of a code were seen, and about how far they are moved, tells the timing
// patterns between them: a look at each number of modules.
std::vector<Guess> rough_guesses(const QrRelief& relief, const std::vector<QrFinder>& finders) {
    std::vector<Guess> guesses;
    for (const QrCorner& corner : corners_of_two(finders)) {
        const double modules = leg_of(corner) / module_of(corner) + 7;
        const int likely = static_cast<int>(std::lround((modules - 17) / 4)) * 4 + 17;
        for (int side = likely - 4; side <= likely + 4; side += 4) {
            if (side < kLeastModules || side > kMostModules) continue;
            Guess guess{.corner = corner, .fourth = {}, .modules = side, .fit = kLeastFit};
            look_around(relief, timing_patterns(side), Part::Third, 1.6, 0.8, guess);
            if (guess.fit > kLeastFit) guesses.push_back(guess);
        }
    }
    std::ranges::sort(guesses, std::greater<>{}, &Guess::fit);
    return guesses;
}

void settle(const QrRelief& relief, Guess& guess) {
    const QrPatterns patterns = fixed_patterns(guess.modules);
    guess.fit = 0;
    look_around(relief, patterns, Part::Third, 1.0, 0.5, guess);
    look_around(relief, patterns, Part::Fourth, 2.5, 0.5, guess);
    look_around(relief, patterns, Part::Third, 0.5, 0.25, guess);
    look_around(relief, patterns, Part::Fourth, 0.5, 0.25, guess);
}

}  // namespace

std::vector<QrPlacement> guessed_places(const ImageView& grey, const std::vector<QrFinder>& finders,
                                        std::size_t most) {
    const QrRelief relief(grey);
    std::vector<Guess> guesses = rough_guesses(relief, finders);
    if (guesses.size() > 2 * most) guesses.resize(2 * most);
    for (Guess& guess : guesses) settle(relief, guess);
    std::ranges::sort(guesses, std::greater<>{}, &Guess::fit);
    std::vector<QrPlacement> places;
    for (const Guess& guess : guesses) {
        if (places.size() == most) break;
        const auto warp = warp_of(guess.corner, guess.modules, guess.fourth);
        if (warp) places.push_back({guess.modules, *warp});
    }
    return places;
}

}  // namespace motlan
