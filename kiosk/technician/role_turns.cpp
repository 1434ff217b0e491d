#include "kiosk/technician/role_turns.h"

#include <algorithm>

#include "kiosk/care/assignment.h"
#include "kiosk/technician/config_turns.h"
#include "kiosk/technician/test_turns.h"

namespace motlan {

std::vector<FoundDevice> candidates(const CareDesk& desk, DeviceRole role) {
    std::vector<FoundDevice> fitting;
    if (role == DeviceRole::Scanner) return desk.scanners.value_or(fitting);
    if (!desk.devices) return fitting;
    std::ranges::copy_if(
        desk.devices->found, std::back_inserter(fitting),
        [role](const FoundDevice& device) { return !settings_for(role, device).empty(); });
    return fitting;
}

void open_role(CareTurn& turn, const RoleOpened& opened) {
    if (turn.desk.is_busy()) return;
    turn.desk.role = opened.role;
    turn.desk.page = CarePage::Assign;
    if (opened.role != DeviceRole::Scanner) return;
    turn.desk.scanners.reset();
    turn.jobs.emplace_back(ListScanners{});
}

void assign_device(CareTurn& turn, const DeviceAssigned& assigned) {
    const CareDesk& desk = turn.desk;
    if (desk.page != CarePage::Assign) return;
    if (!assigned.device) return put_into_draft(turn, settings_for_none(desk.role));
    const auto fitting = candidates(desk, desk.role);
    if (*assigned.device < fitting.size())
        put_into_draft(turn, settings_for(desk.role, fitting[*assigned.device]));
}

std::optional<DeviceTest> test_of(DeviceRole role) {
    switch (role) {
        case DeviceRole::CardCamera: return DeviceTest::Camera;
        case DeviceRole::HandReader: return DeviceTest::Reader;
        case DeviceRole::ChipReader: return DeviceTest::Card;
        case DeviceRole::Scanner: return DeviceTest::Scanner;
        case DeviceRole::Printer: return DeviceTest::Printer;
        case DeviceRole::DocumentCamera: break;
    }
    return std::nullopt;
}

void open_skip(CareTurn& turn, const SkipOpened& opened) {
    if (turn.desk.is_busy()) return;
    turn.desk.skipped = opened.test;
    turn.desk.page = CarePage::Skip;
}

void skip_test(CareTurn& turn, const SkipWished& wish) {
    CareDesk& desk = turn.desk;
    if (desk.page != CarePage::Skip) return;
    TestResult result = skipped(desk.skipped, wish.reason);
    result.at = desk.wall;
    keep_result(turn, result);
    desk.work = {.shown = desk.skipped};
    desk.page = CarePage::Tests;
}

}  // namespace motlan
