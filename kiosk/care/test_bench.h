// Runs a live test with the devices of one kiosk. Whoever calls it makes sure that nobody is being
// served meanwhile. It keeps nothing of a card or a paper that is shown to it.
#pragma once

#include <functional>

#include "kiosk/app/loudspeaker.h"
#include "kiosk/app/settings.h"
#include "kiosk/care/places.h"
#include "kiosk/core/device_test.h"
#include "kiosk/device/devices.h"
#include "kiosk/eye/client.h"
#include "kiosk/ui/typeface.h"

namespace motlan {

/// What tests work with; all of it outlives them.
struct TestBench {
    Devices& devices;
    EyeClient& eye;
    const Settings& settings;
    const Typeface& typeface;
    const Places& places;
    const Clock& clock;
    SoundSide side = SoundSide::Both;  ///< of the sound
    /// Told what the camera sees while it is tested; on the test's thread.
    std::function<void(const Image&)> on_sight = [](const Image&) {};
    /// Told the code of a test payment while it may be paid; on the same thread.
    std::function<void(const std::string&)> on_code = [](const std::string&) {};
};

/// Runs one test and says when it ended. Takes up to half a minute, while it waits for somebody to
/// hold or lay something.
[[nodiscard]] TestResult run_test(const TestBench& bench, DeviceTest test);

}  // namespace motlan
