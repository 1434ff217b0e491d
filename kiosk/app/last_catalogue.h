// Which catalogue is in service: the newest bundle's where it carries one, else the configured one;
// and the last that was sound, kept beside the outbox: a broken file never closes a kiosk that
// worked yesterday.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/app/catalogue.h"

namespace motlan {

/// An office, and what is wrong with the newer catalogue when this is the last good one.
struct SoundOffice {
    Office office;
    std::optional<Problem> refused;
    Settings read_from = {};
};

/// The settings with the files of a catalogue that lie in that folder under the names of a bundle.
[[nodiscard]] Settings with_folder(Settings settings, const std::filesystem::path& folder);

/// The settings with the files of the catalogue that the newest bundle carries, each compared with
/// the bundle byte by byte. Fails with the file that differs.
[[nodiscard]] Checked<Settings> with_bundle(const Settings& settings,
                                            const std::filesystem::path& state);

/// Reads the newest catalogue; when it does not load, or two starts with it have not come to their
/// first picture, the copy of the last good one, and without one the configured catalogue. Fails
/// with the newest catalogue's problem when nothing can be read.
[[nodiscard]] Checked<SoundOffice> read_sound_office(const Settings& settings,
                                                     const std::filesystem::path& state,
                                                     const CivilDate& today);

/// The kiosk has started with this office: its catalogue becomes the last good one.
void keep_sound_office(const SoundOffice& office, const std::filesystem::path& state);

}  // namespace motlan
