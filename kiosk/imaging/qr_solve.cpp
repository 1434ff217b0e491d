#include "kiosk/imaging/qr_solve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "kiosk/imaging/qr_problem.h"

namespace motlan {
namespace {

constexpr auto kPairs = QrProblem::kPairs;

class Solver {
public:
    explicit Solver(const QrProblem& problem)
        : problem_(problem),
          modules_(problem.modules()),
          open_(problem.open()),
          fixed_(problem.fixed()) {}

    QrBelief solve() {
        QrPlane likely = softly();
        for (std::size_t i = 0; i < likely.size(); ++i) {
            likely[i] = open_[i] > 0 ? (likely[i] > 0 ? 1.0F : -1.0F) : fixed_[i];
        }
        constexpr int kRounds = 12;
        for (int round = 0; round < kRounds; ++round) {
            if (!turn_over(likely, costs(likely))) break;
        }
        return {likely, odds(likely)};
    }

private:
    // What turning each module over costs, alone and with a neighbour, in halves of log odds.
    struct Costs {
        QrPlane alone;
        std::array<QrPlane, kPairs.size()> paired;
    };

    // The best numbers from -1 to 1 for the open modules, which lie near the best -1 or 1: real
    // numbers by conjugate gradients and their limits in turn (alternating direction method of
    // multipliers, Boyd et al. 2011, section 5), the limits pulling harder each time.
    [[nodiscard]] QrPlane softly() const {
        constexpr int kTurns = 5;
        QrPlane answer = fixed_;
        QrPlane limited(answer.size());
        QrPlane debt(answer.size());
        float hold = 1;
        for (int turn = 0; turn < kTurns; ++turn, hold *= kHarder) {
            QrPlane wanted(answer.size());
            for (std::size_t i = 0; i < wanted.size(); ++i) wanted[i] = limited[i] - debt[i];
            approach(answer, wanted, hold, turn == 0 ? 10 : 4);
            for (std::size_t i = 0; i < answer.size(); ++i) {
                limited[i] = std::clamp(answer[i] + debt[i], -1.0F, 1.0F);
                debt[i] += answer[i] - limited[i];
            }
        }
        return answer;
    }
    static constexpr float kHarder = 2.2F;

    // Some steps of conjugate gradients towards what was measured and, with the weight `hold`,
    // towards what is wanted.
    void approach(QrPlane& answer, const QrPlane& wanted, float hold, int steps) const {
        QrPlane rest = problem_.rest_of(answer);
        for (std::size_t i = 0; i < rest.size(); ++i) {
            rest[i] = (rest[i] + hold * (wanted[i] - answer[i])) * open_[i];
        }
        QrPlane direction = rest;
        float length = std::inner_product(rest.begin(), rest.end(), rest.begin(), 0.0F);
        const float enough = length * 1e-4F;
        for (int step = 0; step < steps && length > enough && length > 0; ++step) {
            QrPlane pulled = problem_.pull_of(direction);
            for (std::size_t i = 0; i < pulled.size(); ++i) {
                pulled[i] = (pulled[i] + hold * direction[i]) * open_[i];
            }
            const float along =
                std::inner_product(direction.begin(), direction.end(), pulled.begin(), 0.0F);
            const float stride = length / along;
            for (std::size_t i = 0; i < rest.size(); ++i) {
                answer[i] += stride * direction[i];
                rest[i] -= stride * pulled[i];
            }
            const float next = std::inner_product(rest.begin(), rest.end(), rest.begin(), 0.0F);
            for (std::size_t i = 0; i < rest.size(); ++i) {
                direction[i] = rest[i] + next / length * direction[i];
            }
            length = next;
        }
    }

    // The other module of a pair; kNone beyond the code's border.
    [[nodiscard]] std::size_t partner(std::size_t module, std::size_t pair) const {
        const auto n = static_cast<std::size_t>(modules_);
        const int x = static_cast<int>(module % n) + kPairs[pair].x;
        const int y = static_cast<int>(module / n) + kPairs[pair].y;
        if (x < 0 || y < 0 || x >= modules_ || y >= modules_) return kNone;
        return static_cast<std::size_t>(y) * n + static_cast<std::size_t>(x);
    }

