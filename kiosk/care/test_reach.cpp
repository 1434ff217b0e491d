#include "kiosk/care/test_reach.h"

namespace motlan {
namespace {

// ADA 2010, 308.2.1; EN 301 549, 8.3.2.1 (ux 3.5). From the floor, nothing standing in the way.
constexpr double kLowest = 380;
constexpr double kHighest = 1220;

}  // namespace

TestResult test_reach(const Panel& panel, std::optional<int> bottom_mm) {
    if (!bottom_mm) return not_tested(DeviceTest::Reach, TestReason::NotMeasured);
    const auto bottom = static_cast<double>(*bottom_mm);
    const double top = bottom + panel.height / panel.px_per_mm;
    const Figure lowest{.name = "lowest_control", .value = bottom, .least = kLowest};
    if (!panel.is_portrait())
        return judged(DeviceTest::Reach,
                      {lowest, {.name = "highest_control", .value = top, .most = kHighest}});
    return judged(DeviceTest::Reach,
                  {lowest,
                   {.name = "highest_lowered", .value = (bottom + top) / 2, .most = kHighest},
                   {.name = "highest_control", .value = top}});
}

}  // namespace motlan
