#include "kiosk/app/sealing.h"

#include "kiosk/core/log.h"
#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

std::vector<TakenPaper> taken_papers(const Dossier& dossier) {
    std::vector<TakenPaper> taken;
    for (const auto& [item, exception] : dossier.exceptions)
        taken.push_back({.item = item.value(),
                         .reason = std::string(name(exception.reason)),
                         .basis = exception.basis,
                         .staff = exception.staff,
                         .at = exception.at,
                         .source = exception.outage.source.value(),
                         .query = exception.outage.query,
                         .verdict = std::string(name(exception.outage.verdict)),
                         .asked = exception.outage.at});
    return taken;
}

Result<ManifestWords> manifest_words(const std::string& about, const Standing& stand,
                                     const SealingDesk& desk) {
    const auto id = new_dossier_id();
    if (!id) return fail(id.error());
    ManifestWords words{.dossier = *id,
                        .procedure = about,
                        .software = desk.software,
                        .boot = boot_id(),
                        .bundle = stand.bundle.version,
                        .sealed = desk.clock.wall(),
                        .is_time_uncertain = desk.clock.is_uncertain()};
    if (desk.dossier == nullptr) return words;
    words.helped = desk.dossier->helped;
    words.taken = taken_papers(*desk.dossier);
    words.witnessed = desk.dossier->witnessed;
    return words;
}

// From the commit point on the dossier is filed, whatever fails then: one that is still held goes
// out as unconfirmed, and its receipt will name that label. Answers with the label that goes.
DossierMark let_go(Outbox& outbox, const SealedDossier& sealed) {
    DossierMark mark = sealed.mark;
    const auto released = outbox.release(mark.dossier);
    if (released) return mark;
    log(LogEvent::FaultSeen, {{"fault", released.error()}});
    const auto row = outbox.find(mark.dossier);
    const bool is_held = !row || !*row || (*row)->state == DossierState::Held;
    if (is_held) mark.label = sha256(sealed.unconfirmed_label);
    return mark;
}

Result<SealedAway> store(const SealedDossier& sealed, const Standing& stand,
                         const PrivateKey& device, const SealingDesk& desk) {
    SystemDisk disk;
    auto outbox = open_outbox(desk.places, stand.enrolment.ca, disk, desk.clock);
    if (!outbox) return fail(outbox.error());
    if (const auto added = outbox->add(sealed); !added) return fail(added.error());
    SealedAway away{.mark = let_go(*outbox, sealed)};
    const auto noted = outbox->checkpoint(device);
    if (!noted) log(LogEvent::FaultSeen, {{"fault", noted.error()}});
    for (const SealedBytes& part : sealed.parts)
        away.bytes += static_cast<std::int64_t>(part.size());
    return away;
}

}  // namespace

Result<SealedAway> seal_away(std::span<const PlainPart> parts, const std::string& about,
                             const SealingDesk& desk) {
    const WallTime now = desk.clock.wall();
    const auto stand = standing(desk.places, now);
    if (!stand) return fail(stand.error());
    const auto device = read_device_key(desk.places.enrolment(), stand->enrolment, now);
    if (!device) return fail(Fault::NotEnrolled);
    const auto words = manifest_words(about, *stand, desk);
    if (!words) return fail(words.error());
    const auto sealed = seal(parts, *words,
                             {.kiosk = stand->enrolment.province.kiosk,
                              .device = *device,
                              .ca = stand->enrolment.ca,
                              .recipients = stand->bundle.recipients});
    if (!sealed) return fail(sealed.error());
    return store(*sealed, *stand, *device, desk);
}

}  // namespace motlan
