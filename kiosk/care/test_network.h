// T09: how far the road to the province leads, hop by hop.
#pragma once

#include <functional>
#include <optional>

#include "kiosk/care/province_rounds.h"
#include "kiosk/core/device_test.h"
#include "kiosk/link/client.h"

namespace motlan {

struct NetworkTrial {
    bool has_address = false;           ///< of any network but the machine's own
    Result<LinkStatus> link;            ///< what kiosk-link says
    std::int64_t certificate_days = 0;  ///< until the first certificate ends; see Checkup
    /// Only asked where the province is reached; without it neither latency nor clock is told.
    std::function<Result<std::optional<ProvinceRounds>>()> time_province{};
};

/// Names the first hop that fails: the cable, kiosk-link, the province, its signed answers. The
/// clock may be two seconds away from the province's (ux 7, T02).
[[nodiscard]] TestResult test_network(const NetworkTrial& trial);

/// Whether this machine has an address on any network but its own, as far as this process may know.
[[nodiscard]] bool has_network_address();

}  // namespace motlan
