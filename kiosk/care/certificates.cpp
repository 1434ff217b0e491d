#include "kiosk/care/certificates.h"

#include "kiosk/backend/enrolment.h"

namespace motlan {

std::int64_t certificate_days(const std::filesystem::path& folder, const Clock& clock) {
    const auto enrolment = read_enrolment(folder);
    if (!enrolment) return 0;
    const auto holds = [&](std::int64_t days) {
        const auto at = clock.wall() + std::chrono::days(days);
        return read_tls_key(folder, *enrolment, at) && read_device_key(folder, *enrolment, at);
    };
    std::int64_t days = kCountedDays;
    while (days > 0 && !holds(days)) --days;
    return days;
}

}  // namespace motlan
