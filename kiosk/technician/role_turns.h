// The part of a desk's step that is about which device does what, and which is not tested and why.
// For the sources of this folder only.
#pragma once

#include "kiosk/technician/care_desk.h"

namespace motlan {

/// The devices that could have a role, of those that are plugged in, in their order.
[[nodiscard]] std::vector<FoundDevice> candidates(const CareDesk& desk, DeviceRole role);

void open_role(CareTurn& turn, const RoleOpened& opened);
/// Becomes a change of the settings, to be applied as any other.
void assign_device(CareTurn& turn, const DeviceAssigned& assigned);

/// The test of the device with that role; a document camera has none of its own.
[[nodiscard]] std::optional<DeviceTest> test_of(DeviceRole role);

void open_skip(CareTurn& turn, const SkipOpened& opened);
/// Counts as its newest result, in doctor and in the report.
void skip_test(CareTurn& turn, const SkipWished& wish);

}  // namespace motlan
