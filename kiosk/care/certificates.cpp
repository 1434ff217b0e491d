#include "kiosk/care/certificates.h"

#include <unistd.h>

#include <cerrno>

#include "kiosk/backend/enrolment.h"

namespace motlan {

bool is_link_key_hidden(const std::filesystem::path& enrolment) {
    return ::access((enrolment / "tls.key").c_str(), R_OK) != 0 && errno == EACCES;
}

std::int64_t certificate_days(const std::filesystem::path& folder, const Clock& clock) {
    const auto enrolment = read_enrolment(folder);
    if (!enrolment) return 0;
    const bool is_hidden = is_link_key_hidden(folder);
    const auto holds = [&](std::int64_t days) {
        const auto at = clock.wall() + std::chrono::days(days);
        return (is_hidden || read_tls_key(folder, *enrolment, at)) &&
               read_device_key(folder, *enrolment, at);
    };
    std::int64_t days = kCountedDays;
    while (days > 0 && !holds(days)) --days;
    return days;
}

}  // namespace motlan
