// What stands in an outbox, looked at and changed behind its back, as a disk may change it.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/core/bytes.h"
#include "kiosk/outbox/dossier_id.h"

namespace motlan::testing {

/// Runs statements on the store of the outbox in that folder.
void change_store(const std::filesystem::path& outbox, const char* sql);
/// The number that a query answers.
[[nodiscard]] std::int64_t number_in_store(const std::filesystem::path& outbox, const char* sql);

/// A label or a part of a kept dossier: in its folder if it has one, otherwise in the store.
class KeptFile {
public:
    KeptFile(std::filesystem::path outbox, const DossierId& id, std::string name)
        : outbox_(std::move(outbox)), id_(id), name_(std::move(name)) {}

    [[nodiscard]] bool is_there() const;
    [[nodiscard]] Bytes read() const;
    void write(ByteView bytes) const;
    void remove() const;
    /// Changes one bit of that byte.
    void spoil(std::size_t at) const;

private:
    [[nodiscard]] std::filesystem::path path() const { return outbox_ / "q" / id_.value() / name_; }
    [[nodiscard]] bool is_file() const { return std::filesystem::exists(path().parent_path()); }

    std::filesystem::path outbox_;
    DossierId id_;
    std::string name_;
};

}  // namespace motlan::testing
