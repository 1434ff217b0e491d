#include "kiosk/programs/kept_outbox.h"

#include <format>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/care/places.h"

namespace motlan {
namespace {

std::unexpected<Problem> refuse(const std::filesystem::path& file, std::string reason) {
    return std::unexpected(Problem{file.string(), 0, "", std::move(reason)});
}

}  // namespace

Checked<KeptOutbox> open_kept_outbox(Disk& disk, const Clock& clock) {
    const auto state = places().state;
    const auto file = state / "outbox" / "outbox.db";
    if (!std::filesystem::exists(file)) return refuse(file, "there is no outbox here");
    auto enrolment = read_enrolment(state / "enrolment");
    if (!enrolment) return std::unexpected(enrolment.error());
    auto outbox = Outbox::open({.folder = state / "outbox",
                                .ca = enrolment->ca,
                                .author = {.actor = AuditActor::Technician}},
                               disk, clock);
    if (!outbox) {
        return refuse(file, std::format("this outbox cannot be read ({})", code(outbox.error())));
    }
    return KeptOutbox{*std::move(enrolment), *std::move(outbox)};
}

Checked<Bundle> KeptOutbox::bundle() const {
    auto kept = read_kept_bundle(enrolment.bundles(), enrolment);
    if (!kept) return refuse(enrolment.bundles(), "there is no bundle of the province that holds");
    return std::move(kept->bundle);
}

}  // namespace motlan
