#include "kiosk/care/certificates.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <format>
#include <functional>

#include "kiosk/backend/enrolment.h"
#include "kiosk/core/file.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = std::size_t{64} << 10U;

bool is_hidden(const fs::path& file) {
    return ::access(file.c_str(), R_OK) != 0 && errno == EACCES;
}

/// What holds today holds until it ends, once and for all: the last day is found by halving.
std::int64_t last_day(WallTime now, const std::function<bool(WallTime)>& holds) {
    if (!holds(now)) return 0;
    std::int64_t held = 0;
    std::int64_t over = kMostDays + 1;
    while (over - held > 1) {
        const std::int64_t middle = held + (over - held) / 2;
        const bool is_held = holds(now + std::chrono::days(middle));
        (is_held ? held : over) = middle;
    }
    return held;
}

/// Of a certificate that cannot be read none.
std::int64_t days_of(const fs::path& file, const Enrolment& enrolment, Role role, WallTime now) {
    const auto text = read_text(file, kFileLimit);
    const auto certificate = text ? Certificate::from_pem(*text) : fail(text.error());
    if (!certificate) return 0;
    return last_day(now, [&](WallTime at) {
        return check_certificate(*certificate, enrolment.ca, role, at).has_value();
    });
}

std::vector<CertificateLife> lives_in(const fs::path& folder, const Enrolment& enrolment,
                                      WallTime now) {
    std::vector<CertificateLife> lives{
        {"device", days_of(folder / "device.pem", enrolment, Role::Device, now)}};
    if (!is_hidden(folder / "tls.pem"))
        lives.push_back({"tls", days_of(folder / "tls.pem", enrolment, Role::TlsClient, now)});
    lives.push_back({"ca", last_day(now, [&](WallTime at) {
                         return is_signed_by(enrolment.ca, enrolment.ca, at);
                     })});
    return lives;
}

}  // namespace

bool is_link_key_hidden(const fs::path& enrolment) { return is_hidden(enrolment / "tls.key"); }

std::vector<CertificateLife> certificate_lives(const fs::path& folder, const Clock& clock) {
    const auto enrolment = read_enrolment(folder);
    return enrolment ? lives_in(folder, *enrolment, clock.wall()) : std::vector<CertificateLife>();
}

std::string to_text(const std::vector<CertificateLife>& lives) {
    std::string words;
    for (const auto& [name, days] : lives)
        words += std::format("{}{} {}", words.empty() ? "" : ", ", name, days);
    return words;
}

std::int64_t first_end(const std::vector<CertificateLife>& lives) {
    std::int64_t days = kCountedDays;
    for (const CertificateLife& life : lives) days = std::min(days, life.days);
    return days;
}

std::int64_t certificate_days(const fs::path& folder, const Clock& clock) {
    const auto enrolment = read_enrolment(folder);
    if (!enrolment) return 0;
    const WallTime now = clock.wall();
    const bool is_whole = read_device_key(folder, *enrolment, now) &&
                          (is_link_key_hidden(folder) || read_tls_key(folder, *enrolment, now));
    if (!is_whole) return 0;
    return first_end(lives_in(folder, *enrolment, now));
}

}  // namespace motlan
