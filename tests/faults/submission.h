// A whole submission without a screen: a dossier is sealed, kept and promised as a visit does it,
// and carried to the province by the link's own sender. Works in a state folder like theirs.
#pragma once

#include <filesystem>

#include "kiosk/link/sender.h"

namespace motlan::testing {

/// What kiosk and kiosk-link have in common.
struct Kiosk {
    std::filesystem::path state;
    Enrolment enrolment;
    const Clock& machine;
    StoreLimits limits = {};
    SystemDisk disk = {};

    /// Fails with Fault::NotEnrolled.
    static Result<Kiosk> open(const std::filesystem::path& state, const Clock& machine);
    /// The queue, or a fault.
    [[nodiscard]] Result<Outbox> outbox();
    [[nodiscard]] Result<PrivateKey> device_key() const;
    [[nodiscard]] Result<ProvinceClient> line(const PrivateKey& tls_key) const;
    [[nodiscard]] Result<PrivateKey> tls_key() const;
};

/// Tells whoever started the program, in one write.
void tell(std::string_view word, const DossierId& id);

/// A form and a paper of an invented person, sealed to the recipients of the kept bundle.
[[nodiscard]] Result<SealedDossier> sealed_visit(Kiosk& kiosk);

/// Keeps one dossier. Tells "promised ID" once it is kept, "told ID" once the citizen may know.
Result<void> keep(Kiosk& kiosk);

/// Sends until nothing waits, without rests, at most that many rounds. Whether nothing waits.
Result<bool> send(Kiosk& kiosk, int rounds);

/// Whether every dossier has been delivered.
[[nodiscard]] Result<bool> is_done(const Outbox& outbox);

}  // namespace motlan::testing
