// The province's issuer of badges, for tests that then change one thing.
#pragma once

#include "kiosk/staff/badge.h"
#include "tests/province/badges.h"
#include "tests/support/authority.h"
#include "tests/support/hand_clock.h"

namespace motlan::testing {

/// Extended key usage of formats.md 1.
inline constexpr const char* kBadges = "1.3.6.1.4.1.55555.7.6";

struct Issuer {
    WallTime now = HandClock().wall();
    Authority authority;
    Identity badges = authority.issue("badges", kBadges);
    BadgeTrust trust{authority.certificate(), {badges.read_certificate()}, {}};

    /// A good badge of an attendant.
    [[nodiscard]] province::StaffBadge wish() const {
        return {.number = "0123",
                .name = "Nguyễn Văn An",
                .role = 'A',
                .id = "00112233445566ff",
                .issued = now - std::chrono::days(10),
                .expires = now + std::chrono::days(50)};
    }
    [[nodiscard]] std::string code(const province::StaffBadge& badge, const Identity& by) const {
        return province::badge_code(badge, {by.certificate, by.key}).value();
    }
    [[nodiscard]] std::string code(const province::StaffBadge& badge) const {
        return code(badge, badges);
    }
    [[nodiscard]] std::string good() const { return code(wish()); }
};

}  // namespace motlan::testing
