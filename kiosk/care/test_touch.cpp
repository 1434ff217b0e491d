#include "kiosk/care/test_touch.h"

#include <algorithm>
#include <cmath>

namespace motlan {
namespace {

// ux 7, T07.
constexpr double kMostMean = 3;
constexpr double kMostMiss = 6;
constexpr double kPoints = 25;

}  // namespace

TestResult judge_touches(const std::vector<TouchTry>& tries) {
    double sum = 0;
    double largest = 0;
    for (const TouchTry& one : tries) {
        const double miss = std::hypot(one.touched_x - one.wanted_x, one.touched_y - one.wanted_y);
        sum += miss;
        largest = std::max(largest, miss);
    }
    const auto count = static_cast<double>(tries.size());
    return judged(DeviceTest::Touch,
                  {{.name = "points", .value = count, .least = kPoints},
                   {.name = "mean_miss", .value = count > 0 ? sum / count : 0, .most = kMostMean},
                   {.name = "largest_miss", .value = largest, .most = kMostMiss}});
}

TestResult judge_keys(const std::set<std::string>& pressed) {
    return judged(DeviceTest::Keypad,
                  {{.name = "keys", .value = static_cast<double>(pressed.size()), .least = kKeys}});
}

TestResult presence_of(DeviceTest test, bool is_plugged) {
    return not_tested(test, is_plugged ? TestReason::NeedsScreen : TestReason::NotPlugged);
}

}  // namespace motlan
