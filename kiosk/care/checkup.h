// Everything that a technician can find out about a kiosk from a desk: what is wrong, by its fault.
// Reads what lies on the disk, what the kiosk and the link say of themselves and what is plugged
// in; opens no device, so that it may run beside a visit. Sees no personal data.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/care/certificates.h"
#include "kiosk/care/condition.h"
#include "kiosk/care/places.h"
#include "kiosk/core/fault.h"

namespace motlan {

enum class Grade : std::uint8_t {
    Fine,
    Notice,  ///< works; worth knowing, or will not work for ever
    Wrong,   ///< citizens are not served as they should be
};

/// "fine", "notice", "wrong".
[[nodiscard]] std::string_view name(Grade grade);

/// What was looked at, and how it is.
struct Remark {
    Grade grade = Grade::Fine;
    std::string_view area;       ///< "enrolment", "link", …
    std::string words;           ///< one sentence without a full stop
    std::optional<Fault> fault;  ///< whose code and remedy it is; none where it is fine
};

/// What the outbox and the link know of the dossiers that wait.
struct Waiting {
    std::int64_t dossiers = 0;
    std::int64_t oldest_minutes = 0;
    std::int64_t parked = 0;  ///< those that the province will not take as they are
};

/// The whole of it: the remarks in the order in which they are best put right, and the numbers that
/// the figures are made of.
struct Checkup {
    std::vector<Remark> remarks;
    std::optional<KioskCondition> kiosk;  ///< none: it does not run
    bool is_link_up = false;
    bool is_province_reachable = false;
    Waiting waiting;
    std::int64_t bundle = 0;
    std::int64_t tls_days_left = 0;  ///< of the certificate that expires first; 0 without one
    std::vector<CertificateLife> certificates{};
    std::uintmax_t free_bytes = 0;
};

/// Looks at an enrolled or a new kiosk. Takes as long as the link needs for an answer.
[[nodiscard]] Checkup check_up(const Places& places, const std::filesystem::path& config);

/// The worst there is.
[[nodiscard]] Grade worst(const Checkup& checkup);

}  // namespace motlan
