// The last catalogue that was sound, kept beside the outbox: a broken file never closes a kiosk
// that worked yesterday.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/app/catalogue.h"

namespace motlan {

/// An office, and what is wrong with the newer catalogue when this is the last good one.
struct SoundOffice {
    Office office;
    std::optional<Problem> refused;
};

/// Reads the catalogue and keeps a copy under `state` when it changed; when it does not load, reads
/// that copy. Fails with the newer catalogue's problem when there is no sound copy either.
[[nodiscard]] Checked<SoundOffice> read_sound_office(const Settings& settings,
                                                     const std::filesystem::path& state,
                                                     const CivilDate& today);

}  // namespace motlan
