// How long the keys of this kiosk hold.
#pragma once

#include <cstdint>
#include <filesystem>

#include "kiosk/core/clock.h"

namespace motlan {

/// ux 7, T02: a certificate is worth a look for 30 days before its end; nobody counts further.
inline constexpr std::int64_t kCountedDays = 30;

/// Whether the link's key is kept from this process, as it is from the kiosk's own unit.
[[nodiscard]] bool is_link_key_hidden(const std::filesystem::path& enrolment);

/// Whole days until the first of its certificates ends, at most kCountedDays; 0 for a kiosk that is
/// not enrolled or whose certificate has ended. A key that is hidden is left out.
[[nodiscard]] std::int64_t certificate_days(const std::filesystem::path& enrolment,
                                            const Clock& clock);

}  // namespace motlan