    [[nodiscard]] Costs costs(const QrPlane& likely) const {
        const QrPlane& hold = problem_.hold();
        Costs costs{.alone = problem_.rest_of(likely)};
        for (std::size_t i = 0; i < likely.size(); ++i) {
            costs.alone[i] = open_[i] > 0 ? likely[i] * costs.alone[i] + hold[i] : kNever;
        }
        for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
            QrPlane& paired = costs.paired[pair];
            paired.assign(likely.size(), kNever);
            for (std::size_t i = 0; i < likely.size(); ++i) {
                const std::size_t j = partner(i, pair);
                if (j == kNone) continue;
                paired[i] = costs.alone[i] + costs.alone[j] +
                            2 * likely[i] * likely[j] * problem_.shared(pair) *
                                std::sqrt(hold[i] * hold[j]);
            }
        }
        return costs;
    }

    struct Turn {
        float cost = 0;
        std::size_t module = 0;
        std::size_t other = 0;  // the same when it is turned alone
    };

    // What gains by being turned over, most first.
    [[nodiscard]] std::vector<Turn> turns_of(const Costs& costs) const {
        std::vector<Turn> turns;
        for (std::size_t i = 0; i < costs.alone.size(); ++i) {
            if (costs.alone[i] < 0) turns.push_back({costs.alone[i], i, i});
            for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
                const float cost = costs.paired[pair][i];
                if (cost < 0) turns.push_back({cost, i, partner(i, pair)});
            }
        }
        std::ranges::sort(turns, {}, &Turn::cost);
        return turns;
    }

    // Turns over, all at once, whatever gains by it and has no better neighbour nearby.
    bool turn_over(QrPlane& likely, const Costs& costs) const {
        const std::vector<Turn> turns = turns_of(costs);
        std::vector<bool> taken(likely.size());
        for (const Turn& turn : turns) {
            if (taken[turn.module] || taken[turn.other]) continue;
            likely[turn.module] *= -1;
            if (turn.other != turn.module) likely[turn.other] *= -1;
            take_around(turn.module, taken);
        }
        return !turns.empty();
    }

    void take_around(std::size_t module, std::vector<bool>& taken) const {
        constexpr int kApart = 4;
        const auto n = static_cast<std::size_t>(modules_);
        const int x = static_cast<int>(module % n);
        const int y = static_cast<int>(module / n);
        for (int row = std::max(0, y - kApart); row <= std::min(modules_ - 1, y + kApart); ++row) {
            const int left = std::max(0, x - kApart);
            const int right = std::min(modules_ - 1, x + kApart);
            std::fill_n(taken.begin() + std::ptrdiff_t{row} * modules_ + left, right - left + 1,
                        true);
        }
    }

    [[nodiscard]] QrPlane odds(const QrPlane& likely) const {
        const Costs all = costs(likely);
        QrPlane least = all.alone;
        for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
            for (std::size_t i = 0; i < least.size(); ++i) {
                const std::size_t j = partner(i, pair);
                if (j == kNone) continue;
                least[i] = std::min(least[i], all.paired[pair][i]);
                least[j] = std::min(least[j], all.paired[pair][i]);
            }
        }
        for (std::size_t i = 0; i < least.size(); ++i) {
            const bool is_unseen = problem_.hold()[i] < 0.05F;
            least[i] = is_unseen ? 0 : std::clamp(least[i], 0.01F, 50.0F) * likely[i];
        }
        return least;
    }

    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
    static constexpr float kNever = 1e6F;
    const QrProblem& problem_;
    int modules_;
    const QrPlane& open_;
    const QrPlane& fixed_;
};

}  // namespace

QrBelief solve_modules(std::span<const QrView> views, int modules,
                       std::span<const QrModule> known) {
    const QrProblem problem(views, modules, known);
    return Solver(problem).solve();
}

}  // namespace motlan
