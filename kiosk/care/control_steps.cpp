#include "kiosk/care/control_steps.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace motlan {
namespace {

/// Beyond that, equal differences would all but skip the lower end.
constexpr int kManyTimes = 30;

/// The nearest value that the camera can have.
int aligned(const ControlRange& range, double value) {
    const double steps = std::round((value - range.least) / range.step);
    const auto nearest = range.least + std::int64_t{range.step} * std::llround(steps);
    return static_cast<int>(std::clamp<std::int64_t>(nearest, range.least, range.most));
}

}  // namespace

std::vector<int> control_steps(const ControlRange& range) {
    const bool is_by_ratio = range.least > 0 && range.most / range.least >= kManyTimes;
    const double least = range.least;
    const double most = range.most;
    constexpr double kLast = kMostControlSteps - 1;
    std::vector<int> values;
    for (std::size_t n = 0; n < kMostControlSteps; ++n) {
        const double share = static_cast<double>(n) / kLast;
        values.push_back(aligned(range, is_by_ratio ? least * std::pow(most / least, share)
                                                    : least + (most - least) * share));
    }
    values.erase(std::ranges::unique(values).begin(), values.end());
    return values;
}

int step_now(const ControlRange& range) {
    if (!range.value) return 0;
    const auto values = control_steps(range);
    const auto nearest = std::ranges::min_element(
        values, {}, [&](int value) { return std::abs(std::int64_t{value} - *range.value); });
    return static_cast<int>(nearest - values.begin()) + 1;
}

std::optional<int> value_at(const ControlRange& range, int step) {
    const auto values = control_steps(range);
    if (step <= 0) return std::nullopt;
    return values.at(std::min(static_cast<std::size_t>(step), values.size()) - 1);
}

}  // namespace motlan
