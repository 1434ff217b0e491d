// What a kiosk stands on when it deals with the province: its enrolment, the verified bundle and
// the folders they come from.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"
#include "kiosk/outbox/outbox.h"

namespace motlan {

/// Where the province is reached and what is kept for it.
struct ProvincePlaces {
    std::filesystem::path state;  ///< holds enrolment/, outbox/ and the link's bundles/
    std::filesystem::path link;   ///< the link's socket
    std::string session = {};     ///< a random id of this visit in the audit log

    [[nodiscard]] std::filesystem::path enrolment() const { return state / "enrolment"; }
    [[nodiscard]] std::filesystem::path outbox() const { return state / "outbox"; }
};

struct Standing {
    Enrolment enrolment;
    Bundle bundle;

    [[nodiscard]] Trust receipts() const { return bundle.receipt_trust(enrolment); }
    [[nodiscard]] Trust answers() const { return bundle.source_trust(enrolment); }
};

/// Reads the enrolment and the last bundle that the link fetched, and verifies it anew. Works
/// without the link. Fails with Fault::NotEnrolled, BackendUnreachable (no bundle yet),
/// BundleForged or BundleExpired.
[[nodiscard]] Result<Standing> standing(const ProvincePlaces& places, WallTime now);

/// The outbox, whose audit log this visit writes under its own session. Disk and clock must outlive
/// it. Fails with the faults of Outbox::open.
[[nodiscard]] Result<Outbox> open_outbox(const ProvincePlaces& places, const Certificate& ca,
                                         Disk& disk, const Clock& clock);

/// Whether a visit may start: a standing, room for the worst dossier, and no technician has closed
/// the kiosk or planned that it rests now. Fails with the faults of standing() and Fault::DiskFull,
/// StorageFailed; with Fault::BrokenAssumption, whose words say that the kiosk rests, where it
/// does.
[[nodiscard]] Result<void> check_service(const ProvincePlaces& places, const Clock& clock);

}  // namespace motlan
