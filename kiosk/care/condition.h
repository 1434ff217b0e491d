// How the kiosk is, told to the technician's commands and the figures: one small file beside its
// socket, written when something changes. It knows nothing of a person.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "kiosk/core/device_role.h"

namespace motlan {

enum class Serving : std::uint8_t {
    Welcome,       ///< waits for somebody
    Visit,         ///< somebody stands before it
    OutOfService,  ///< serves nobody
};

struct KioskCondition {
    Serving serving = Serving::Welcome;
    std::vector<DeviceTrouble> devices{};  ///< those that do not work now
    std::optional<Fault> closed{};         ///< why it is out of service
    std::int64_t withheld = 0;             ///< procedures that cannot be filed here now
    bool staff_called = false;             ///< somebody before it waits for staff
    std::int64_t process = 0;        ///< its number; a file of a process that is gone says nothing
    std::int64_t configuration = 0;  ///< which configuration it has read: configuration_mark()
    bool operator==(const KioskCondition&) const = default;
};

/// Tells one state of a configuration file from another: when it was written, in nanoseconds; 0 for
/// none.
[[nodiscard]] std::int64_t configuration_mark(const std::filesystem::path& config);

/// The kiosk's words; nothing when no kiosk runs that keeps its file in `runtime`.
[[nodiscard]] std::optional<KioskCondition> read_condition(const std::filesystem::path& runtime);

/// Writes a condition whenever it differs from the last one. Nobody is turned away because it
/// cannot be written.
[[nodiscard]] std::function<void(KioskCondition)> condition_writer(
    const std::filesystem::path& runtime, const std::filesystem::path& config);

/// "welcome", "visit", "out_of_service".
[[nodiscard]] std::string_view name(Serving serving);

}  // namespace motlan
