// A change of kiosk.toml: checked before it counts, kept so that it can be taken back, tried by the
// kiosk and taken back by itself when the kiosk does not serve with it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/problem.h"

namespace motlan {

/// Where the settings stand and where the kiosk that uses them tells how it is.
struct ConfigPlace {
    std::filesystem::path file;     ///< kiosk.toml
    std::filesystem::path runtime;  ///< "/run/motlan"; see condition.h
    std::filesystem::path state{};  ///< "/var/lib/motlan"

    /// The versions that were in force before, at most 20: "0001.toml", …
    [[nodiscard]] std::filesystem::path history() const { return file.parent_path() / "history"; }
    /// What is in force again when a trial does not end well; there only while one goes on.
    [[nodiscard]] std::filesystem::path before_trial() const {
        return file.parent_path() / "before-trial.toml";
    }
};

enum class Outcome : std::uint8_t {
    Unchanged,   ///< it was so already
    Written,     ///< in force; no kiosk runs that could try it
    InService,   ///< the kiosk serves with it
    RolledBack,  ///< the kiosk did not: the former settings are in force again
};

/// How a kiosk is waited for.
struct TrialPatience {
    std::chrono::seconds to_come_back{60};  ///< once nobody stands before it
    std::chrono::minutes to_finish{31};     ///< a visit; security design 4.2 ends it after 30
    std::function<void()> pause;            ///< between two looks
    std::function<void()> on_visit;         ///< called once when a visit has to be waited for
};

/// Puts a whole new text in force, after settle_config(). Refuses, changing nothing, what the kiosk
/// could not start with, and while somebody else is changing the same file.
[[nodiscard]] Checked<Outcome> change_config(const ConfigPlace& place, std::string_view text,
                                             const TrialPatience& patience);

/// Puts the former settings in force again where a trial was cut off by a power cut or by the death
/// of the program that watched it; true if there was one. A trial that goes on is left alone.
[[nodiscard]] Checked<bool> settle_config(const ConfigPlace& place);

/// The former versions, the newest last.
[[nodiscard]] std::vector<std::filesystem::path> former_versions(const ConfigPlace& place);

}  // namespace motlan
