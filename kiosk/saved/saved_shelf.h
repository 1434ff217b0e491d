// Where saved works wait: "$STATE_DIRECTORY/saved", one file for each, named after its secret and
// by how often another card was shown with its slip. Whole or not there, whenever the power goes;
// gone once it is taken up, after a day, and after too many other cards. Of one thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/domain/citizen_number.h"
#include "kiosk/domain/saved_slip.h"
#include "kiosk/outbox/disk.h"
#include "kiosk/outbox/outbox.h"
#include "kiosk/saved/saved_code.h"

namespace motlan {

/// How long a saved work waits (ux X08).
inline constexpr std::chrono::hours kSavedLife{24};
/// How many wait here at most, and how large all of them may be.
inline constexpr std::size_t kMostSaved = 20;
inline constexpr std::uint64_t kSavedRoom = std::uint64_t{256} << 20U;
/// A code on a card is easily made: after so many other cards what a slip opens is removed.
inline constexpr int kMostOtherCards = 5;

struct SavedPlace {
    std::filesystem::path folder;
    std::string kiosk;  ///< its name, as enrolled
    Room dossiers{};    ///< what the disk must keep free for the outbox
};

class SavedShelf {
public:
    /// Disk and clock must outlive it.
    SavedShelf(SavedPlace place, Disk& disk, const Clock& clock)
        : place_(std::move(place)), disk_(disk), clock_(clock) {}

    /// Seals and keeps it under a fresh secret: when this answers, no power cut can lose it. Fails
    /// with Fault::SavedNoRoom (too many, too large, or the disk is needed for dossiers), DiskFull,
    /// StorageFailed, SealingFailed; then nothing is left of it.
    Result<SavedSlip> keep(ByteView plain, const CitizenNumber& holder);

    /// Whether what the slip names waits here. Fails with Fault::SavedElsewhere, SavedExpired,
    /// SavedUnknown.
    [[nodiscard]] Result<SavedSlip> find(std::string_view code) const;

    /// What was saved, once: then it is gone. Another card is counted on the disk before it is
    /// judged. Fails as find(), and with Fault::SavedOtherCard, SavedDamaged, StorageFailed.
    Result<Bytes> take(std::string_view code, const CitizenNumber& holder);

    /// Removes what is over, by the time in the file, which no clock may stretch; what cannot be
    /// read; and what a power cut has left half written. Fails with Fault::StorageFailed.
    Result<void> tidy();

private:
    struct Kept {
        std::filesystem::path file;
        int other_cards = 0;
    };
    [[nodiscard]] Result<Kept> kept(const SavedCode& code) const;
    Result<void> has_room(std::size_t size);
    [[nodiscard]] bool is_over(WallTime until) const;
    [[nodiscard]] bool is_over(const std::filesystem::path& file) const;

    SavedPlace place_;
    Disk& disk_;
    const Clock& clock_;
};

}  // namespace motlan
