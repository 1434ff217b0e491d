#include "kiosk/app/standing.h"

#include "kiosk/core/file.h"

namespace motlan {

Result<Standing> standing(const ProvincePlaces& places, WallTime now) {
    auto enrolment = read_enrolment(places.enrolment());
    if (!enrolment) return fail(Fault::NotEnrolled);
    const auto signed_bundle = read_file(places.bundle(), kDocumentLimit);
    if (!signed_bundle) return fail(Fault::BackendUnreachable);
    auto bundle = open_bundle(*signed_bundle, *enrolment, now);
    if (!bundle) return fail(bundle.error());
    if (const auto usable = check_usable(*bundle, *enrolment, now); !usable) {
        return fail(usable.error());
    }
    return Standing{*std::move(enrolment), *std::move(bundle)};
}

Result<void> check_service(const ProvincePlaces& places, const Clock& clock) {
    const auto stand = standing(places, clock.wall());
    if (!stand) return fail(stand.error());
    SystemDisk disk;
    auto outbox = Outbox::open({places.outbox(), stand->enrolment.ca}, disk, clock);
    return outbox ? outbox->has_room() : fail(outbox.error());
}

}  // namespace motlan
