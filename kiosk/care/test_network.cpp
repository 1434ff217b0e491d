#include "kiosk/care/test_network.h"

#include <ifaddrs.h>
#include <net/if.h>
#include <sys/socket.h>

#include <utility>
#include <vector>

#include "kiosk/care/certificates.h"

namespace motlan {
namespace {

// ux 7, T02.
constexpr double kMostClockSeconds = 2;

}  // namespace

TestResult test_network(const NetworkTrial& trial) {
    if (!trial.link) return failed_by(DeviceTest::Network, trial.link.error());
    const LinkStatus& link = *trial.link;
    if (!link.is_reachable && !trial.has_address)
        return {.test = DeviceTest::Network,
                .verdict = Verdict::Failed,
                .reason = TestReason::NoAddress,
                .fault = Fault::BackendUnreachable};
    if (!link.is_reachable || link.last_fault)
        return failed_by(DeviceTest::Network, link.last_fault.value_or(Fault::BackendUnreachable));
    std::vector<Figure> figures{{.name = "queue", .value = static_cast<double>(link.queue)},
                                {.name = "certificate_days",
                                 .value = static_cast<double>(trial.certificate_days),
                                 .least = static_cast<double>(kUrgentDays)}};
    if (trial.time_province) {
        const auto rounds = trial.time_province();
        if (!rounds) return failed_by(DeviceTest::Network, rounds.error());
        if (*rounds) {
            figures.push_back({.name = "latency_ms", .value = (*rounds)->latency_ms});
            figures.push_back({.name = "clock_seconds",
                               .value = (*rounds)->clock_seconds,
                               .most = kMostClockSeconds});
        }
    }
    return judged(DeviceTest::Network, std::move(figures));
}

bool has_network_address() {
    ifaddrs* all = nullptr;
    // A process that is kept from every network, as the kiosk's own is, cannot tell.
    if (::getifaddrs(&all) != 0) return true;
    bool has = false;
    for (const ifaddrs* each = all; each != nullptr; each = each->ifa_next) {
        if (each->ifa_addr == nullptr || (each->ifa_flags & IFF_LOOPBACK) != 0U) continue;
        const int family = each->ifa_addr->sa_family;
        has =
            has || ((family == AF_INET || family == AF_INET6) && (each->ifa_flags & IFF_UP) != 0U);
    }
    ::freeifaddrs(all);
    return has;
}

}  // namespace motlan
