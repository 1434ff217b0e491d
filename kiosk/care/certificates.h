// How long the keys of this kiosk hold.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/clock.h"

namespace motlan {

/// ux 7, T02: a certificate is worth a look for 30 days before its end.
inline constexpr std::int64_t kCountedDays = 30;
/// ux 7, T02: fewer are urgent.
inline constexpr std::int64_t kUrgentDays = 7;
/// Nobody counts further.
inline constexpr std::int64_t kMostDays = 3'650;

/// A certificate of the enrolment, and for how many whole days it holds.
struct CertificateLife {
    std::string_view name;  ///< "device", "tls", "ca"
    std::int64_t days = 0;  ///< at most kMostDays; 0: it does not hold, or ends within a day
    bool operator==(const CertificateLife&) const = default;
};

/// Whether the link's key is kept from this process, as it is from the kiosk's own unit.
[[nodiscard]] bool is_link_key_hidden(const std::filesystem::path& enrolment);

/// The certificates of both keys and of the province's authority; one that is kept from this
/// process is left out. Empty for a kiosk that is not enrolled.
[[nodiscard]] std::vector<CertificateLife> certificate_lives(const std::filesystem::path& enrolment,
                                                             const Clock& clock);

/// "device 712, tls 712, ca 3010".
[[nodiscard]] std::string to_text(const std::vector<CertificateLife>& lives);

/// Whole days until the first of them ends, at most kCountedDays.
[[nodiscard]] std::int64_t first_end(const std::vector<CertificateLife>& lives);

/// Whole days until the first of its certificates ends, at most kCountedDays; 0 for a kiosk that is
/// not enrolled, whose certificate has ended or is of another key. A key that is hidden is left
/// out.
[[nodiscard]] std::int64_t certificate_days(const std::filesystem::path& enrolment,
                                            const Clock& clock);

}  // namespace motlan
