// Runs the technician's desk in the kiosk's own window, with the kiosk's own devices, once the app
// has ended there. Belongs to the window's thread; tests run on the thread that owns the eye.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/app/app.h"
#include "kiosk/app/hand_reader.h"
#include "kiosk/app/settings.h"
#include "kiosk/care/places.h"
#include "kiosk/core/device_role.h"

namespace motlan {

/// What the session is built of; all of it outlives it.
struct CareParts {
    Window& window;
    EventQueue& events;  ///< of the app that has ended: the printer answers there
    Sight& sight;
    Slips& slips;
    Devices& devices;
    const Settings& settings;
    const Places& places;
    const std::filesystem::path& config;  ///< kiosk.toml
    const Clock& clock;
    Companion* companion = nullptr;
    std::string kiosk{};                ///< its name with the province
    HandReader* hand_reader = nullptr;  ///< reads the second technician's badge too
    std::function<void(const std::vector<DeviceTrouble>&)> on_tick =
        [](const std::vector<DeviceTrouble>&) {};  ///< each second
    std::function<void()> on_turn = [] {};         ///< each turn, at least once a second
};

/// Until the technician leaves, or nobody has done anything for long; then Ending::VisitOver.
[[nodiscard]] Ending run_care(const CareParts& parts, const StaffMember& who);

/// Asks whether the change of the settings that is tried is to stay, with its devices as they are
/// now, until it is decided.
[[nodiscard]] Ending run_keep(const CareParts& parts);

}  // namespace motlan
