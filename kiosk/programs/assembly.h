// Puts a kiosk together and runs one visit; kiosk and kiosk-demo differ only in who stands beside.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "drivers/simulated/world.h"
#include "kiosk/app/companion.h"
#include "kiosk/app/settings.h"
#include "kiosk/care/places.h"
#include "kiosk/core/clock.h"

namespace motlan {

/// How the program was called.
struct KioskCall {
    std::filesystem::path config;
    std::optional<std::filesystem::path> journey;
    std::filesystem::path shots;  ///< where a journey leaves its pictures; empty: nowhere
    bool by_keys = false;         ///< a journey is played with six keys
    bool rests = false;           ///< serves nobody: says that this kiosk rests
    std::optional<Panel> size;    ///< instead of the configured screen's pixels
};

/// Exit statuses beside 0 (the visit is over, or the journey held).
inline constexpr int kJourneyFailed = 1;
inline constexpr int kCalledWrongly = 2;
inline constexpr int kWindowClosed = 10;
inline constexpr int kNoScreen = 69;       ///< EX_UNAVAILABLE: another start may find it
inline constexpr int kConfigProblem = 78;  ///< EX_CONFIG of sysexits.h

/// What a companion is made of.
struct CompanionParts {
    SimulatedWorld& world;
    const Clock& clock;
    const Places& places;
};
using MakeCompanion = std::function<std::unique_ptr<Companion>(const CompanionParts&)>;

/// Who stands beside the kiosk, and how wide their strip is.
struct Beside {
    MakeCompanion make;
    int strip_mm = 0;
};

/// Runs one visit and answers the exit status.
[[nodiscard]] int run_kiosk(const KioskCall& call, const Beside& beside);

/// Reads the arguments that kiosk and kiosk-demo share into `call`. Answers an exit status when
/// the program is thereby done: after --help and --version, and after a wrong call.
[[nodiscard]] std::optional<int> read_call(std::span<char*> arguments, std::string_view name,
                                           KioskCall& call);

}  // namespace motlan
