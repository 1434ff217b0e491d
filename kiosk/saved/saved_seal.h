// Seals a saved work under a secret that is on a slip and a number that is on a card (formats.md
// 8.1). The key is made of both and dropped; pure, but for chance.
#pragma once

#include <optional>
#include <string>

#include "kiosk/core/bytes.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"
#include "kiosk/domain/citizen_number.h"
#include "kiosk/saved/saved_code.h"

namespace motlan {

/// Both halves: the 32 bytes of the slip and the number of the card. Borrowed: they must outlive
/// the call only.
struct SavedHalves {
    ByteView secret;
    const CitizenNumber& holder;
};

/// A fresh one. Fails with Fault::SealingFailed when the machine has no randomness to give.
[[nodiscard]] Result<Bytes> new_saved_secret();

/// What a file of this secret is called: 64 hexadecimal digits, from which nothing can be learnt
/// about secret, holder or content.
[[nodiscard]] std::string saved_name(ByteView secret);

/// Padded like a part of a dossier. Takes a tenth of a second and 32 MiB, so that nobody who has
/// found a slip and a disk tries all numbers. Fails with Fault::SealingFailed.
[[nodiscard]] Result<Bytes> seal_saved(ByteView plain, WallTime until, const SavedHalves& halves);

/// The first bytes of a file: what it is, until when it can be opened, and chance.
inline constexpr std::size_t kSavedHeadSize = 5 + 6 + 12;

/// Until when a file that begins like this says that it can be opened, unproven; nothing for one
/// that is none of ours.
[[nodiscard]] std::optional<WallTime> claimed_until(ByteView head);

/// Until when sealed bytes can be opened. Fails with Fault::SavedDamaged for bytes that nobody has
/// sealed like this, whole and unchanged.
[[nodiscard]] Result<WallTime> saved_until(ByteView sealed);

/// What was sealed. Fails with Fault::SavedDamaged, SavedOtherCard, SealingFailed.
[[nodiscard]] Result<Bytes> open_saved(ByteView sealed, const SavedHalves& halves);

}  // namespace motlan
