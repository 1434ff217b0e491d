// The files of one sealed dossier: "label.cms", "label-unconfirmed.cms", "part-000.cms", …, whether
// they stand in the store or in a folder. Knows files, not states. Reads in pieces, so that a large
// dossier needs little memory.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/outbox/disk.h"
#include "kiosk/outbox/seal.h"
#include "kiosk/outbox/sealed_table.h"

namespace motlan {

/// What is wrong with a kept dossier.
enum class ShelfDamage : std::uint8_t {
    LabelMissing,
    LabelForged,
    LabelOfOtherDossier,
    PartMissing,
    PartChanged,
    Quarantined,
    NotEntered,
    EntryDamaged,
};

/// One thing that was found wrong.
struct Finding {
    std::string folder;  ///< the dossier's id; "row N" of the store where even that is unreadable
    ShelfDamage damage = ShelfDamage::LabelMissing;
    std::optional<std::size_t> part;
    bool operator==(const Finding&) const = default;
};

/// The damage in words for a technician.
[[nodiscard]] std::string_view to_text(ShelfDamage damage);

/// What is kept of a dossier: both labels and every part.
[[nodiscard]] std::vector<SealedFile> files_of(const SealedDossier& sealed);

class Shelf {
public:
    /// What `store` has under the folder's name is read there, the rest in the folder.
    explicit Shelf(std::filesystem::path folder, std::optional<SealedTable> store = {})
        : folder_(std::move(folder)), store_(store) {}

    /// Writes every file into the folder and syncs it and the folder. Fails with Fault::DiskFull,
    /// StorageFailed.
    Result<void> write(Disk& disk, const SealedDossier& sealed) const;

    /// Writes what is sent, the one label and every part, into a folder elsewhere; no byte that is
    /// not as `mark` says. Fails with Fault::RecordDamaged and those of the disk.
    Result<void> copy(const DossierMark& mark, Confirmation confirmation, Disk& disk,
                      const std::filesystem::path& into) const;

    /// The label as it is sent. Fails with Fault::StorageFailed.
    [[nodiscard]] Result<Bytes> label(Confirmation confirmation) const;

    /// Up to `size` bytes of a sealed part. Fails with Fault::StorageFailed.
    [[nodiscard]] Result<Bytes> piece(std::size_t part, std::int64_t offset,
                                      std::size_t size) const;

    /// Whether the disk gives every byte of what stands in the folder, whatever it is.
    [[nodiscard]] bool is_readable() const;

    /// Reads and verifies one label. Fails with Fault::RecordDamaged.
    [[nodiscard]] Result<Label> verified_label(Confirmation confirmation,
                                               const Certificate& ca) const;

    /// Every byte against the labels, and the label that is to be sent against `mark`.
    [[nodiscard]] std::vector<Finding> inspect(const DossierMark& mark, Confirmation confirmation,
                                               const Certificate& ca) const;

private:
    [[nodiscard]] Result<Bytes> read(const std::string& file, std::int64_t offset,
                                     std::size_t size) const;
    [[nodiscard]] std::optional<PartMark> mark_of_file(const std::string& file) const;

    std::filesystem::path folder_;
    std::optional<SealedTable> store_;
};

}  // namespace motlan
