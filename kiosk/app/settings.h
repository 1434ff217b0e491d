// How one kiosk is set up: kiosk.toml, read strictly.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/voice.h"
#include "kiosk/core/problem.h"
#include "kiosk/core/syllable.h"
#include "kiosk/device/devices.h"
#include "kiosk/domain/civil_date.h"
#include "kiosk/ui/window.h"

namespace motlan {

struct Settings {
    std::string center_name;
    std::string other_counter;              ///< where people go when this kiosk rests; may be empty
    std::vector<std::string> counters{};    ///< of the center, in the order of the file
    ToneStyle tone_style = ToneStyle::Old;  ///< of what is typed
    Panel panel;
    std::optional<int> screen_bottom_mm{};  ///< of the picture's lower edge, above the floor
    WindowPlace place = WindowPlace::Desktop;
    std::filesystem::path procedures;      ///< folder of the catalogue
    std::filesystem::path sources;         ///< sources.toml
    std::filesystem::path holidays;        ///< holidays.toml
    std::filesystem::path units;           ///< units.toml
    std::filesystem::path search;          ///< search.toml
    std::optional<CivilDate> published{};  ///< when the province did so; empty: the installed ones
    DeviceSettings devices;
    std::optional<VoiceSettings> voice;
};

/// Reads kiosk.toml; paths in it are made whole. `state` is where slips go.
[[nodiscard]] Checked<Settings> read_settings(const std::filesystem::path& file,
                                              const std::filesystem::path& state);
/// The same for a text that is to stand in `file`, and is nowhere yet.
[[nodiscard]] Checked<Settings> parse_settings(std::string_view text,
                                               const std::filesystem::path& file,
                                               const std::filesystem::path& state);

}  // namespace motlan
