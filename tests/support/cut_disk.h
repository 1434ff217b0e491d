// A disk whose power fails at step n: that step is done by half, later ones not at all. When the
// power comes back, names that were not synced are forgotten, or all kept: both are legal.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/outbox/disk.h"

namespace motlan::testing {

/// What the cable and the kernel do with names that were never synced.
enum class Unsynced : std::uint8_t { Forgotten, Kept };

class CutDisk final : public Disk {
public:
    /// Steps count from 1; 0 never cuts.
    CutDisk(int cut_at, Unsynced unsynced, Fault fault = Fault::StorageFailed)
        : cut_at_(cut_at), unsynced_(unsynced), fault_(fault) {}

    Result<void> make_folder(const std::filesystem::path& path) override;
    /// One step for each file. Where the power goes, those of this call that were begun are half.
    Result<void> write(std::span<const NewFile> files) override;
    Result<void> sync_folder(const std::filesystem::path& path) override;
    Result<void> rename(const std::filesystem::path& from,
                        const std::filesystem::path& to) override;
    Result<void> remove(const std::filesystem::path& path) override;
    Result<std::uint64_t> free_bytes(const std::filesystem::path& path) override;

    /// How many steps were wished, done or not.
    [[nodiscard]] int steps() const { return steps_; }
    [[nodiscard]] bool is_cut() const { return cut_at_ != 0 && steps_ >= cut_at_; }
    /// The machine starts again.
    void restore_power();

private:
    struct Change {
        std::set<std::string> unsynced;  ///< folders whose sync makes it last
        std::function<void()> undo;
    };
    bool next();
    void remember(const std::set<std::string>& folders, std::function<void()> undo);

    int cut_at_;
    Unsynced unsynced_;
    Fault fault_;
    int steps_ = 0;
    std::vector<Change> changes_;
    SystemDisk disk_;
};

}  // namespace motlan::testing
