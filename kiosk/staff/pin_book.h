// The PINs of this kiosk's staff and how often each was tried (formats.md 13.1):
// "$STATE_DIRECTORY/staff/NUMBER.json". A try is on the disk before it is judged, and waiting is
// measured by the machine's own running time, so neither a restart nor a hand at the clock gives a
// further guess. Several processes may use one folder.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "kiosk/domain/staff.h"
#include "kiosk/staff/boot_time.h"
#include "kiosk/staff/pin_hash.h"

namespace motlan {

/// How somebody's PIN stands.
struct PinStanding {
    StaffNumber number;
    int tries = 0;                ///< wrong ones in a row
    std::chrono::seconds wait{};  ///< before the next try
    bool is_locked = false;       ///< until a technician unlocks it
};

/// Everything fails with Fault::StorageFailed, DiskFull or RecordDamaged as well as what is said;
/// where PINs have a pepper in the TPM, with Fault::KeyStoreUnavailable without that TPM.
class PinBook {
public:
    explicit PinBook(std::filesystem::path folder, BootClock clock = boot_time)
        : folder_(std::move(folder)), clock_(std::move(clock)) {}

    /// Counts the try, then judges it. Somebody who is not enrolled fails in the same way after the
    /// same time; all such tries are counted as one person's. Fails with Fault::PinWrong,
    /// Fault::PinLocked while the next try has to wait or is locked.
    [[nodiscard]] Result<void> check(const StaffNumber& number, const Pin& pin) const;
    /// A try with a badge that does not hold: counted and answered in the same way, never right.
    [[nodiscard]] Result<void> check_stranger(const Pin& pin) const;

    /// Sets somebody's PIN, in the place of an earlier one; all tries are forgotten. The first one
    /// on a machine with a TPM 2.0 makes the pepper.
    [[nodiscard]] Result<void> enrol(const StaffNumber& number, const Pin& pin) const;
    /// Forgets the wrong tries. Fails with Fault::StorageFailed when nobody has that number.
    [[nodiscard]] Result<void> unlock(const StaffNumber& number) const;
    /// The same for all badges that nobody is enrolled with.
    [[nodiscard]] Result<void> unlock_strangers() const;
    /// Forgets somebody. Fails with Fault::StorageFailed when nobody has that number.
    [[nodiscard]] Result<void> remove(const StaffNumber& number) const;
    /// Everybody, by number.
    [[nodiscard]] Result<std::vector<PinStanding>> list() const;
    [[nodiscard]] Result<PinStanding> strangers() const;

private:
    struct Entry;
    [[nodiscard]] std::filesystem::path file_of(std::string_view stem) const;
    [[nodiscard]] Result<std::optional<Entry>> read(const std::filesystem::path& file) const;
    [[nodiscard]] Result<void> write(const std::filesystem::path& file, const Entry& entry) const;
    [[nodiscard]] Result<Pepper> pepper() const;  ///< empty: there is none here
    [[nodiscard]] Result<Pepper> make_pepper() const;
    [[nodiscard]] Result<void> judge(const std::filesystem::path& file, const Pin& pin) const;
    [[nodiscard]] Result<void> forget_tries(const std::filesystem::path& file) const;

    std::filesystem::path folder_;
    BootClock clock_;
};

}  // namespace motlan
