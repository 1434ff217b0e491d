#include "kiosk/outbox/medium.h"

#include "kiosk/core/file.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

std::filesystem::path Medium::place_of(const DossierId& id) const {
    return folder_ / ("motlan-" + id.value());
}

Result<bool> Medium::write(const DossierRecord& record, const Shelf& kept,
                           const Certificate& ca) const {
    const auto whole = place_of(record.mark.dossier);
    std::error_code trouble;
    if (std::filesystem::exists(whole, trouble)) {
        const bool is_same = Shelf(whole).inspect(record.mark, record.confirmation, ca).empty();
        return is_same ? Result<bool>(false) : fail(Fault::MediumUnavailable);
    }
    auto half = whole;
    half += ".half";
    // What an earlier export left half copied.
    auto step = remove_folder(*disk_, half);
    if (step) step = kept.copy(record.mark, record.confirmation, *disk_, half);
    if (step) step = disk_->rename(half, whole);
    if (step) step = disk_->sync_folder(folder_);
    if (step) return true;
    static_cast<void>(remove_folder(*disk_, half));
    return fail(step.error() == Fault::RecordDamaged ? Fault::RecordDamaged
                                                     : Fault::MediumUnavailable);
}

Result<Bytes> Medium::receipt(const DossierId& id) const {
    const auto file = place_of(id) / "receipt.cms";
    std::error_code trouble;
    if (!std::filesystem::exists(file, trouble)) return Bytes();
    auto bytes = read_file(file, kDocumentLimit);
    if (!bytes) return fail(Fault::MediumUnavailable);
    return bytes;
}

}  // namespace motlan
