// A memory stick that carries sealed dossiers to the province by hand when the road is out, and
// brings receipts back (formats.md 8). Whoever carries it can read nothing on it.
#pragma once

#include <filesystem>

#include "kiosk/outbox/disk.h"
#include "kiosk/outbox/record.h"
#include "kiosk/outbox/shelf.h"

namespace motlan {

class Medium {
public:
    /// A folder on the stick, which must be there. `disk` must outlive it.
    Medium(std::filesystem::path folder, Disk& disk) : folder_(std::move(folder)), disk_(&disk) {}

    /// Writes the dossier into "motlan-<id>/", which appears whole or not at all; false when it was
    /// there already. Nothing is overwritten. Fails with Fault::MediumUnavailable when the stick
    /// does not take it or holds something else under that name, Fault::RecordDamaged when the
    /// kept bytes are not as their label says.
    [[nodiscard]] Result<bool> write(const DossierRecord& record, const Shelf& kept,
                                     const Certificate& ca) const;

    /// The receipt that the province left beside the dossier; empty when there is none.
    /// Fails with Fault::MediumUnavailable.
    [[nodiscard]] Result<Bytes> receipt(const DossierId& id) const;

private:
    [[nodiscard]] std::filesystem::path place_of(const DossierId& id) const;

    std::filesystem::path folder_;
    Disk* disk_;
};

}  // namespace motlan
