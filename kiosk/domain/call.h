// Calls for help (S02): that somebody before a kiosk waits for staff, and what a colleague must
// know to come prepared. Never who it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/clock.h"
#include "kiosk/domain/staff.h"
#include "kiosk/domain/words.h"

namespace motlan {

/// Where in a visit somebody is: the six steps of every screen, before them and after them.
enum class CallStep : std::uint8_t {
    Start,
    Choose,
    Identify,
    Check,
    Answer,
    Scan,
    Send,
    After,
};
/// As it travels, e.g. "scan".
[[nodiscard]] std::string_view name(CallStep step);
/// The step of that name; nothing for another word.
[[nodiscard]] std::optional<CallStep> call_step_of(std::string_view name);

struct HelpCall {
    WallTime since{};
    CallStep step = CallStep::Start;
    Language language = Language::Vietnamese;
    bool is_unhurried = false;  ///< reads large letters, listens, or sits
    bool operator==(const HelpCall&) const = default;
};

/// A kiosk before which somebody waits.
struct WaitingKiosk {
    std::string kiosk;  ///< its name in its certificates
    HelpCall call;
    std::optional<StaffNumber> taken_by{};  ///< who is on the way
    bool operator==(const WaitingKiosk&) const = default;
};

/// What the province knows of calls; the longest wait first.
struct CallList {
    std::vector<WaitingKiosk> waiting;
    std::optional<WallTime> last{};  ///< when somebody called last, at any kiosk
    bool operator==(const CallList&) const = default;

    /// The entry of that kiosk; nullptr when nobody waits there.
    [[nodiscard]] const WaitingKiosk* find(std::string_view kiosk) const;
};

/// How long somebody has waited, whole minutes; never less than none.
[[nodiscard]] std::int64_t minutes_waiting(const HelpCall& call, WallTime now);

}  // namespace motlan
