#include "kiosk/app/standing.h"

#include "kiosk/app/closing.h"

namespace motlan {

Result<Standing> standing(const ProvincePlaces& places, WallTime now) {
    auto enrolment = read_enrolment(places.enrolment());
    if (!enrolment) return fail(Fault::NotEnrolled);
    auto kept = read_kept_bundle(enrolment->bundles(), *enrolment);
    if (!kept) return fail(kept.error());
    if (const auto usable = check_usable(kept->bundle, *enrolment, now); !usable) {
        return fail(usable.error());
    }
    return Standing{*std::move(enrolment), std::move(kept->bundle)};
}

Result<Outbox> open_outbox(const ProvincePlaces& places, const Certificate& ca, Disk& disk,
                           const Clock& clock) {
    return Outbox::open({.folder = places.outbox(),
                         .ca = ca,
                         .author = {.actor = AuditActor::Kiosk, .session = places.session}},
                        disk, clock);
}

Result<void> check_service(const ProvincePlaces& places, const Clock& clock) {
    const auto stand = standing(places, clock.wall());
    if (!stand) return fail(stand.error());
    SystemDisk disk;
    auto outbox = open_outbox(places, stand->enrolment.ca, disk, clock);
    if (!outbox) return fail(outbox.error());
    if (is_at_rest(places.state, clock.wall())) return fail(Fault::BrokenAssumption);
    return outbox->has_room();
}

}  // namespace motlan
