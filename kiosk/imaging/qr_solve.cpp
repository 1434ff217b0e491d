#include "kiosk/imaging/qr_solve.h"

#include <algorithm>
#include <array>
#include <cmath>
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
    QrPlane softly() const {
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

    bool inside(int x, int y) const { return x >= 0 && y >= 0 && x < modules_ && y < modules_; }

    Costs costs(const QrPlane& likely) const {
        Costs costs{.alone = problem_.rest_of(likely)};
        for (std::size_t i = 0; i < likely.size(); ++i) {
            costs.alone[i] =
                open_[i] > 0 ? likely[i] * costs.alone[i] + problem_.hold()[i] : kNever;
        }
        for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
            QrPlane& paired = costs.paired[pair];
            paired.assign(likely.size(), kNever);
            for (int y = 0; y < modules_; ++y) {
                for (int x = 0; x < modules_; ++x) {
                    if (!inside(x + kPairs[pair].x, y + kPairs[pair].y)) continue;
                    const std::size_t i = at(x, y);
                    const std::size_t j = at(x + kPairs[pair].x, y + kPairs[pair].y);
                    paired[i] = costs.alone[i] + costs.alone[j] +
                                2 * likely[i] * likely[j] * problem_.shared(pair) *
                                    std::sqrt(problem_.hold()[i] * problem_.hold()[j]);
                }
            }
        }
        return costs;
    }

    // Turns over, all at once, whatever gains by it and has no better neighbour nearby.
    bool turn_over(QrPlane& likely, const Costs& costs) const {
        struct Turn {
            float cost = 0;
            int x = 0;
            int y = 0;
            QrNeighbour with;
        };
        std::vector<Turn> turns;
        for (int y = 0; y < modules_; ++y) {
            for (int x = 0; x < modules_; ++x) {
                const std::size_t i = at(x, y);
                if (costs.alone[i] < 0) turns.push_back({costs.alone[i], x, y, {}});
                for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
                    const float cost = costs.paired[pair][i];
                    if (cost < 0) turns.push_back({cost, x, y, kPairs[pair]});
                }
            }
        }
        std::ranges::sort(turns, {}, &Turn::cost);
        std::vector<bool> taken(likely.size());
        for (const Turn& turn : turns) {
            if (taken[at(turn.x, turn.y)] ||
                taken[at(turn.x + turn.with.x, turn.y + turn.with.y)]) {
                continue;
            }
            likely[at(turn.x, turn.y)] *= -1;
            if (turn.with.x != 0 || turn.with.y != 0) {
                likely[at(turn.x + turn.with.x, turn.y + turn.with.y)] *= -1;
            }
            take_around(turn.x, turn.y, taken);
        }
        return !turns.empty();
    }

    void take_around(int x, int y, std::vector<bool>& taken) const {
        constexpr int kApart = 4;
        for (int dy = -kApart; dy <= kApart; ++dy) {
            for (int dx = -kApart; dx <= kApart; ++dx) {
                if (inside(x + dx, y + dy)) taken[at(x + dx, y + dy)] = true;
            }
        }
    }

    QrPlane odds(const QrPlane& likely) const {
        const Costs all = costs(likely);
        QrPlane least = all.alone;
        for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
            for (int y = 0; y < modules_; ++y) {
                for (int x = 0; x < modules_; ++x) {
                    if (!inside(x + kPairs[pair].x, y + kPairs[pair].y)) continue;
                    const float cost = all.paired[pair][at(x, y)];
                    float& second = least[at(x + kPairs[pair].x, y + kPairs[pair].y)];
                    least[at(x, y)] = std::min(least[at(x, y)], cost);
                    second = std::min(second, cost);
                }
            }
        }
        for (std::size_t i = 0; i < least.size(); ++i) {
            const bool is_unseen = problem_.hold()[i] < 0.05F;
            least[i] = is_unseen ? 0 : std::clamp(least[i], 0.01F, 50.0F) * likely[i];
        }
        return least;
    }

    std::size_t at(int x, int y) const { return static_cast<std::size_t>(y * modules_ + x); }

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
