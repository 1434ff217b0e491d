// The small dossiers themselves, beside their rows in the same store: what would be the files of a
// folder is a row each, so that keeping one is a single commit. Private to the outbox; used by one
// thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

class Connection;

/// A label or a sealed part, under the name that it has in a folder; the bytes are borrowed.
struct SealedFile {
    std::string name;
    ByteView bytes;
};

/// Everything fails with Fault::DiskFull, StorageFailed or RecordDamaged.
class SealedTable {
public:
    /// What Store::open runs to make the table.
    static const char* const kMake;

    explicit SealedTable(Connection& connection) : connection_(connection) {}

    /// Keeps the files of a dossier; only within a transaction.
    Result<void> keep(std::string_view dossier, std::span<const SealedFile> files);
    /// Removes all of them.
    Result<void> drop(std::string_view dossier);

    /// Up to `size` bytes of a file from there on; nothing when it is not here.
    [[nodiscard]] Result<std::optional<Bytes>> piece(std::string_view dossier,
                                                     std::string_view name, std::int64_t offset,
                                                     std::size_t size) const;
    /// Bytes of the whole store that are in use; what was dropped is used again.
    [[nodiscard]] Result<std::int64_t> used() const;

private:
    Connection& connection_;
};

}  // namespace motlan
