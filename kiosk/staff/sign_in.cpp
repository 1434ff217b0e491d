#include "kiosk/staff/sign_in.h"

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/core/log.h"

namespace motlan {

Result<BadgeTrust> badge_trust(const std::filesystem::path& state) {
    const auto enrolment = read_enrolment(state / "enrolment");
    if (!enrolment) return fail(Fault::NotEnrolled);
    auto kept = read_kept_bundle(enrolment->bundles(), *enrolment);
    if (!kept) return fail(kept.error());
    return BadgeTrust{.ca = enrolment->ca,
                      .signers = std::move(kept->bundle.badge_signers),
                      .revoked = std::move(kept->bundle.revoked_badges)};
}

// What was wrong with a badge stands in the technician's log, which nobody reads at the screen.
Result<StaffMember> StaffEntrance::sign_in(std::string_view code, const Pin& pin) const {
    const auto badge = badge_trust(state_).and_then(
        [&](const BadgeTrust& trust) { return verify_badge(code, trust, clock_.wall()); });
    if (!badge) log(LogEvent::FaultSeen, {{"fault", badge.error()}});
    const auto checked = badge ? pins_.check(badge->who.number, pin) : pins_.check_stranger(pin);
    if (!checked) {
        log(LogEvent::FaultSeen, {{"fault", checked.error()}});
        return fail(checked.error());
    }
    return badge->who;
}

}  // namespace motlan
