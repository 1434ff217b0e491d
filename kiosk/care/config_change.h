// A change of kiosk.toml: checked before it counts, kept so that it can be taken back, tried by the
// kiosk, and taken back by itself when the kiosk does not serve with it, when a device whose
// settings were changed does not answer, or when nobody says that it is to stay.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/problem.h"
#include "kiosk/domain/staff.h"

namespace motlan {

/// ux 7, T10: how long somebody is asked whether a change is to stay.
inline constexpr std::chrono::seconds kKeepPatience{60};

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
    /// What was said of the trial.
    [[nodiscard]] std::filesystem::path answer() const {
        return file.parent_path() / "trial-answer";
    }
    /// Who changes the settings now.
    [[nodiscard]] std::filesystem::path holder() const { return file.parent_path() / "change.by"; }
};

/// A change and whose it is.
struct ConfigChange {
    std::string former;  ///< what it was made of; nothing happens when something else is in force
    std::string text;    ///< the whole new file
    std::string by;      ///< told to whoever comes meanwhile: a badge's number, "ssh"
    std::optional<StaffNumber> second{};  ///< who has agreed with badge and PIN
};

enum class Outcome : std::uint8_t {
    Unchanged,    ///< it was so already
    Written,      ///< in force; no kiosk runs that could try it
    Kept,         ///< the kiosk serves with it, and somebody said that it stays
    RolledBack,   ///< the kiosk did not serve, or a changed device did not answer: as before again
    NotKept,      ///< it served, and nobody kept it in time or somebody took it back: as before
    Held,         ///< nothing done: somebody else is changing it; see config_holder()
    Overtaken,    ///< nothing done: it is not any more what the change was made of
    NeedsSecond,  ///< nothing done: second_needed() names what another technician must agree to
};

/// How a kiosk is waited for.
struct TrialPatience {
    std::chrono::seconds to_come_back{60};  ///< once nobody stands before it
    std::chrono::minutes to_finish{31};     ///< a visit; security design 4.2 ends it after 30
    std::chrono::seconds to_be_kept = kKeepPatience;  ///< once the kiosk serves with it
    std::function<void()> pause;                      ///< between two looks
    std::function<void()> on_begun = [] {};           ///< called once when the trial has begun
    std::function<void()> on_visit = [] {};    ///< called once when a visit has to be waited for
    std::function<void()> on_serving = [] {};  ///< called once when the kiosk serves with it
};

/// Puts a whole new text in force, after settle_config(). Refuses, changing nothing, what the kiosk
/// could not start with or what is not written plainly.
[[nodiscard]] Checked<Outcome> change_config(const ConfigPlace& place, const ConfigChange& change,
                                             const TrialPatience& patience);

enum class TrialAnswer : std::uint8_t { Keep, TakeBack };

/// Tells whoever watches the trial that goes on; false when there is none. A trial that is to be
/// taken back and that nobody watches any more is taken back here.
[[nodiscard]] Checked<bool> answer_trial(const ConfigPlace& place, TrialAnswer answer);

/// Who changes the settings now, where somebody does.
[[nodiscard]] std::string config_holder(const ConfigPlace& place);

/// Puts the former settings in force again where a trial was cut off by a power cut or by the death
/// of the program that watched it; true if there was one. A trial that goes on is left alone.
[[nodiscard]] Checked<bool> settle_config(const ConfigPlace& place);

/// A file of the settings' folder: what is in force, what was. Never through a link: the folder is
/// not root's, and root's commands read there too.
[[nodiscard]] Checked<std::string> read_beside(const std::filesystem::path& file);

/// The former versions, the newest last.
[[nodiscard]] std::vector<std::filesystem::path> former_versions(const ConfigPlace& place);

}  // namespace motlan
